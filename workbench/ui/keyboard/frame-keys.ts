/** Sent by the pane's page, handled by the window: keys pressed in a frame do not reach its parent. */
export const leaveFrame = "workbench-leave-frame";

/** F6 and Ctrl+F6 leave the add-in's page, whatever it does with other keys; a page of another site keeps them. */
export function leaveFrameByF6(frame: HTMLIFrameElement): void {
  if (!frame.contentDocument) return;
  frame.contentWindow?.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      window.dispatchEvent(new CustomEvent(leaveFrame, { detail: { back: event.shiftKey } }));
    },
    { capture: true },
  );
}

/** Whether the task pane is shown; the runtime lives on when it is hidden. */
import type { EventHub } from "./event-hub";
import { eventType } from "./event-types";
import type { Host } from "./host";

export function createPane(hub: EventHub): Host["pane"] {
  const listeners = new Set<(visible: boolean) => void>();
  let visible = true;
  const turn = (on: boolean) => {
    if (on === visible) return;
    visible = on;
    hub.pushEvent(eventType.visibilityModeChanged, [""], { visibility: on ? "Visible" : "Hidden" }, false);
    for (const listener of listeners) listener(on);
  };
  return {
    get visible() {
      return visible;
    },
    set visible(on: boolean) {
      turn(on);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: () => turn(true),
    hide: () => turn(false),
  };
}

import { useRef, type KeyboardEvent } from "react";

/** How long (ms) after the end of a composition an Enter may still belong to it. */
const TRAILING = 500;

interface FormKeys {
  onKeyDown(event: KeyboardEvent): void;
  onKeyUp(): void;
  onCompositionStart(): void;
  onCompositionEnd(): void;
}

const takesEnter = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/**
 * Enter saves from a text field, Ctrl+Enter from anywhere, Shift+Enter stays a line break. Keys of an input
 * method never save: on some systems its last Enter arrives after the end of the composition, so Enter is
 * also ignored until the next key-up (or half a second, where no key was involved).
 */
export function useEnterSaves(save: () => void): FormKeys {
  const composing = useRef(false);
  const ended = useRef<number | null>(null);
  const belongsToInputMethod = (event: KeyboardEvent): boolean => {
    const { isComposing, keyCode } = event.nativeEvent;
    const trailing = ended.current !== null && performance.now() - ended.current < TRAILING;
    return composing.current || isComposing || keyCode === 229 || trailing;
  };
  return {
    onKeyDown: (event) => {
      if (event.key !== "Enter" || event.defaultPrevented) return;
      if (belongsToInputMethod(event)) {
        // The browser would put a line break into the text after the chosen word.
        if (!composing.current && !event.nativeEvent.isComposing) event.preventDefault();
        return;
      }
      const anywhere = event.ctrlKey || event.metaKey;
      if (!anywhere && (event.shiftKey || event.altKey || !takesEnter(event.target))) return;
      event.preventDefault();
      save();
    },
    onKeyUp: () => {
      ended.current = null;
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
      ended.current = performance.now();
    },
  };
}

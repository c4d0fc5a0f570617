import type { Steps } from "../core/steps";

/** Longest stretch of work, in ms, before the page may draw and answer. */
export const stretch = 30;

interface Scheduler {
  yield?(): Promise<void>;
}

/** One task later. A timer would wait a second in a pane that is not in front. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  if (typeof MessageChannel === "undefined") return new Promise((resolve) => setTimeout(resolve));
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Does work step by step and lets go of the thread every 30 ms: the same steps in the same order as at once, so the same
 * result. Rejects with the signal's reason when it is aborted in between.
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - since < stretch) continue;
    await nextTask();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

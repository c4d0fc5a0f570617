import { WorkbookError } from "./workbook-error";

/** Waits before each further try; a page that lost its connection for a moment finds it again. */
const pauses = [300, 1_500];

/**
 * Loads a part of the add-in's own code that the first paint does without, and tries again before giving up with
 * `not-loaded`. Ask for it before anything is written: an operation that has begun must not meet this.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  try {
    return await load();
  } catch (error) {
    throw new WorkbookError("not-loaded", null, { cause: error });
  }
}

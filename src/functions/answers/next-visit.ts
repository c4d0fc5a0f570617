import { choiceOf } from "../choices";
import { cellOfDay } from "../date-system";
import type { Answer } from "../live-calls";

/** NEXTVISIT: an Excel serial. Only `plan` is always a working day that has not passed (section 8). */
export const nextVisitOf =
  (item: unknown, which: unknown): Answer<number> =>
  (figures) => {
    const touch = figures[choiceOf(item, "item", ["visit", "call"])];
    return cellOfDay(touch[choiceOf(which, "when", ["plan", "due", "latest"])]);
  };

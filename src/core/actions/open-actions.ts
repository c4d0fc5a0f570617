import type { Action } from "../records";
import type { Day } from "../units";

/** Neither done by that day nor dropped; a person may say so by the status alone. */
export const isOpen = ({ status, doneOn }: Action, asOf: Day): boolean =>
  status === "open" && (doneOn === null || doneOn > asOf);

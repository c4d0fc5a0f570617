/**
 * Everything the pane keeps on this computer, outside the workbook. Nothing that the workbook holds has a key here but
 * entries of Log that are not saved yet, and those go (TP7).
 */
export type KeptKey =
  | "author"
  | "writer"
  | "pane-language"
  | "first-hint"
  | "import-mappings"
  /** `me`, or nothing: no other owner's name. */
  | "today-owner"
  | "log-drafts";

/** What is forgotten once Excel is closed; a reload of the page leaves it. */
export type PassingKey = "recent-accounts" | "today-owner";

import issues from "./issues.json";
import pane from "./pane.json";
import sheets from "./sheets.json";

/** What pane and sheets say: a file of its own per language. */
export const laterTexts = { issues, pane, sheets };

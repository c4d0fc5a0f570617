import type { Workbook } from "./page-models/workbook";

/** The product's own name, Excel's function names, a kind of file, a key as Excel prints it, and the way to English. */
const allowed = ["KAM", "Card", "Excel", "TIER", "Enter", "Esc", "English", "CSV"];

/** Latin words of three letters or more that are neither data of the workbook nor allowed. */
export async function foreignWords(workbook: Workbook, text: string): Promise<string[]> {
  const data = await workbook.words(["Accounts", "Contacts", "Purchases", "Interactions", "Team"]);
  const known = new Set([...allowed, ...data]);
  return [...new Set(text.match(/[A-Za-z]{3,}/g) ?? [])].filter((word) => !known.has(word));
}

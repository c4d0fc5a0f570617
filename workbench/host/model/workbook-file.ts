import { invalidArgument } from "./host-errors";

/** The text a file of a workbook comes as: base64 of a zip archive. */
export function workbookFile(base64: unknown): string {
  if (typeof base64 !== "string" || !base64.startsWith("UEsD")) throw invalidArgument();
  return base64;
}

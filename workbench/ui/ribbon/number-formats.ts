/** The formats of the Home tab, as Excel stores them. */
export const numberFormats = {
  general: "General",
  number: "#,##0.00",
  currency: "$#,##0.00",
  percent: "0%",
  date: "yyyy-mm-dd",
  text: "@",
} as const;

export type FormatName = keyof typeof numberFormats;
export const formatNames = Object.keys(numberFormats) as FormatName[];

export function isFormatName(name: string): name is FormatName {
  return name in numberFormats;
}

/** The name of a stored format, by its kind rather than its exact text; "" for formats of no listed kind. */
export function formatNameOf(format: string | undefined): FormatName | "" {
  if (!format || format === "General") return "general";
  if (format === "@") return "text";
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (/%/.test(bare)) return "percent";
  if (/[$¥€£]/.test(format)) return "currency";
  if (/[ymdhs]/i.test(bare)) return "date";
  return /[0#]/.test(bare) ? "number" : "";
}

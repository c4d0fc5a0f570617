/** Separators and date patterns of display languages, as Windows has them. Others use en-US. */
export interface Culture {
  readonly decimal: string;
  readonly group: string;
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly longTime: string;
}

const us: Culture = {
  decimal: ".",
  group: ",",
  dateSeparator: "/",
  shortDate: "M/d/yyyy",
  longDate: "dddd, MMMM d, yyyy",
  longTime: "h:mm:ss tt",
};

const cultures: Record<string, Partial<Culture>> = {
  "en-us": us,
  "en-gb": { shortDate: "dd/MM/yyyy", longDate: "dd MMMM yyyy", longTime: "HH:mm:ss" },
  "zh-cn": { shortDate: "yyyy/M/d", longDate: "yyyy'年'M'月'd'日'", longTime: "H:mm:ss" },
  "zh-tw": { shortDate: "yyyy/M/d", longDate: "yyyy'年'M'月'd'日'", longTime: "tt hh:mm:ss" },
  "ja-jp": { shortDate: "yyyy/MM/dd", longDate: "yyyy'年'M'月'd'日'", longTime: "H:mm:ss" },
  "de-de": {
    decimal: ",",
    group: ".",
    dateSeparator: ".",
    shortDate: "dd.MM.yyyy",
    longDate: "dddd, d. MMMM yyyy",
    longTime: "HH:mm:ss",
  },
  "fr-fr": {
    decimal: ",",
    group: "\u202f",
    shortDate: "dd/MM/yyyy",
    longDate: "dddd d MMMM yyyy",
    longTime: "HH:mm:ss",
  },
};

export const cultureOf = (locale: string): Culture => ({ ...us, ...cultures[locale.toLowerCase()] });

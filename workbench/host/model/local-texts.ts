/** Formulas and number formats as a person of another culture reads and writes them. Function names stay English. */
import { cultureOf, type Culture } from "./cultures";

/** The parts of a formula or format code that are its own, not quoted text: those are rewritten. */
function outsideQuotes(text: string, rewrite: (part: string) => string): string {
  return text
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])/)
    .map((part, index) => (index % 2 === 0 ? rewrite(part) : part))
    .join("");
}

const listSeparator = ({ decimal }: Culture): string => (decimal === "," ? ";" : ",");

/** `=SUM(1.5,A1)` ↔ `=SUM(1,5;A1)` where the comma is the decimal sign. */
export function formulaToLocal(formula: string, culture: string): string {
  const { decimal } = cultureOf(culture);
  const list = listSeparator(cultureOf(culture));
  if (decimal === ".") return formula;
  return outsideQuotes(formula, (part) =>
    part.replace(/[,.]/g, (sign, at: number) =>
      sign === "," ? list : /\d/.test(part[at + 1] ?? "") ? decimal : sign,
    ),
  );
}

export function formulaFromLocal(formula: string, culture: string): string {
  if (cultureOf(culture).decimal === ".") return formula;
  return outsideQuotes(formula, (part) => part.replace(/[,;]/g, (sign) => (sign === "," ? "." : ",")));
}

const swapSigns = (code: string, culture: string): string => {
  const { decimal, group } = cultureOf(culture);
  return decimal === "." ? code : code.replace(/[.,]/g, (sign) => (sign === "." ? decimal : group));
};

/** Letters of days and years, and the word for no format, by language; others are as in English. */
const letters: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/General/g, "Standard"],
    [/d/g, "T"],
    [/m/g, "M"],
    [/y/g, "J"],
  ],
  zh: [[/General/g, "G/通用格式"]],
};

/** A code as the format dialog of that culture shows it. */
export function numberFormatToLocal(code: string, culture: string): string {
  const language = culture.slice(0, 2).toLowerCase();
  return outsideQuotes(code, (part) => {
    const isDate = /[dy]/i.test(part.replace(/General/g, ""));
    const signs = isDate ? part : swapSigns(part, culture);
    return (letters[language] ?? []).reduce((text, [letter, local]) => text.replace(letter, local), signs);
  });
}

/** Numbers as people and other systems write them, in any country. */

export type DecimalMark = "." | ",";

/** What one text says about the decimal mark of its column; `open`: 1.234 and 1,234 are read either way. */
export type NumberForm = "plain" | DecimalMark | "open";

interface Written {
  /** Digits, points and commas. */
  readonly body: string;
  readonly factor: number;
}

const scientific = /^[-+]?\d+(\.\d+)?[eE][-+]?\d+$/;
/** Currencies that are words; signs are removed as a class, three capitals as a code (USD, CHF). */
const currencyWord =
  /^(?:[A-Z]{3}|US|CN|HK|NT|R|Rs\.?|kr\.?|Fr\.?|zł|Kč|人民币|rmb|元|圆)|(?:[A-Z]{3}|Rs\.?|kr\.?|Fr\.?|zł|Kč|rmb|元|圆)$/u;
const units: Readonly<Record<string, number>> = {
  "%": 0.01,
  万: 10_000,
  萬: 10_000,
  亿: 100_000_000,
  億: 100_000_000,
};

function withoutCurrency(text: string): string {
  const bare = text.replace(/\p{Sc}/gu, "");
  return bare.replace(currencyWord, "").replace(currencyWord, "");
}

/** Signs, brackets of a negative amount, currency and units off; null for what is no number. */
function written(text: string): Written | null {
  // Full-width digits, brackets and signs become plain ones; spaces and apostrophes only group.
  let rest = withoutCurrency(
    text
      .normalize("NFKC")
      .replace(/[\s'’]/g, "")
      .replace(/[−–]/g, "-"),
  );
  let factor = 1;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed?.[1]) {
    rest = withoutCurrency(bracketed[1]);
    factor = -1;
  }
  const unit = rest.slice(-1);
  if (units[unit] !== undefined) {
    factor *= units[unit];
    rest = rest.slice(0, -1);
  }
  const signed = /^([-+]?)(.+?)([-+]?)$/.exec(rest);
  if (!signed || (signed[1] && signed[3])) return null;
  if (signed[1] === "-" || signed[3] === "-") factor = -factor;
  const body = withoutCurrency(signed[2] ?? "");
  return /^[\d.,]*\d[\d.,]*$/.test(body) ? { body, factor } : null;
}

/** Groups of three, or of two before the last three as in India. */
const groups = (mark: "," | "\\."): RegExp => new RegExp(`^\\d{1,3}(?:${mark}\\d{2,3})*${mark}\\d{3}$`);
const commaGroups = groups(",");
const pointGroups = groups("\\.");

function formOf(body: string): NumberForm | null {
  const point = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (point < 0 && comma < 0) return "plain";
  if (point < 0 || comma < 0) return formWith(body, point < 0 ? "," : ".");
  const mark: DecimalMark = point > comma ? "." : ",";
  const whole = body.slice(0, Math.max(point, comma));
  return (mark === "." ? commaGroups : pointGroups).test(whole) ? mark : null;
}

/** A body with one kind of mark: twice the same mark groups, and then the other one is the decimal mark. */
function formWith(body: string, mark: DecimalMark): NumberForm | null {
  const [whole = "", fraction = "", ...more] = body.split(mark);
  if (more.length === 0) return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? "open" : mark;
  if (!(mark === "." ? pointGroups : commaGroups).test(body)) return null;
  return mark === "." ? "," : ".";
}

/** How a text writes its number; null where it is none. */
export function numberForm(text: string): NumberForm | null {
  if (scientific.test(text.trim())) return "plain";
  const found = written(text);
  return found && formOf(found.body);
}

/**
 * The number a text means. `mark` decides only where the text itself leaves it open; null there means that nobody has
 * said yet. Percent comes back as a fraction, 万 and 亿 multiplied out. null for what is no number.
 */
export function readNumber(text: string, mark: DecimalMark | null): number | null {
  if (scientific.test(text.trim())) return Number(text);
  const found = written(text);
  const form = found && formOf(found.body);
  if (!found || !form) return null;
  const decimal = form === "open" ? mark : form === "plain" ? "." : form;
  if (decimal === null) return null;
  const digits = found.body.replaceAll(decimal === "." ? "," : ".", "").replace(",", ".");
  // Through the text, so that 12.3 % is 0.123 and not 0.12300000000000001.
  return Number((Number(digits) * found.factor).toPrecision(15));
}

import type { CardModel, AccountFigures } from "../core/figures";
import type { PinyinMatch } from "./pinyin";

/** Which part of the account matched; the results name it beside the place. */
type MatchReason = "name" | "shortName" | "id" | "contact" | "phone" | "pinyin" | "contactPinyin";

export interface Match {
  readonly figures: AccountFigures;
  readonly reason: MatchReason;
  /** The contact's name, the phone number, the short name or the id that matched. */
  readonly found: string;
}

/** Case, accents and full-width forms do not count: "koniglich" finds "Königlich". */
const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

const digits = (text: string): string => text.replace(/\D/g, "");

/** Words of a name start a match better than its middle; 0 is best, null none. */
function rank(text: string, query: string): number | null {
  const at = plain(text).indexOf(query);
  if (at < 0) return null;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(plain(text)[at - 1] ?? "") ? 2 : 1;
}

type Ranked = Match & { readonly rank: number };

function matchOf(figures: AccountFigures, query: string, pinyin: PinyinMatch | null): Ranked | null {
  const { account } = figures;
  const found: Ranked[] = [];
  const consider = (reason: MatchReason, text: string, penalty: number): void => {
    const place = text === "" ? null : rank(text, query);
    if (place !== null) found.push({ figures, reason, found: text, rank: place + penalty });
  };
  consider("name", account.name, 0);
  consider("shortName", account.shortName, 0.1);
  consider("id", account.id, 0.2);
  // What is written as typed stands before what only sounds so.
  const considerSound = (reason: MatchReason, text: string, rank: number): void => {
    if (pinyin?.(text, query)) found.push({ figures, reason, found: text, rank });
  };
  considerSound("pinyin", account.name, 2.5);
  considerSound("pinyin", account.shortName, 2.6);
  const queryDigits = /^[\d\s()+./-]+$/.test(query) ? digits(query) : "";
  for (const contact of figures.contacts) {
    if (contact.leftOn !== null) continue;
    consider("contact", contact.name, 3);
    considerSound("contactPinyin", contact.name, 5.5);
    if (queryDigits.length >= 3 && digits(contact.phone).includes(queryDigits))
      found.push({ figures, reason: "phone", found: contact.phone, rank: 4 });
  }
  return found.sort((a, b) => a.rank - b.rank)[0] ?? null;
}

/** Accounts by name, short name, id, contact, phone or, given it, pinyin: best match first, then by revenue. */
export function findAccounts(
  model: CardModel,
  text: string,
  limit = 6,
  pinyin: PinyinMatch | null = null,
): readonly Match[] {
  const query = plain(text);
  if (query === "") return [];
  return model.order
    .flatMap((id) => {
      const figures = model.accounts.get(id);
      const match = figures ? matchOf(figures, query, pinyin) : null;
      return match ? [match] : [];
    })
    .sort((a, b) => a.rank - b.rank || b.figures.metrics.revenue12 - a.figures.metrics.revenue12)
    .slice(0, limit);
}

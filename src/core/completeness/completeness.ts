import type { Completeness } from "../figures";
import type { Account, Contact } from "../records";

type Field = readonly [id: string, isFilled: (account: Account, contacts: readonly Contact[]) => boolean];

const fields: readonly Field[] = [
  ["name", ({ name }) => filled(name)],
  ["kind", ({ kind }) => filled(kind)],
  ["industry", ({ industry }) => filled(industry)],
  ["region", ({ region }) => filled(region)],
  ["address", ({ address }) => filled(address)],
  ["owner", ({ owner }) => filled(owner)],
  ["since", ({ since }) => since !== null],
  ["size", ({ size }) => filled(size)],
  ["products", ({ products }) => filled(products)],
  ["contactReachable", (_, contacts) => contacts.some(({ phone, email }) => filled(phone) || filled(email))],
  ["contactRole", (_, contacts) => contacts.some(({ buyingRole }) => filled(buyingRole))],
  ["taxId", ({ taxId, entityType }) => entityType === "person" || filled(taxId)],
];

/** The tax id is asked of organisations only; an account whose type is not said is taken for one. */
const askedOf = ({ entityType }: Account): number => fields.length - Number(entityType === "person");

/** Answers by what is missing and what is asked: accounts by the thousand share a few dozen. */
const answers = new Map<number, Completeness>();

/**
 * The share of an account's file that is filled, with the ids of what is missing. `contacts` are those who have not
 * left.
 */
export function completenessOf(account: Account, contacts: readonly Contact[]): Completeness {
  let gaps = 0;
  for (const [, isFilled] of fields) gaps = (gaps << 1) | Number(!isFilled(account, contacts));
  const asked = askedOf(account);
  const key = (gaps << 4) | asked;
  const known = answers.get(key);
  if (known) return known;
  const missing = fields.filter((_, place) => gaps & (1 << (fields.length - 1 - place))).map(([id]) => id);
  const answer = { share: (asked - missing.length) / asked, missing };
  answers.set(key, answer);
  return answer;
}

function filled(text: string): boolean {
  return text !== "" && text.trim() !== "";
}

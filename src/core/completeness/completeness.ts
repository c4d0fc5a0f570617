import type { Completeness } from "../figures";
import type { Account, Contact } from "../records";

/**
 * The share of an account's file that is filled, with the ids of what is missing. `contacts` are those who have not
 * left. The tax id counts for organisations only; an account whose type is not said is taken for one.
 */
export function completenessOf(account: Account, contacts: readonly Contact[]): Completeness {
  const fields: Record<string, boolean> = {
    name: filled(account.name),
    kind: filled(account.kind),
    industry: filled(account.industry),
    region: filled(account.region),
    address: filled(account.address),
    owner: filled(account.owner),
    since: account.since !== null,
    size: filled(account.size),
    products: filled(account.products),
    contactReachable: contacts.some(({ phone, email }) => filled(phone) || filled(email)),
    contactRole: contacts.some(({ buyingRole }) => filled(buyingRole)),
  };
  if (account.entityType !== "person") fields.taxId = filled(account.taxId);
  const missing = Object.keys(fields).filter((field) => !fields[field]);
  const count = Object.keys(fields).length;
  return { share: (count - missing.length) / count, missing };
}

function filled(text: string): boolean {
  return text.trim() !== "";
}

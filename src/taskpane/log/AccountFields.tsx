import { useState, type Ref } from "react";
import { useCard } from "../card-context";
import { useTexts } from "../language";
import { AccountField } from "./AccountField";
import { withAccount, withoutAccount } from "./log-form";
import type { LogForm } from "./use-log-form";

/** The account of the entry, and further ones that sat at the same table. */
export function AccountFields({ form, first }: { form: LogForm; first: Ref<HTMLInputElement> }) {
  const texts = useTexts();
  const card = useCard();
  const [adding, setAdding] = useState(false);
  const { draft, problems, busy } = form;
  const count = Math.max(1, draft.accounts.length) + (adding && draft.accounts.length > 0 ? 1 : 0);
  const choose = (place: number, account: string | null): void => {
    if (place >= draft.accounts.length) setAdding(false);
    form.change(account ? withAccount(card, draft, place, account) : withoutAccount(draft, place));
  };
  const remove = (place: number): void => {
    if (place >= draft.accounts.length) setAdding(false);
    else form.change(withoutAccount(draft, place));
  };
  return (
    <>
      {Array.from({ length: count }, (_, place) => (
        <AccountField
          key={place === 0 ? "first" : `${place} ${draft.accounts[place] ?? "new"}`}
          label={place === 0 ? texts("log.account") : texts("log.accountNumber", { number: place + 1 })}
          account={draft.accounts[place] ?? null}
          onChoose={(account) => choose(place, account)}
          onAdd={place === 0 && draft.accounts.length > 0 && !adding ? () => setAdding(true) : undefined}
          onRemove={place === 0 ? undefined : () => remove(place)}
          problem={place === 0 && problems.includes("account") ? texts("log.problem.account") : null}
          readOnly={busy}
          focusAtOnce={place > 0 && place >= draft.accounts.length}
          {...(place === 0 ? { field: first } : {})}
        />
      ))}
    </>
  );
}

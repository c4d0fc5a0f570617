import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Account } from "../../core/records";
import type { AccountIdentity, ChangedAccount } from "../../workbook/daily-verbs";
import type { Outcome } from "../../workbook/outcome";
import { useCard } from "../card-context";
import { usePaneLanguage } from "../language";
import { ChangeFields, ChangeSection, type ChangeForm } from "./ChangeSection";
import { useFollowedAccount } from "./follow-account";

/** What was changed last, for the way back. */
export interface IdentityState {
  readonly changed: ChangedAccount | null;
  onChanged(changed: ChangedAccount | null): void;
}

/** Another name or id for this account; the rows that name it follow (TP8). */
export function Identity({ account, changed, onChanged }: IdentityState & { readonly account: Account }) {
  const { texts, formats } = usePaneLanguage();
  const change = useChange();
  return (
    <ChangeSection
      id="account-identity"
      title={texts("identity:title")}
      standing={texts("identity:shown", { id: account.id })}
      open={texts("identity:open")}
      done={changed?.to.id === account.id ? changed : null}
      onDone={onChanged}
      sentence={({ to, rows }) =>
        texts("identity:done", { name: to.name, id: to.id, rows: formats.number(rows) })
      }
      takeBack={({ from, to }) => change(to, from)}
      form={(form) => <IdentityForm account={account} {...form} />}
    />
  );
}

/** The pane goes on with the account under its new id. */
function useChange() {
  const card = useCard();
  const followed = useFollowedAccount();
  return async (from: AccountIdentity, to: AccountIdentity): Promise<Outcome<ChangedAccount>> => {
    const outcome = await card.daily.changeAccount({ from, to });
    if (outcome.ok) followed.open(outcome.value.to.id);
    return outcome;
  };
}

function IdentityForm({
  account,
  busy,
  save,
  close,
}: ChangeForm<ChangedAccount> & { readonly account: Account }) {
  const { texts } = usePaneLanguage();
  const change = useChange();
  const [name, setName] = useState(account.name);
  const [id, setId] = useState(account.id);
  const to = { id: id.trim(), name: name.trim() };
  const missing = to.id === "" || to.name === "";
  const same = to.id === account.id && to.name === account.name;
  const wrong = missing ? texts("identity:missing") : same ? texts("identity:same") : null;
  return (
    <ChangeFields
      save={texts("identity:save")}
      busy={busy}
      right={!wrong}
      onSave={() => save(() => change({ id: account.id, name: account.name }, to))}
      onClose={close}
    >
      {(tried) => (
        <>
          <Field label={texts("identity:name")} required>
            <Input autoFocus value={name} onChange={(_event, data) => setName(data.value)} />
          </Field>
          <Field
            label={texts("identity:id")}
            required
            hint={texts("identity:note")}
            validationMessage={tried ? wrong : null}
          >
            <Input value={id} onChange={(_event, data) => setId(data.value)} />
          </Field>
        </>
      )}
    </ChangeFields>
  );
}

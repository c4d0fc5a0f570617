import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { Add16Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useState, type Ref } from "react";
import { useFollowedAccount } from "../account/follow-account";
import { useModel } from "../card-context";
import { AccountResults } from "../elements/AccountResults";
import { useAccountSearch } from "../elements/use-account-search";
import { useTexts } from "../language";

const useStyles = makeStyles({
  place: { position: "relative" },
  input: { width: "100%" },
  action: { minWidth: "24px", maxWidth: "24px", height: "24px" },
});

interface AccountFieldProps {
  readonly label: string;
  readonly account: string | null;
  readonly onChoose: (account: string | null) => void;
  readonly onAdd?: (() => void) | undefined;
  readonly onRemove?: (() => void) | undefined;
  readonly problem: string | null;
  readonly readOnly: boolean;
  readonly field?: Ref<HTMLInputElement>;
  readonly focusAtOnce?: boolean;
}

/** One account by name, short name, contact or phone; arrow down offers those opened last. */
export function AccountField(props: AccountFieldProps) {
  const styles = useStyles();
  const texts = useTexts();
  const model = useModel();
  const { recent } = useFollowedAccount();
  const nameOf = (id: string | null): string => (id ? (model.accounts.get(id)?.account.name ?? id) : "");
  const name = nameOf(props.account);
  // While somebody types, the field shows what they type; otherwise the account it stands for.
  const [editing, setEditing] = useState(false);
  const search = useAccountSearch(model, {
    onChoose: (match) => {
      setEditing(false);
      props.onChoose(match.figures.account.id);
    },
    suggested: [...recent, ...model.order],
  });
  const settle = (): void => {
    if (editing) {
      const typed = search.text.trim().toLocaleLowerCase();
      const exact = model.order.find((id) => nameOf(id).toLocaleLowerCase() === typed);
      if (typed === "" || exact) props.onChoose(exact ?? null);
    }
    setEditing(false);
    search.clear();
  };
  return (
    <Field label={props.label} required validationMessage={props.problem}>
      {(field) => (
        <div className={styles.place}>
          <Input
            {...field}
            {...search.combobox}
            ref={props.field}
            className={styles.input}
            value={editing ? search.text : name}
            placeholder={texts("log.accountPlaceholder")}
            readOnly={props.readOnly}
            autoComplete="off"
            autoFocus={props.focusAtOnce ?? false}
            onChange={(_event, data) => {
              setEditing(true);
              search.type(data.value);
            }}
            onKeyDown={search.onKeyDown}
            onBlur={settle}
            contentAfter={<FieldAction {...props} />}
          />
          <AccountResults search={search} hint={texts("log.accountKeys")} />
        </div>
      )}
    </Field>
  );
}

function FieldAction({ onAdd, onRemove, label }: AccountFieldProps) {
  const styles = useStyles();
  const texts = useTexts();
  const action = onRemove ?? onAdd;
  if (!action) return null;
  const name = onRemove ? texts("log.removeAccount", { field: label }) : texts("log.addAccount");
  return (
    <Button
      className={styles.action}
      appearance="subtle"
      size="small"
      icon={onRemove ? <Dismiss16Regular /> : <Add16Regular />}
      aria-label={name}
      title={name}
      onClick={action}
    />
  );
}

import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { Account } from "../../core/records";
import type { AccountIdentity, ChangedAccount } from "../../workbook/daily-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useOutcome } from "../use-outcome";
import { useFollowedAccount } from "./follow-account";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: {
    flexGrow: 1,
    minWidth: "140px",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What was changed last, for the way back. */
export interface IdentityState {
  readonly changed: ChangedAccount | null;
  onChanged(changed: ChangedAccount | null): void;
}

/** Another name or id for this account; the rows that name it follow (TP8). */
export function Identity({ account, changed, onChanged }: IdentityState & { readonly account: Account }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const followed = useFollowedAccount();
  const [open, setOpen] = useState(false);
  const sentence = ({ to, rows }: ChangedAccount): string =>
    texts("identity:done", { name: to.name, id: to.id, rows: formats.number(rows) });
  const write = async (from: AccountIdentity, to: AccountIdentity): Promise<ChangedAccount | null> => {
    const done = await attempt.run(() => card.daily.changeAccount({ from, to }));
    if (done) followed.open(done.to.id);
    return done;
  };
  const save = async (to: AccountIdentity): Promise<void> => {
    const done = await write({ id: account.id, name: account.name }, to);
    if (!done) return;
    setOpen(false);
    onChanged(done);
    announcer.say(sentence(done));
  };
  const takeBack = async ({ from, to }: ChangedAccount): Promise<void> => {
    if (!(await write(to, from))) return;
    onChanged(null);
    announcer.say(texts("today.undone"));
  };
  return (
    <section aria-labelledby="account-identity">
      <SectionTitle id="account-identity" title={texts("identity:title")} />
      {attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null}
      {changed?.to.id === account.id && !attempt.issue ? (
        <Message intent="success" sentence={sentence(changed)}>
          <Button size="small" disabledFocusable={attempt.busy} onClick={() => void takeBack(changed)}>
            {texts("undo")}
          </Button>
        </Message>
      ) : null}
      {open ? (
        <IdentityForm
          account={account}
          busy={attempt.busy}
          onSave={(to) => void save(to)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <div className={styles.line}>
          <span className={styles.text}>{texts("identity:shown", { id: account.id })}</span>
          <Button size="small" data-opener="name and id" onClick={() => setOpen(true)}>
            {texts("identity:open")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface IdentityFormProps {
  readonly account: Account;
  readonly busy: boolean;
  readonly onSave: (to: AccountIdentity) => void;
  readonly onClose: () => void;
}

function IdentityForm({ account, busy, onSave, onClose }: IdentityFormProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const [name, setName] = useState(account.name);
  const [id, setId] = useState(account.id);
  const [tried, setTried] = useState(false);
  const to = { id: id.trim(), name: name.trim() };
  const missing = to.id === "" || to.name === "";
  const same = to.id === account.id && to.name === account.name;
  const wrong = missing ? texts("identity:missing") : same ? texts("identity:same") : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong && !busy) onSave(to);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
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
      <div className={styles.line}>
        <Button appearance="primary" type="submit" size="small" disabledFocusable={busy}>
          {texts("identity:save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    </form>
  );
}

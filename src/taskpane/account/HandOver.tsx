import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useId, useState, type FormEvent } from "react";
import type { Account } from "../../core/records";
import type { HandOverReceipt } from "../../workbook/daily-verbs";
import { useAnnouncer } from "../announcer";
import { useCard, useModel } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { ownersOf } from "../today/today-list";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: {
    flexGrow: 1,
    minWidth: "140px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** This account, or all of its owner, to a colleague, with open actions and planned visits (TP8). */
export function HandOver({ account }: { account: Account }) {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [open, setOpen] = useState(false);
  const [receipt, setReceipt] = useState<HandOverReceipt | null>(null);
  const sentence = (done: HandOverReceipt): string =>
    texts("handOver.done", {
      accounts: texts("whatIf.accounts", { count: done.accounts }),
      actions: done.actions,
      visits: done.visits,
    });
  const hand = async (to: string, accounts: readonly string[]): Promise<void> => {
    const done = await attempt.run(() => card.daily.handOver({ from: account.owner, to, accounts }));
    if (!done) return;
    setOpen(false);
    setReceipt(done);
    announcer.say(sentence(done));
  };
  const takeBack = async ({ undo }: HandOverReceipt): Promise<void> => {
    const done = await attempt.run(async () => {
      const outcome = await card.daily.undo(undo);
      return outcome.ok ? { ok: true, value: true } : outcome;
    });
    if (!done) return;
    setReceipt(null);
    announcer.say(texts("today.undone"));
  };
  if (account.owner === "" && !receipt) return null;
  return (
    <section aria-labelledby="hand-over">
      <SectionTitle id="hand-over" title={texts("handOver.title")} />
      {attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null}
      {receipt && !attempt.issue ? (
        <Message intent="success" sentence={sentence(receipt)}>
          <Button size="small" disabledFocusable={attempt.busy} onClick={() => void takeBack(receipt)}>
            {texts("undo")}
          </Button>
        </Message>
      ) : null}
      {open ? (
        <HandOverForm
          account={account}
          busy={attempt.busy}
          onHand={(to, accounts) => void hand(to, accounts)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <div className={styles.line}>
          <span className={styles.text}>{texts("handOver.owner", { owner: account.owner })}</span>
          <Button size="small" onClick={() => setOpen(true)}>
            {texts("handOver.open")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface HandOverFormProps {
  readonly account: Account;
  readonly busy: boolean;
  readonly onHand: (to: string, accounts: readonly string[]) => void;
  readonly onClose: () => void;
}

function HandOverForm({ account, busy, onHand, onClose }: HandOverFormProps) {
  const styles = useStyles();
  const texts = useTexts();
  const model = useModel();
  const list = useId();
  const [to, setTo] = useState("");
  const [whole, setWhole] = useState(false);
  const [tried, setTried] = useState(false);
  const owned = [...model.accounts.values()].filter((one) => one.account.owner === account.owner);
  const chosen = whole ? owned.map((one) => one.account.id) : [account.id];
  const wrong = to.trim() === "" || to.trim() === account.owner;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrong && !busy) onHand(to.trim(), chosen);
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        label={texts("handOver.to")}
        required
        validationMessage={tried && wrong ? texts("handOver.noName") : null}
      >
        <Input autoFocus list={list} value={to} onChange={(_event, data) => setTo(data.value)} />
      </Field>
      <datalist id={list}>
        {ownersOf(model)
          .filter((owner) => owner !== account.owner)
          .map((owner) => (
            <option key={owner} value={owner} />
          ))}
      </datalist>
      <RadioGroup
        aria-label={texts("handOver.title")}
        value={whole ? "all" : "one"}
        onChange={(_event, data) => setWhole(data.value === "all")}
      >
        <Radio value="one" label={account.name} />
        <Radio value="all" label={texts("handOver.all", { owner: account.owner, count: owned.length })} />
      </RadioGroup>
      <span className={styles.text}>{texts("handOver.note")}</span>
      <div className={styles.line}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {busy ? texts("log.saving") : texts("handOver.save", { count: chosen.length })}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    </form>
  );
}

import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Account } from "../../core/records";
import type { HandOverReceipt } from "../../workbook/daily-verbs";
import { useCard, useModel } from "../card-context";
import { useTexts } from "../language";
import { ownersOf } from "../today/today-list";
import { ChangeFields, ChangeSection, type ChangeForm } from "./ChangeSection";

const useStyles = makeStyles({
  note: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** This account, or all of its owner, to a colleague, with open actions and planned visits (TP8). */
export function HandOver({ account }: { account: Account }) {
  const texts = useTexts();
  const card = useCard();
  const [receipt, setReceipt] = useState<HandOverReceipt | null>(null);
  if (account.owner === "" && !receipt) return null;
  return (
    <ChangeSection
      id="hand-over"
      title={texts("handOver.title")}
      standing={texts("handOver.owner", { owner: account.owner })}
      open={texts("handOver.open")}
      done={receipt}
      onDone={setReceipt}
      sentence={({ accounts, actions, visits }) =>
        texts("handOver.done", {
          accounts: texts("whatIf.accounts", { count: accounts }),
          actions,
          visits,
        })
      }
      takeBack={({ undo }) => card.daily.undo(undo)}
      form={(form) => <HandOverForm account={account} {...form} />}
    />
  );
}

interface HandOverFormProps extends ChangeForm<HandOverReceipt> {
  readonly account: Account;
}

function HandOverForm({ account, busy, save, close }: HandOverFormProps) {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const model = useModel();
  const list = useId();
  const [to, setTo] = useState("");
  const [whole, setWhole] = useState(false);
  const owned = [...model.accounts.values()].filter((one) => one.account.owner === account.owner);
  const accounts = whole ? owned.map((one) => one.account.id) : [account.id];
  const wrong = to.trim() === "" || to.trim() === account.owner;
  return (
    <ChangeFields
      save={texts("handOver.save", { count: accounts.length })}
      busy={busy}
      right={!wrong}
      onSave={() => save(() => card.daily.handOver({ from: account.owner, to: to.trim(), accounts }))}
      onClose={close}
    >
      {(tried) => (
        <>
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
          <span className={styles.note}>{texts("handOver.note")}</span>
        </>
      )}
    </ChangeFields>
  );
}

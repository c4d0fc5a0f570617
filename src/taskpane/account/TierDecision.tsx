import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { AccountFigures } from "../../core/figures";
import { tiers, type Tier } from "../../core/units";
import type { Undoable } from "../../workbook/daily-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { tierName } from "../names";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  state: { flexGrow: 1, minWidth: "140px" },
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
});

interface Stored {
  readonly tier: Tier;
  readonly undo: Undoable;
}

/** The tier that is stored, and a form to store another one between reviews, with its reason (TP8). */
export function TierDecision({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [open, setOpen] = useState(false);
  const [stored, setStored] = useState<Stored | null>(null);
  const { account, tierInForce } = figures;
  const save = async (tier: Tier, reason: string): Promise<void> => {
    const undo = await attempt.run(() => card.daily.setTier(account.id, tier, reason));
    if (!undo) return;
    setOpen(false);
    setStored({ tier, undo });
    announcer.say(texts("tierNow.saved", { tier: tierName(texts, tier) }));
  };
  const takeBack = async (): Promise<void> => {
    if (!stored) return;
    const { undo } = stored;
    const done = await attempt.run(async () => {
      const outcome = await card.daily.undo(undo);
      return outcome.ok ? { ok: true, value: true } : outcome;
    });
    if (!done) return;
    setStored(null);
    announcer.say(texts("today.undone"));
  };
  return (
    <section aria-labelledby="tier-decision">
      <SectionTitle id="tier-decision" title={texts("tierNow.title")} />
      {attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null}
      {stored && !attempt.issue ? (
        <Message intent="success" sentence={texts("tierNow.saved", { tier: tierName(texts, stored.tier) })}>
          <Button size="small" disabledFocusable={attempt.busy} onClick={() => void takeBack()}>
            {texts("undo")}
          </Button>
        </Message>
      ) : null}
      {open ? (
        <TierForm
          tier={account.tier ?? tierInForce}
          busy={attempt.busy}
          onSave={(tier, reason) => void save(tier, reason)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <div className={styles.line}>
          <span className={styles.state}>
            {account.tier === null
              ? texts("tierNow.proposed", { tier: tierName(texts, tierInForce) })
              : texts("tierNow.decided", { tier: tierName(texts, account.tier) })}
          </span>
          <Button size="small" data-opener="set tier" onClick={() => setOpen(true)}>
            {texts("tierNow.open")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface TierFormProps {
  readonly tier: Tier;
  readonly busy: boolean;
  readonly onSave: (tier: Tier, reason: string) => void;
  readonly onClose: () => void;
}

function TierForm({ tier, busy, onSave, onClose }: TierFormProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [chosen, setChosen] = useState<Tier>(tier);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!missing && !busy) onSave(chosen, reason.trim());
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field label={texts("tierNow.tier")}>
        <Select
          autoFocus
          value={chosen}
          onChange={(_event, data) => setChosen(tiers.find((one) => one === data.value) ?? chosen)}
        >
          {tiers.map((one) => (
            <option key={one} value={one}>
              {tierName(texts, one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={texts("tierNow.reason")}
        required
        validationMessage={tried && missing ? texts("tierNow.noReason") : null}
      >
        <Input value={reason} onChange={(_event, data) => setReason(data.value)} />
      </Field>
      <div className={styles.line}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {busy ? texts("log.saving") : texts("tierNow.save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    </form>
  );
}

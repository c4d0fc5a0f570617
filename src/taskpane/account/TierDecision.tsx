import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { AccountFigures } from "../../core/figures";
import { tiers, type Tier } from "../../core/units";
import type { Undoable } from "../../workbook/daily-verbs";
import { useCard } from "../card-context";
import { useTexts } from "../language";
import { tierName } from "../names";
import { ChangeFields, ChangeSection, type ChangeForm } from "./ChangeSection";

interface Stored {
  readonly tier: Tier;
  readonly undo: Undoable;
}

/** The tier that is stored, and a form to store another one between reviews, with its reason (TP8). */
export function TierDecision({ figures }: { figures: AccountFigures }) {
  const texts = useTexts();
  const card = useCard();
  const [stored, setStored] = useState<Stored | null>(null);
  const { account, tierInForce } = figures;
  return (
    <ChangeSection
      id="tier-decision"
      title={texts("tierNow.title")}
      standing={
        account.tier === null
          ? texts("tierNow.proposed", { tier: tierName(texts, tierInForce) })
          : texts("tierNow.decided", { tier: tierName(texts, account.tier) })
      }
      open={texts("tierNow.open")}
      done={stored}
      onDone={setStored}
      sentence={({ tier }) => texts("tierNow.saved", { tier: tierName(texts, tier) })}
      takeBack={({ undo }) => card.daily.undo(undo)}
      form={(form) => <TierForm account={account.id} tier={account.tier ?? tierInForce} {...form} />}
    />
  );
}

interface TierFormProps extends ChangeForm<Stored> {
  readonly account: string;
  readonly tier: Tier;
}

function TierForm({ account, tier, busy, save, close }: TierFormProps) {
  const texts = useTexts();
  const card = useCard();
  const [chosen, setChosen] = useState<Tier>(tier);
  const [reason, setReason] = useState("");
  const missing = reason.trim() === "";
  const store = () =>
    save(async () => {
      const outcome = await card.daily.setTier(account, chosen, reason.trim());
      return outcome.ok ? { ok: true, value: { tier: chosen, undo: outcome.value } } : outcome;
    });
  return (
    <ChangeFields save={texts("tierNow.save")} busy={busy} right={!missing} onSave={store} onClose={close}>
      {(tried) => (
        <>
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
        </>
      )}
    </ChangeFields>
  );
}

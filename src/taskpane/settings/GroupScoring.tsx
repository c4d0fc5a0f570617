import { Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useCard, useReadyCard } from "../card-context";
import { useTexts } from "../language";
import { SettingForm } from "./SettingForm";

/** Whether the accounts of a group are scored one by one, or all by the purchases of the group (TP9). */
export function GroupScoring() {
  const texts = useTexts();
  const card = useCard();
  const { records } = useReadyCard();
  const [together, setTogether] = useState(records.settings.scoreGroups);
  return (
    <SettingForm
      title={texts("settings.groups")}
      onSave={() => card.changeSettings({ scoreGroups: together })}
    >
      <Field label={texts("group:setting.label")} hint={texts("group:setting.hint")}>
        <RadioGroup
          value={together ? "together" : "each"}
          onChange={(_event, data) => setTogether(data.value === "together")}
        >
          <Radio value="each" label={texts("group:setting.each")} />
          <Radio value="together" label={texts("group:setting.together")} />
        </RadioGroup>
      </Field>
      {records.accounts.some(({ parent }) => parent !== "") ? null : (
        <Text size={200}>{texts("group:setting.none")}</Text>
      )}
    </SettingForm>
  );
}

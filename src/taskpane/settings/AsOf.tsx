import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { useCard, useReadyCard } from "../card-context";
import { DateField } from "../elements/DateField";
import { useTexts } from "../language";
import { SettingForm } from "./SettingForm";

/** The day all figures are counted from: today, or a fixed day (WB12). */
export function AsOf() {
  const texts = useTexts();
  const card = useCard();
  const { model } = useReadyCard();
  const [fixed, setFixed] = useState(model.settings.asOf !== null);
  const [day, setDay] = useState<number | null>(model.settings.asOf ?? model.asOf);
  const [problem, setProblem] = useState<string | null>(null);
  const check = (): boolean => {
    const missing = fixed && day === null;
    if (missing) setProblem(texts("log.problem.date"));
    return !missing;
  };
  return (
    <SettingForm
      title={texts("settings.as-of")}
      check={check}
      onSave={() => card.changeSettings({ asOf: fixed ? day : null })}
    >
      <Field label={texts("asOf.label")} hint={texts("asOf.hint")}>
        <RadioGroup
          value={fixed ? "fixed" : "today"}
          onChange={(_event, data) => setFixed(data.value === "fixed")}
        >
          <Radio value="today" label={texts("asOf.today")} />
          <Radio value="fixed" label={texts("asOf.fixed")} />
        </RadioGroup>
      </Field>
      {fixed ? (
        <DateField
          label={texts("asOf.day")}
          required
          day={day}
          problem={problem}
          onChange={(next) => {
            setDay(next);
            setProblem(null);
          }}
        />
      ) : null}
    </SettingForm>
  );
}

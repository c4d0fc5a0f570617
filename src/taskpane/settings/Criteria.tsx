import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Axis, Criterion } from "../../core/records";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";
import {
  changeOf,
  criteriaForm,
  hasProblem,
  limitProblem,
  limits,
  type CriteriaForm,
  type CriterionText,
} from "./criteria-form";
import { CriteriaTable } from "./CriteriaTable";
import { SaveBar } from "./SaveBar";
import { saved } from "./saved";

const useStyles = makeStyles({
  limits: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
});

const axes: readonly Axis[] = ["economic", "strategic"];

/** Weights, bounds and cuts. Nothing is written before Save; a saved change is a new rule version. */
export function Criteria() {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const { records } = useReadyCard();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const attempt = useOutcome();
  const [form, setForm] = useState(() => criteriaForm(records.criteria, records.settings));
  const [tried, setTried] = useState(false);
  const version = records.settings.ruleVersion + 1;
  const changeCriterion = (id: string, text: CriterionText): void =>
    setForm({ ...form, criteria: { ...form.criteria, [id]: text } });
  const save = async (): Promise<void> => {
    setTried(true);
    if (hasProblem(form)) {
      announcer.alert(texts("criteria.correct"));
      return;
    }
    const done = await attempt.run(() => saved(card.changeCriteria(changeOf(form, records.criteria))));
    if (!done) return;
    announcer.say(texts("criteria.saved", { version }));
    back();
  };
  const ofAxis = (axis: Axis): readonly Criterion[] =>
    records.criteria.filter((criterion) => criterion.axis === axis);
  return (
    <ViewFrame
      title={texts("settings.criteria")}
      context={texts("criteria.note")}
      onBack={back}
      dockMessage={
        attempt.issue ? (
          <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} />
        ) : tried && hasProblem(form) ? (
          <Message intent="warning" sentence={texts("criteria.correct")} />
        ) : null
      }
      actions={
        <SaveBar
          label={texts("criteria.save", { version })}
          busy={attempt.busy}
          onSave={() => void save()}
          onDiscard={back}
        />
      }
    >
      {axes.map((axis) =>
        ofAxis(axis).length === 0 ? null : (
          <CriteriaTable
            key={axis}
            axis={axis}
            criteria={ofAxis(axis)}
            form={form}
            onChange={changeCriterion}
          />
        ),
      )}
      <Limits form={form} onChange={setForm} />
    </ViewFrame>
  );
}

function Limits({ form, onChange }: { form: CriteriaForm; onChange: (form: CriteriaForm) => void }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const problemOf = (limit: (typeof limits)[number]): string | null => {
    const problem = limitProblem(limit, form.limits[limit]);
    return problem === null ? null : texts(`criteria.problem.${problem}`);
  };
  return (
    <section aria-labelledby="limits">
      <SectionTitle id="limits" title={texts("criteria.limits")} />
      <div className={styles.limits}>
        {limits.map((limit) => (
          <Field
            key={limit}
            label={texts(`criteria.limit.${limit}`)}
            hint={texts(`criteria.limitHint.${limit}`)}
            validationMessage={problemOf(limit)}
          >
            <Input
              type="number"
              step="any"
              value={form.limits[limit]}
              onChange={(_event, data) =>
                onChange({ ...form, limits: { ...form.limits, [limit]: data.value } })
              }
            />
          </Field>
        ))}
      </div>
    </section>
  );
}

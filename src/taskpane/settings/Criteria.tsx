import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Axis, Criterion } from "../../core/records";
import type { RuleVersion } from "../../workbook/rule-verbs";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { AddCriterion } from "./AddCriterion";
import { CriteriaMessage } from "./CriteriaMessage";
import { CriteriaTable } from "./CriteriaTable";
import { criteriaIn, formOfVersion, rulesOf, withAdded, withoutAdded } from "./criteria-form";
import { EarlierVersions } from "./EarlierVersions";
import { Limits } from "./Limits";
import { ProposedBounds } from "./ProposedBounds";
import { SaveBar } from "./SaveBar";
import { useCriteriaWork, type CriteriaWork } from "./use-criteria-work";
import { useSaidMoves, useWhatIf } from "./use-what-if";
import { WhatMoves } from "./WhatMoves";

const useStyles = makeStyles({
  link: {
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const axes: readonly Axis[] = ["economic", "strategic"];

/**
 * Weights, bounds and cuts, tried while they are typed: who would move is shown before anything is written. Save makes a
 * new rule version.
 */
export function Criteria() {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const { records, model } = useReadyCard();
  const announcer = useAnnouncer();
  const { back } = useRouting();
  const work = useCriteriaWork();
  const { form, shown, touched } = work;
  // As the accounts stood when the form was opened.
  const [columns] = useState(() => card.rules.numberColumns());
  const figures = useMemo(() => new Map(columns.map((column) => [column.metric, column.figures])), [columns]);
  const rules = useMemo(() => rulesOf(form, shown, records), [form, shown, records]);
  const whatIf = useWhatIf(model, rules, figures);
  useSaidMoves(whatIf, touched);
  const criteria = criteriaIn(form, shown);
  const version = shown.settings.ruleVersion + 1;
  const tryVersion = (earlier: RuleVersion): void => {
    work.change(formOfVersion(form, earlier));
    announcer.say(texts("versions.tried", { version: earlier.version }));
  };
  return (
    <ViewFrame
      title={texts("settings.criteria")}
      context={texts("criteria.note")}
      onBack={back}
      dockMessage={
        <>
          <WhatMoves whatIf={whatIf} touched={touched} />
          <CriteriaMessage work={work} />
        </>
      }
      actions={
        touched || !work.kept ? (
          <SaveBar
            label={texts("criteria.save", { version })}
            busy={work.busy}
            idle={!touched}
            onSave={() => void work.save()}
            onDiscard={back}
          />
        ) : (
          <Button onClick={back}>{texts("criteria.close")}</Button>
        )
      }
    >
      <ProposedBounds work={work} criteria={criteria} />
      {axes.map((axis) => (
        <AxisTable key={axis} axis={axis} criteria={criteria} work={work} columns={columns} />
      ))}
      <Limits form={form} shown={shown.settings} onChange={work.change} />
      <EarlierVersions inForce={shown.settings.ruleVersion} criteria={criteria} onTry={tryVersion} />
    </ViewFrame>
  );
}

interface AxisTableProps {
  readonly axis: Axis;
  readonly criteria: readonly Criterion[];
  readonly work: CriteriaWork;
  readonly columns: ReturnType<ReturnType<typeof useCard>["rules"]["numberColumns"]>;
}

function AxisTable({ axis, criteria, work, columns }: AxisTableProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { form, change } = work;
  const own = criteria.filter((criterion) => criterion.axis === axis);
  return (
    <CriteriaTable
      axis={axis}
      criteria={own}
      form={form}
      onChange={(id, text) => change({ ...form, criteria: { ...form.criteria, [id]: text } })}
      onRemove={(id) => change(withoutAdded(form, id))}
      beside={
        axis === "economic" ? (
          <Link as="button" className={styles.link} onClick={work.propose}>
            {texts("bounds.propose")}
          </Link>
        ) : null
      }
      below={
        <AddCriterion
          axis={axis}
          used={new Set(own.map(({ metric }) => metric))}
          columns={columns}
          onAdd={(criterion) => change(withAdded(form, criterion))}
        />
      }
    />
  );
}

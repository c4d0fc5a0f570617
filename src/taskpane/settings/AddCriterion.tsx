import { Button, Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import type { CardModel } from "../../core/figures";
import type { Axis, Criterion } from "../../core/records";
import { criterionValues, purchaseMetricIds, ratingIds } from "../../core/scoring/criterion-values";
import { percentileInclusive, toSignificantDigits } from "../../core/statistics/order-statistics";
import type { NumberColumn } from "../../workbook/rule-verbs";
import { useCard, useModel } from "../card-context";
import { useFocusAfter } from "../elements/use-focus-after";
import { useTexts } from "../language";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalSNudge,
    width: "100%",
    boxSizing: "border-box",
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: "flex", columnGap: tokens.spacingHorizontalS },
  link: {
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface AddCriterionProps {
  readonly axis: Axis;
  /** Metrics that criteria of this axis use already. */
  readonly used: ReadonlySet<string>;
  readonly columns: readonly NumberColumn[];
  readonly onAdd: (criterion: Criterion) => void;
}

/** A criterion of the person's own, from a metric of the model or a column of Accounts (S46). */
export function AddCriterion(props: AddCriterionProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const opener = useFocusAfter(open);
  if (open) return <NewCriterion {...props} onClose={() => setOpen(false)} />;
  return (
    <Link as="button" ref={opener} className={styles.link} onClick={() => setOpen(true)}>
      {texts("criteria.add")}
    </Link>
  );
}

/** Weight of a new criterion; its effect shows at once and is weighed from there. */
const firstWeight = 10;

/** Between nothing and the 95th percentile of those that have any, as the model's own bounds are proposed. */
function boundsOf(figures: readonly (number | null)[]): { readonly low: number; readonly high: number } {
  const known = figures.filter((figure) => figure !== null);
  const top = percentileInclusive(
    known.filter((figure) => figure > 0),
    0.95,
  );
  return { low: Math.min(0, ...known), high: top === null ? 100 : toSignificantDigits(top, 2) };
}

function figuresOf(
  { facts }: CardModel,
  metric: string,
  columns: readonly NumberColumn[],
): (number | null)[] {
  const column = columns.find((one) => one.metric === metric);
  if (column) return [...column.figures.values()];
  return Array.from(criterionValues(metric, facts.strategic), (value) =>
    Number.isNaN(value) ? null : value,
  );
}

function NewCriterion({ axis, used, columns, onAdd, onClose }: AddCriterionProps & { onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  const card = useCard();
  const model = useModel();
  const known: readonly string[] = axis === "economic" ? purchaseMetricIds : ratingIds;
  const metrics = [...known, ...columns.map(({ metric }) => metric)].filter((metric) => !used.has(metric));
  const [metric, setMetric] = useState(metrics[0] ?? "");
  const [name, setName] = useState("");
  const nameOf = (one: string): string => (known.includes(one) ? texts(`labels:metric.${one}`) : one);
  const label = name.trim() || nameOf(metric);
  const add = (): void => {
    const bounds = boundsOf(figuresOf(model, metric, columns));
    onAdd({ id: card.rules.newCriterionId(), label, axis, metric, ...bounds, weight: firstWeight });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  if (metrics.length === 0)
    return (
      <div className={styles.form} onKeyDown={onKeyDown}>
        {texts("criteria.noColumns")}
        <Button autoFocus size="small" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    );
  return (
    <div className={styles.form} role="group" aria-label={texts("criteria.add")} onKeyDown={onKeyDown}>
      <Field label={texts("criteria.source")} hint={texts("criteria.sourceHint")}>
        <Select autoFocus value={metric} onChange={(_event, data) => setMetric(data.value)}>
          {metrics.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts("criteria.name")}>
        <Input value={name} placeholder={nameOf(metric)} onChange={(_event, data) => setName(data.value)} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" onClick={add}>
          {texts("criteria.addIt")}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    </div>
  );
}

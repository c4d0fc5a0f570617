import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import { tiers, type Tier } from "../../core/units";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { SectionTitle } from "../elements/SectionTitle";
import { TierBadge } from "../elements/TierBadge";
import { usePaneLanguage } from "../language";
import { tierName } from "../names";
import {
  cadenceForm,
  cadenceHasProblem,
  cadenceItems,
  cadenceKey,
  cadenceProblem,
  cadenceRules,
  type CadenceForm,
  type ShownItem,
} from "./cadence-form";
import { NumberCell } from "./NumberCell";
import { SettingForm } from "./SettingForm";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) 72px 72px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  head: {
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  first: { gridColumn: "1 / 3", textAlign: "start" },
  problem: {
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
});

/** How often each tier is visited, called and reviewed. */
export function Cadence() {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const { records } = useReadyCard();
  const announcer = useAnnouncer();
  const [form, setForm] = useState(() => cadenceForm(records.cadence));
  const wrong = cadenceHasProblem(form);
  const check = (): boolean => {
    if (wrong) announcer.alert(texts("criteria.correct"));
    return !wrong;
  };
  return (
    <SettingForm
      title={texts("settings.cadence")}
      context={texts("cadence.note")}
      problem={wrong ? texts("criteria.correct") : null}
      check={check}
      onSave={() => card.changeCadence(cadenceRules(form, records.cadence))}
    >
      {cadenceItems.map((item) => (
        <ItemGrid key={item} item={item} form={form} onChange={setForm} />
      ))}
    </SettingForm>
  );
}

interface ItemGridProps {
  readonly item: ShownItem;
  readonly form: CadenceForm;
  readonly onChange: (form: CadenceForm) => void;
}

function ItemGrid({ item, form, onChange }: ItemGridProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const unit = texts(item === "review" ? "cadence.months" : "cadence.days");
  const shown = tiers.filter((tier) => form[cadenceKey(item, tier)]);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={`cadence-${item}`}>
      <SectionTitle id={`cadence-${item}`} title={texts(`cadence.item.${item}`)} count={unit} />
      <div className={styles.grid}>
        <span className={mergeClasses(styles.head, styles.first)}>{texts("cadence.tier")}</span>
        <span className={styles.head}>{texts("cadence.target")}</span>
        <span className={styles.head}>{item === "review" ? "" : texts("cadence.maximum")}</span>
        {shown.map((tier) => (
          <TierRow key={tier} tier={tier} item={item} form={form} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

function TierRow({ tier, item, form, onChange }: ItemGridProps & { tier: Tier }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const key = cadenceKey(item, tier);
  const text = form[key];
  if (!text) return null;
  const problem = cadenceProblem(item, text);
  const problemId = `problem-${item}-${tier}`;
  const cell = (column: "target" | "maximum") => (
    <NumberCell
      name={[texts(`cadence.item.${item}`), tierName(texts, tier), texts(`cadence.${column}`)].join(
        texts("comma"),
      )}
      text={text[column]}
      invalid={problem !== null}
      describedBy={problem === null ? undefined : problemId}
      min={1}
      step={1}
      onChange={(typed) => onChange({ ...form, [key]: { ...text, [column]: typed } })}
    />
  );
  return (
    <Fragment>
      <TierBadge tier={tier} beside />
      <span>{tierName(texts, tier)}</span>
      {cell("target")}
      {item === "review" ? <span /> : cell("maximum")}
      {problem === null ? null : (
        <span id={problemId} className={styles.problem}>
          {texts(`cadence.problem.${problem}`)}
        </span>
      )}
    </Fragment>
  );
}

import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Axis, Criterion } from "../../core/records";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";
import { criterionName } from "../names";
import {
  criterionProblem,
  figureColumns,
  numberOf,
  weightSum,
  type CriteriaForm,
  type CriterionText,
} from "./criteria-form";
import { NumberCell } from "./NumberCell";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: {
    padding: tokens.spacingHorizontalXXS,
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  name: {
    width: "38%",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    textAlign: "start",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  use: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "24px",
    cursor: "pointer",
  },
  box: {
    flexShrink: 0,
    width: "14px",
    height: "14px",
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
  },
  off: { color: tokens.colorNeutralForeground3 },
  cell: { padding: tokens.spacingHorizontalXXS },
  remove: { fontSize: tokens.fontSizeBase200, padding: `${tokens.spacingVerticalXS} 0` },
  problem: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
  foot: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  sum: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, marginLeft: "auto" },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

interface CriteriaTableProps {
  readonly axis: Axis;
  readonly criteria: readonly Criterion[];
  readonly form: CriteriaForm;
  readonly onChange: (id: string, text: CriterionText) => void;
  /** Takes a criterion out that is not saved yet. */
  readonly onRemove: (id: string) => void;
  /** Stands at the end of the title's line. */
  readonly beside?: ReactNode;
  /** Stands under the table, before the sum. */
  readonly below?: ReactNode;
}

/** The criteria of one axis: the value that gives nothing, the one that gives all, and the weight. */
export function CriteriaTable({
  axis,
  criteria,
  form,
  onChange,
  onRemove,
  beside,
  below,
}: CriteriaTableProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const added = new Set(form.added.map(({ id }) => id));
  return (
    <section aria-labelledby={`criteria-${axis}`}>
      <SectionTitle id={`criteria-${axis}`} title={texts(`criteria.axis.${axis}`)}>
        {beside}
      </SectionTitle>
      <table className={styles.table} aria-labelledby={`criteria-${axis}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {texts("why.criterion")}
            </th>
            {figureColumns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {texts(`criteria.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <CriterionLine
              key={criterion.id}
              criterion={criterion}
              text={form.criteria[criterion.id] ?? { low: "", high: "", weight: "" }}
              onChange={(text) => onChange(criterion.id, text)}
              onRemove={added.has(criterion.id) ? () => onRemove(criterion.id) : null}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        {below}
        <Sum sum={weightSum(form, criteria)} />
      </div>
    </section>
  );
}

function Sum({ sum }: { sum: number }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  return (
    <span className={styles.sum}>
      {sum === 100
        ? texts("criteria.sum")
        : texts("criteria.sumScaled", { sum: formats.number(sum, Number.isInteger(sum) ? 0 : 1) })}
      {sum === 100 ? <Checkmark16Regular aria-hidden className={styles.good} /> : null}
    </span>
  );
}

interface CriterionLineProps {
  readonly criterion: Criterion;
  readonly text: CriterionText;
  readonly onChange: (text: CriterionText) => void;
  readonly onRemove: (() => void) | null;
}

function CriterionLine({ criterion, text, onChange, onRemove }: CriterionLineProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const problem = criterionProblem(text);
  const name = criterionName(texts, criterion);
  const problemId = `problem-${criterion.id}`;
  return (
    <>
      <tr>
        <th scope="row" className={styles.name}>
          <UseBox criterion={criterion} name={name} text={text} onChange={onChange} />
          {onRemove ? (
            <Link
              as="button"
              className={styles.remove}
              aria-label={[texts("criteria.remove"), name].join(texts("comma"))}
              onClick={onRemove}
            >
              {texts("criteria.remove")}
            </Link>
          ) : null}
        </th>
        {figureColumns.map((column) => (
          <td key={column} className={styles.cell}>
            <NumberCell
              name={[texts(`criteria.column.${column}`), name].join(texts("comma"))}
              text={text[column]}
              invalid={problem !== null}
              describedBy={problem === null ? undefined : problemId}
              onChange={(typed) => onChange({ ...text, [column]: typed })}
            />
          </td>
        ))}
      </tr>
      {problem === null ? null : (
        <tr>
          <td colSpan={4} id={problemId} className={styles.problem}>
            {texts(`criteria.problem.${problem}`)}
          </td>
        </tr>
      )}
    </>
  );
}

/** A weight switched on without ever having had one. */
const firstWeight = "10";

interface UseBoxProps {
  readonly criterion: Criterion;
  readonly name: string;
  readonly text: CriterionText;
  readonly onChange: (text: CriterionText) => void;
}

/** Off is weight 0; on again is the weight it had. */
function UseBox({ criterion, name, text, onChange }: UseBoxProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const used = numberOf(text.weight) !== 0;
  const weight = criterion.weight > 0 ? String(criterion.weight) : firstWeight;
  return (
    <label className={styles.use}>
      <input
        type="checkbox"
        className={styles.box}
        checked={used}
        aria-label={[texts("criteria.use"), name].join(texts("comma"))}
        title={texts("criteria.use")}
        onChange={() => onChange({ ...text, weight: used ? "0" : weight })}
      />
      <span className={used ? undefined : styles.off}>{name}</span>
    </label>
  );
}

import { makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import { Fragment } from "react";
import type { Axis, Criterion } from "../../core/records";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";
import { criterionName } from "../names";
import { criterionProblem, weightSum, type CriteriaForm, type CriterionText } from "./criteria-form";
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
    width: "34%",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`,
    textAlign: "start",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  cell: { padding: tokens.spacingHorizontalXXS },
  problem: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorPaletteRedForeground1,
  },
  sum: {
    display: "flex",
    alignItems: "center",
    justifyContent: "flex-end",
    columnGap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

interface CriteriaTableProps {
  readonly axis: Axis;
  readonly criteria: readonly Criterion[];
  readonly form: CriteriaForm;
  readonly onChange: (id: string, text: CriterionText) => void;
}

const columns = ["low", "high", "weight"] as const;

/** The criteria of one axis: the value that gives nothing, the one that gives all, and the weight. */
export function CriteriaTable({ axis, criteria, form, onChange }: CriteriaTableProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const sum = weightSum(form, criteria);
  return (
    <section aria-labelledby={`criteria-${axis}`}>
      <SectionTitle id={`criteria-${axis}`} title={texts(`criteria.axis.${axis}`)} />
      <table className={styles.table} aria-labelledby={`criteria-${axis}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              {texts("why.criterion")}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {texts(`criteria.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => {
            const text = form.criteria[criterion.id] ?? { low: "", high: "", weight: "" };
            const problem = criterionProblem(text);
            const name = criterionName(texts, criterion);
            const problemId = `problem-${criterion.id}`;
            return (
              <Fragment key={criterion.id}>
                <tr>
                  <th scope="row" className={styles.name}>
                    {name}
                  </th>
                  {columns.map((column) => (
                    <td key={column} className={styles.cell}>
                      <NumberCell
                        name={[texts(`criteria.column.${column}`), name].join(texts("comma"))}
                        text={text[column]}
                        invalid={problem !== null}
                        describedBy={problem === null ? undefined : problemId}
                        onChange={(typed) => onChange(criterion.id, { ...text, [column]: typed })}
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
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <p className={styles.sum}>
        {sum === 100
          ? texts("criteria.sum")
          : texts("criteria.sumScaled", { sum: formats.number(sum, Number.isInteger(sum) ? 0 : 1) })}
        {sum === 100 ? <Checkmark16Regular aria-hidden className={styles.good} /> : null}
      </p>
    </section>
  );
}

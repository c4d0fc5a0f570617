import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { targetsFor } from "../../workbook/import/import-target";
import { questionOf } from "../../workbook/import/propose-mapping";
import { usePaneLanguage } from "../language";
import { ColumnQuestion } from "./ColumnQuestion";
import { targetName, withTarget, type ImportForm } from "./import-form";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 16px minmax(0, 1.15fr)",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "center",
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  name: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  sample: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  arrow: { color: tokens.colorNeutralForeground3 },
  select: { minWidth: 0, "& select": { width: "100%" } },
  question: { gridColumn: "1 / -1" },
});

interface MapRowProps {
  readonly form: ImportForm;
  readonly index: number;
  onChange(form: ImportForm): void;
}

/** One column with a sample of it, and where it goes; what it leaves open is asked right below. */
export function MapRow({ form, index, onChange }: MapRowProps) {
  const styles = useStyles();
  const { texts, formats, language } = usePaneLanguage();
  const facts = form.facts[index];
  const choice = form.columns[index];
  if (!facts || !choice) return null;
  const question = questionOf(form.kind, facts, choice.target);
  const empty = form.source.rowCount - facts.filled;
  const mostlyEmpty = texts("import.someBlank", {
    empty: formats.number(empty),
    rows: formats.number(form.source.rowCount),
  });
  const [sample = texts("import.blank")] =
    empty > facts.filled && facts.filled > 0 ? [mostlyEmpty] : facts.samples;
  return (
    <li className={styles.row}>
      <span>
        <span className={styles.name}>{facts.header}</span>
        <span className={styles.sample}>{sample}</span>
      </span>
      <ArrowRight16Regular aria-hidden className={styles.arrow} />
      <Select
        className={styles.select}
        size="small"
        aria-label={texts("import.target", { column: facts.header })}
        value={choice.target ?? ""}
        onChange={(_event, { value }) => onChange(withTarget(form, index, value === "" ? null : value))}
      >
        <option value="">{texts("import.leaveOut")}</option>
        {targetsFor[form.kind].map((target) => (
          <option key={target.id} value={target.id}>
            {targetName(form.kind, target, language, texts)}
          </option>
        ))}
      </Select>
      {question ? (
        <div className={styles.question}>
          <ColumnQuestion form={form} index={index} question={question} onChange={onChange} />
        </div>
      ) : null}
    </li>
  );
}

import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { dateOrders, readDay } from "../../workbook/import/national-dates";
import { readNumber } from "../../workbook/import/national-numbers";
import type { ColumnFacts } from "../../workbook/import/column-facts";
import type { Question } from "../../workbook/import/propose-mapping";
import type { Formats } from "../formats";
import { usePaneLanguage } from "../language";
import { withAnswer, type ImportForm } from "./import-form";

const useStyles = makeStyles({
  box: {
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  samples: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});

const marks = [".", ","] as const;

interface ColumnQuestionProps {
  readonly form: ImportForm;
  readonly index: number;
  readonly question: Question;
  onChange(form: ImportForm): void;
}

/** How dates or numbers are read that can be read in two ways; each answer is shown on three rows of the column. */
export function ColumnQuestion({ form, index, question, onChange }: ColumnQuestionProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const facts = form.facts[index];
  const choice = form.columns[index];
  if (!facts || !choice) return null;
  const answers = question === "dateOrder" ? facts.dateOrders : marks;
  const answer = (value: string): void => {
    const order = dateOrders.find((one) => one === value);
    const mark = marks.find((one) => one === value);
    onChange(withAnswer(form, index, order ? { dateOrder: order } : { mark: mark ?? null }));
  };
  const sample = (before: string, value: string): string =>
    texts("import.ask.samples", { before, after: readAs(question, before, value, formats) });
  return (
    <Field className={styles.box} label={texts(`import.ask.${question}`)}>
      <RadioGroup value={choice[question] ?? ""} onChange={(_event, { value }) => answer(value)}>
        {answers.map((value) => (
          <Radio
            key={value}
            value={value}
            label={
              <>
                {texts(answerKey(question, value, facts))}
                <span className={styles.samples}>
                  {(question === "dateOrder" ? facts.openDates : facts.openNumbers)
                    .map((text) => sample(text, value))
                    .join(texts("separator"))}
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** 1.234 and 1,234 are asked about in the words of the mark that stands there. */
function answerKey(question: Question, value: string, facts: ColumnFacts): string {
  if (question === "dateOrder") return `import.ask.${value}`;
  const stands = facts.openNumbers[0]?.includes(".") ? "." : ",";
  const name = stands === "." ? "point" : "comma";
  return `import.ask.${name}${stands === value ? "" : "Thousands"}`;
}

function readAs(question: Question, text: string, value: string, formats: Formats): string {
  if (question === "dateOrder") {
    const order = dateOrders.find((one) => one === value) ?? null;
    const day = readDay(text, order);
    return day === null ? "–" : formats.fullDate(day);
  }
  const number = readNumber(text, value === "." ? "." : ",");
  return number === null ? "–" : formats.number(number, Number.isInteger(number) ? 0 : 3);
}

import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import type { RepairFinding } from "../../workbook/upkeep-verbs";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";

const useStyles = makeStyles({
  finding: {
    listStyleType: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalNone}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  samples: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  notes: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface FindingProps {
  readonly finding: RepairFinding;
  readonly choice: string;
  readonly disabled: boolean;
  readonly onChoose: (option: string) => void;
}

/** One thing that is not as it should be, with what stands there, and what can be done about it. */
export function FindingCard({ finding, choice, disabled, onChoose }: FindingProps) {
  const styles = useStyles();
  const texts = useTexts();
  const samples = finding.samples.map(({ from, to }) =>
    to === null ? from : texts("repair.sample", { from, to }),
  );
  return (
    <li className={styles.finding}>
      <Field label={issueSentence(texts, finding.what)}>
        <RadioGroup value={choice} disabled={disabled} onChange={(_event, data) => onChoose(data.value)}>
          {finding.options.map(({ id, label }) => (
            <Radio key={id} value={id} label={issueSentence(texts, label)} />
          ))}
        </RadioGroup>
      </Field>
      {samples.length > 0 ? (
        <p className={styles.samples}>
          {texts("repair.samples", { samples: samples.join(texts("separator")) })}
        </p>
      ) : null}
      {finding.notes.length > 0 ? (
        <ul className={styles.notes}>
          {finding.notes.map((note) => (
            <li key={`${note.code} ${Object.values(note.values).join(" ")}`}>{issueSentence(texts, note)}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

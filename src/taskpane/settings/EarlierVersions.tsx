import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Criterion } from "../../core/records";
import type { RuleVersion } from "../../workbook/rule-verbs";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useOutcome } from "../use-outcome";
import { changeText } from "./rule-figures";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  version: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  changes: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface EarlierVersionsProps {
  /** Version of the rules in force; another one makes the list anew. */
  readonly inForce: number;
  readonly criteria: readonly Criterion[];
  /** Fills the form; nothing is written. */
  readonly onTry: (version: RuleVersion) => void;
}

/** The rules as they were, from the audit trail; putting one back is a new version (S09). */
export function EarlierVersions({ inForce, criteria, onTry }: EarlierVersionsProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const card = useCard();
  const attempt = useOutcome();
  const [read, setRead] = useState<{ inForce: number; versions: readonly RuleVersion[] } | null>(null);
  const versions = read?.inForce === inForce ? read.versions : null;
  const show = async (): Promise<void> => {
    const found = await attempt.run(() => card.rules.versions());
    if (found) setRead({ inForce, versions: found });
  };
  return (
    <section aria-labelledby="versions">
      <SectionTitle id="versions" title={texts("versions.title")} />
      {versions === null ? (
        <Button
          size="small"
          disabledFocusable={attempt.busy}
          icon={attempt.busy ? <Spinner size="extra-tiny" aria-label={texts("versions.reading")} /> : null}
          onClick={() => void show()}
        >
          {texts("versions.show")}
        </Button>
      ) : (
        <ul className={styles.list}>
          {versions.map((version) => (
            <Version
              key={version.version}
              version={version}
              current={version.version === inForce}
              criteria={criteria}
              onTry={onTry}
            />
          ))}
        </ul>
      )}
      {attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null}
      <p className={styles.note}>{texts("versions.note")}</p>
    </section>
  );
}

interface VersionProps {
  readonly version: RuleVersion;
  readonly current: boolean;
  readonly criteria: readonly Criterion[];
  readonly onTry: (version: RuleVersion) => void;
}

function Version({ version, current, criteria, onTry }: VersionProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const number = { version: version.version };
  const parts = [
    texts("versions.version", number),
    version.at === null ? texts("versions.first") : formats.fullDate(version.at),
    version.by,
    current ? texts("versions.inForce") : "",
  ];
  return (
    <li className={styles.version}>
      <div className={styles.line}>
        <span className={styles.name}>{parts.filter(Boolean).join(texts("separator"))}</span>
        {current ? null : (
          <Button size="small" aria-label={texts("versions.tryIt", number)} onClick={() => onTry(version)}>
            {texts("versions.try")}
          </Button>
        )}
      </div>
      <ul className={styles.changes}>
        {version.changes.map((change) => (
          <li key={`${change.criterion ?? ""} ${change.column}`}>
            {changeText({ texts, formats }, change, criteria)}
          </li>
        ))}
      </ul>
    </li>
  );
}

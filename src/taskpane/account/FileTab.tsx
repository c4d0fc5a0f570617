import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { AccountFigures } from "../../core/figures";
import { useCard } from "../card-context";
import { Bar } from "../elements/Bar";
import { EvidenceLine } from "../elements/EvidenceLine";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { ruleEvidence, watchEvidence } from "../today/evidence";
import { useOutcome } from "../use-outcome";
import { ContactList } from "./ContactList";
import { Group } from "./Group";
import { HandOver } from "./HandOver";
import { Facts } from "./Facts";
import { GrowthFacts } from "./GrowthFacts";
import { Identity, type IdentityState } from "./Identity";
import { TierDecision } from "./TierDecision";
import { basicFacts, businessFacts, classFacts } from "./file-facts";

const useStyles = makeStyles({
  link: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  signs: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  sign: { paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
  missing: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

function Signs({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const signs: ReactNode[] = [
    ...figures.fired.map((fired) => (
      <EvidenceLine key={fired.rule} evidence={ruleEvidence({ texts, formats }, fired)} />
    )),
    ...figures.openWatch.map((entry) => (
      <EvidenceLine key={entry.id} evidence={watchEvidence({ texts, formats }, entry)} />
    )),
  ];
  if (signs.length === 0) return null;
  return (
    <section aria-labelledby="file-signs">
      <SectionTitle id="file-signs" title={texts("file.signs")} count={signs.length} />
      <ul className={styles.signs}>
        {signs.map((sign, index) => (
          <li key={index} className={styles.sign}>
            {sign}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileTabProps {
  readonly figures: AccountFigures;
  readonly identity: IdentityState;
}

/** What the workbook knows of the account; edited in the sheet, read here. */
export function FileTab({ figures, identity }: FileTabProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const show = useOutcome();
  const { completeness } = figures;
  const showRow = (): void => void show.run(() => card.showAccountRow(figures.account.id));
  const missing = completeness.missing.map((field) => texts(`file.field.${field}`)).join(texts("comma"));
  return (
    <>
      {show.issue ? <Message intent="warning" sentence={issueSentence(texts, show.issue)} /> : null}
      <SectionTitle title={texts("file.basics")}>
        <Link as="button" className={styles.link} onClick={showRow}>
          {texts("file.edit")}
        </Link>
      </SectionTitle>
      <Facts facts={basicFacts(texts, formats, figures.account)} />
      <Signs figures={figures} />
      <SectionTitle title={texts("file.business")} />
      <Facts facts={businessFacts(texts, formats, figures)} />
      <GrowthFacts figures={figures} />
      <Group key={`group ${figures.account.id}`} figures={figures} />
      <SectionTitle title={texts("file.classes")} />
      <Facts facts={classFacts(texts, formats, figures)} />
      <TierDecision key={`tier ${figures.account.id}`} figures={figures} />
      <ContactList contacts={figures.contacts} />
      <SectionTitle title={texts("file.complete")} count={formats.percent(completeness.share)} />
      <Bar share={completeness.share} />
      {missing ? (
        <p className={styles.missing}>
          {texts("file.missing", { fields: missing })}{" "}
          <Link as="button" className={styles.link} onClick={showRow}>
            {texts("file.fillIn")}
          </Link>
        </p>
      ) : null}
      <HandOver key={`owner ${figures.account.id}`} account={figures.account} />
      <Identity key={`identity ${figures.account.id}`} account={figures.account} {...identity} />
    </>
  );
}

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Criterion } from "../../core/records";
import { Message } from "../elements/Message";
import { usePaneLanguage } from "../language";
import { changeText } from "./rule-figures";
import type { CriteriaWork } from "./use-criteria-work";

const useStyles = makeStyles({
  place: { marginTop: tokens.spacingVerticalS },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What was proposed from the purchases, old and new; the form holds it already, the workbook does not. */
export function ProposedBounds({ work, criteria }: { work: CriteriaWork; criteria: readonly Criterion[] }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const place = useRef<HTMLDivElement>(null);
  const { proposal } = work;
  useEffect(() => {
    if (proposal) place.current?.focus();
  }, [proposal]);
  if (!proposal) return null;
  const { changes } = proposal;
  return (
    <div ref={place} role="group" aria-label={texts("bounds.propose")} tabIndex={0} className={styles.place}>
      <Message intent="info" sentence={texts(changes.length > 0 ? "bounds.proposed" : "bounds.nothing")}>
        <Button size="small" onClick={work.dropProposal}>
          {texts(changes.length > 0 ? "bounds.drop" : "first.hint.close")}
        </Button>
      </Message>
      {changes.length > 0 ? (
        <ul className={styles.list}>
          {changes.map((change) => (
            <li key={`${change.criterion ?? ""} ${change.column}`}>
              {changeText({ texts, formats }, change, criteria)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

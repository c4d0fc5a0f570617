import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTexts } from "../language";
import type { Evidence } from "../today/evidence";

const useStyles = makeStyles({
  lead: { fontWeight: tokens.fontWeightSemibold },
  // Red is kept for what is beyond its limit; the words say so, too.
  over: { color: tokens.colorPaletteRedForeground1 },
});

export function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <>
      <span className={mergeClasses(styles.lead, evidence.over && styles.over)}>{evidence.lead}</span>
      {evidence.rest ? `${texts("separator")}${evidence.rest}` : null}
    </>
  );
}

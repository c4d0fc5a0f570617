import { makeStyles, tokens } from "@fluentui/react-components";
import type { GroupBasis } from "../../core/figures";
import { useTexts } from "../language";

const useStyles = makeStyles({
  note: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** Says that the economic score is the one of the whole group. */
export function ScoredTogether({ group }: { group: GroupBasis }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <p className={styles.note}>{texts("group:scored", { count: group.members, name: group.top.name })}</p>
  );
}

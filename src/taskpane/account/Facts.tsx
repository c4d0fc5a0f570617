import { makeStyles, tokens } from "@fluentui/react-components";
import type { Fact } from "./file-facts";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(84px, 104px) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: "anywhere" },
  note: { color: tokens.colorNeutralForeground2 },
});

/** Names and values in two columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, note }) => [
        <dt key={`${label} name`} className={styles.label}>
          {label}
        </dt>,
        <dd key={label} className={styles.value}>
          {value}
          {note ? <span className={styles.note}> {note}</span> : null}
        </dd>,
      ])}
    </dl>
  );
}

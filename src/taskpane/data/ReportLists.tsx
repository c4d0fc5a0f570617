import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { SectionTitle } from "../elements/SectionTitle";
import { useTexts } from "../language";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

interface ReportListProps<T> {
  readonly id: string;
  readonly title: string;
  readonly items: readonly T[];
  /** So many at first. */
  readonly shown: number;
  /** Number in the title, where it is not that of the items. */
  readonly count?: number;
  render(item: T, index: number): ReactNode;
}

/** One part of a report; a long one opens piece by piece. */
export function ReportList<T>({ id, title, items, shown, count, render }: ReportListProps<T>) {
  const styles = useStyles();
  const texts = useTexts();
  const [limit, setLimit] = useState(shown);
  if (items.length === 0) return null;
  const more = Math.min(100, items.length - limit);
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id} title={title} count={count ?? items.length} />
      <ul className={styles.list}>
        {items.slice(0, limit).map((item, index) => (
          <li key={index} className={styles.item}>
            {render(item, index)}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button size="small" appearance="subtle" onClick={() => setLimit(limit + 100)}>
          {texts("import.more", { count: more })}
        </Button>
      ) : null}
    </section>
  );
}

import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { RowList } from "../elements/RowList";
import { SectionTitle } from "../elements/SectionTitle";
import { useTexts } from "../language";

const useStyles = makeStyles({
  more: {
    display: "inline-block",
    marginLeft: `calc(20px + ${tokens.spacingHorizontalS})`,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** Rows shown before "n more". */
  readonly shown: number;
  /** Text key of "n more". */
  readonly more: string;
  readonly children: readonly ReactElement[];
}

/** A titled list that starts short; without rows it is not there at all. */
export function Section({ id, title, shown, more, children }: SectionProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [all, setAll] = useState(false);
  if (children.length === 0) return null;
  const hidden = children.length - shown;
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id} title={title} count={children.length} />
      <RowList labelledBy={id}>{all ? children : children.slice(0, shown)}</RowList>
      {hidden > 0 ? (
        <Link as="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts("today.fewer") : texts(more, { count: hidden })}
        </Link>
      ) : null}
    </section>
  );
}

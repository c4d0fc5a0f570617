import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTexts } from "../language";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  row: { display: "grid", gridTemplateColumns: "20px 1fr", columnGap: tokens.spacingHorizontalS },
  lines: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  title: { width: "50%" },
  evidence: { width: "75%" },
});

/** Shorter waits than this (ms) show nothing: a skeleton that flashes is noise. */
const PATIENCE = 200;

export function LoadingView() {
  const styles = useStyles();
  const texts = useTexts();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <Skeleton aria-label={texts("loading")} className={styles.view}>
      <SkeletonItem size={20} className={styles.title} />
      <SkeletonItem size={48} />
      {[1, 2, 3, 4, 5].map((row) => (
        <div key={row} className={styles.row}>
          <SkeletonItem shape="square" size={20} />
          <div className={styles.lines}>
            <SkeletonItem size={12} className={styles.title} />
            <SkeletonItem size={8} className={styles.evidence} />
          </div>
        </div>
      ))}
    </Skeleton>
  );
}

import { makeStyles, tokens } from "@fluentui/react-components";
import type { Tier } from "../../core/units";
import { useTexts } from "../language";
import { tierName } from "../names";
import { TierBadge } from "./TierBadge";

const useStyles = makeStyles({
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** Badge and name of a tier; the badge alone where it holds the name already, as in Chinese. */
export function TierLabel({ tier }: { tier: Tier }) {
  const styles = useStyles();
  const texts = useTexts();
  const name = tierName(texts, tier);
  if (texts(`tier.mark.${tier}`) === name) return <TierBadge tier={tier} />;
  return (
    <span className={styles.label}>
      <TierBadge tier={tier} beside />
      {name}
    </span>
  );
}

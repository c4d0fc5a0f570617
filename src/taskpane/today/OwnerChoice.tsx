import { makeStyles, Select } from "@fluentui/react-components";
import { useEnvironment, useModel } from "../card-context";
import { useTexts } from "../language";
import { useOwnerFilter } from "./owner-filter";
import { ownersOf } from "./today-list";

const ALL = "";

const useStyles = makeStyles({
  choice: { flexShrink: 0, maxWidth: "50%" },
  // As wide as the chosen name, not as the longest one.
  select: { fieldSizing: "content" },
});

/** Everybody's accounts or those of one owner; the person's own stand first. */
export function OwnerChoice() {
  const styles = useStyles();
  const texts = useTexts();
  const me = useEnvironment().author();
  const { owner, choose } = useOwnerFilter();
  const owners = ownersOf(useModel());
  if (owners.length < 2 && owner === null) return null;
  const sorted = [...owners.filter((one) => one === me), ...owners.filter((one) => one !== me)];
  return (
    <Select
      className={styles.choice}
      select={{ className: styles.select }}
      size="small"
      appearance="filled-lighter"
      aria-label={texts("today.owner")}
      value={owner ?? ALL}
      onChange={(_event, data) => choose(owners.find((one) => one === data.value) ?? null)}
    >
      <option value={ALL}>{texts("today.allOwners")}</option>
      {sorted.map((one) => (
        <option key={one} value={one}>
          {one === me ? texts("today.mine", { name: one }) : one}
        </option>
      ))}
    </Select>
  );
}

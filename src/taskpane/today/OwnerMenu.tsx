import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { useEnvironment, useModel } from "../card-context";
import { useTexts } from "../language";
import { useOwnerFilter } from "./owner-filter";
import { ownersOf } from "./today-list";

const ALL = "all";
const named = (owner: string): string => `owner ${owner}`;

const useStyles = makeStyles({
  button: {
    flexShrink: 0,
    maxWidth: "50%",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** Everybody's accounts or those of one owner; the person's own stand first. */
export function OwnerMenu() {
  const styles = useStyles();
  const texts = useTexts();
  const me = useEnvironment().author();
  const { owner, choose } = useOwnerFilter();
  const owners = ownersOf(useModel());
  if (owners.length < 2 && owner === null) return null;
  const sorted = [...owners.filter((one) => one === me), ...owners.filter((one) => one !== me)];
  return (
    <Menu
      checkedValues={{ owner: [owner === null ? ALL : named(owner)] }}
      onCheckedValueChange={(_event, data) => {
        const chosen = data.checkedItems[0];
        choose(chosen === ALL ? null : (owners.find((one) => named(one) === chosen) ?? null));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.button} appearance="subtle" size="small">
          {owner ?? texts("today.allOwners")}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="owner" value={ALL}>
            {texts("today.allOwners")}
          </MenuItemRadio>
          {sorted.map((one) => (
            <MenuItemRadio key={one} name="owner" value={named(one)}>
              {one === me ? texts("today.mine", { name: one }) : one}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

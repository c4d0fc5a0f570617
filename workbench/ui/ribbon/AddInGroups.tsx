import type { RibbonControl, RibbonGroup } from "../manifest/manifest";
import { useSession } from "../session";
import { AddInMenu } from "./AddInMenu";
import { RibbonButton, RibbonGroupBox } from "./RibbonButton";
import type { RibbonState } from "./use-ribbon-state";
import { useRunControl } from "./use-run-control";

interface AddInGroupsProps {
  readonly groups: readonly RibbonGroup[];
  readonly state: RibbonState;
}

/** The groups of an add-in's manifest: buttons that run its functions or open its pane, and menus of them. */
export function AddInGroups({ groups, state }: AddInGroupsProps) {
  return groups
    .filter((group) => state.isVisible(group.id))
    .map((group) => (
      <RibbonGroupBox key={group.id} label={group.label}>
        {group.controls
          .filter((control) => state.isVisible(control.id))
          .map((control) =>
            control.action ? (
              <AddInButton key={control.id} control={control} state={state} />
            ) : (
              <AddInMenuButton key={control.id} control={control} state={state} />
            ),
          )}
      </RibbonGroupBox>
    ));
}

interface AddInControlProps {
  readonly control: RibbonControl;
  readonly state: RibbonState;
}

function AddInButton({ control, state }: AddInControlProps) {
  const run = useRunControl();
  return (
    <RibbonButton
      label={control.label}
      tip={tipOf(control)}
      icon={<AddInIcon control={control} size={32} />}
      disabled={!state.isEnabled(control.id, control.enabled)}
      onClick={() => run(control)}
    />
  );
}

function AddInMenuButton({ control, state }: AddInControlProps) {
  const run = useRunControl();
  return (
    <AddInMenu
      label={control.label}
      button={({ open, toggle }) => (
        <RibbonButton
          label={control.label}
          tip={tipOf(control)}
          icon={<AddInIcon control={control} size={32} />}
          disabled={!state.isEnabled(control.id, control.enabled)}
          menu={{ open }}
          onClick={toggle}
        />
      )}
      items={(close) =>
        control.items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            title={tipOf(item)}
            disabled={!state.isEnabled(item.id, item.enabled)}
            onClick={() => {
              close();
              run(item);
            }}
          >
            <AddInIcon control={item} size={16} />
            {item.label}
          </button>
        ))
      }
    />
  );
}

function tipOf(control: RibbonControl): string {
  return control.tip.description ? `${control.tip.title}\n${control.tip.description}` : control.tip.title;
}

/** The sharpest icon for the size: twice as large where the screen is dense, else the next one there is. */
function AddInIcon({ control, size }: { control: RibbonControl; size: number }) {
  const { manifest } = useSession();
  const sizes = Object.keys(control.icons)
    .map(Number)
    .sort((a, b) => a - b);
  const wanted = size * Math.ceil(window.devicePixelRatio || 1);
  const chosen = sizes.find((available) => available >= wanted) ?? sizes.at(-1);
  const source = chosen === undefined ? manifest.iconUrl : control.icons[chosen];
  return <img src={source} alt="" width={size} height={size} />;
}

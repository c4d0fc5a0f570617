import {
  BoldIcon,
  DeleteRowIcon,
  FewerDecimalsIcon,
  FilterIcon,
  InsertRowIcon,
  ItalicIcon,
  MoreDecimalsIcon,
  NewSheetIcon,
  RedoIcon,
  SortAscendingIcon,
  SortDescendingIcon,
  UndoIcon,
} from "../chrome/icons";
import { useSession } from "../session";
import { formatNames, isFormatName, numberFormats } from "./number-formats";
import { RibbonButton, RibbonGroupBox } from "./RibbonButton";
import { useHomeActions } from "./use-home-actions";

export function HomeGroups() {
  const { texts } = useSession();
  const actions = useHomeActions();
  return (
    <>
      <RibbonGroupBox label={texts("group.undo")}>
        <div className="wb-stack">
          <RibbonButton size="small" label={texts("undo")} icon={<UndoIcon />} onClick={actions.undo} />
          <RibbonButton size="small" label={texts("redo")} icon={<RedoIcon />} onClick={actions.redo} />
        </div>
      </RibbonGroupBox>
      <RibbonGroupBox label={texts("group.font")}>
        <div className="wb-stack">
          <RibbonButton size="small" label={texts("bold")} icon={<BoldIcon />} onClick={actions.bold} />
          <RibbonButton size="small" label={texts("italic")} icon={<ItalicIcon />} onClick={actions.italic} />
        </div>
      </RibbonGroupBox>
      <NumberGroup />
      <RibbonGroupBox label={texts("group.data")}>
        <RibbonButton
          label={texts("sort.ascending")}
          icon={<SortAscendingIcon />}
          onClick={() => actions.sort(true)}
        />
        <RibbonButton
          label={texts("sort.descending")}
          icon={<SortDescendingIcon />}
          onClick={() => actions.sort(false)}
        />
        <RibbonButton label={texts("filter")} icon={<FilterIcon />} onClick={actions.filter} />
      </RibbonGroupBox>
      <RibbonGroupBox label={texts("group.cells")}>
        <RibbonButton label={texts("row.insert")} icon={<InsertRowIcon />} onClick={actions.insertRow} />
        <RibbonButton label={texts("row.delete")} icon={<DeleteRowIcon />} onClick={actions.deleteRow} />
        <RibbonButton label={texts("sheet.new")} icon={<NewSheetIcon />} onClick={actions.newSheet} />
      </RibbonGroupBox>
    </>
  );
}

function NumberGroup() {
  const { texts } = useSession();
  const actions = useHomeActions();
  return (
    <RibbonGroupBox label={texts("group.number")}>
      <div className="wb-stack">
        <select
          className="wb-select"
          aria-label={texts("format")}
          value={actions.currentFormat}
          onChange={(event) => {
            const name = event.currentTarget.value;
            if (isFormatName(name)) actions.format(numberFormats[name]);
          }}
        >
          {actions.currentFormat === "" && <option value="" aria-label={texts("format")} />}
          {formatNames.map((name) => (
            <option key={name} value={name}>
              {texts(`format.${name}`)}
            </option>
          ))}
        </select>
        <div className="wb-row">
          <RibbonButton
            size="small"
            label={texts("decimals.more")}
            icon={<MoreDecimalsIcon />}
            onClick={actions.moreDecimals}
          />
          <RibbonButton
            size="small"
            label={texts("decimals.fewer")}
            icon={<FewerDecimalsIcon />}
            onClick={actions.fewerDecimals}
          />
        </div>
      </div>
    </RibbonGroupBox>
  );
}

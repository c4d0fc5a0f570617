import { Button, CounterBadge, makeStyles, tokens } from "@fluentui/react-components";
import { Add20Regular, Settings20Regular } from "@fluentui/react-icons";
import { modelOf, useCardState } from "../card-context";
import { Tabs, type TabItem } from "../elements/Tabs";
import { useTexts } from "../language";
import { useRouting, type Area } from "../routing";
import { useOwnerFilter } from "../today/owner-filter";
import { countToday, todayOf } from "../today/today-list";
import { FindBox } from "./FindBox";

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Office draws its own menu over the top right corner; 44 px stay free there.
  first: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 44px ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
  },
  second: {
    display: "flex",
    alignItems: "center",
    paddingLeft: tokens.spacingHorizontalXXS,
    paddingRight: tokens.spacingHorizontalXXS,
  },
  tabs: { flexGrow: 1 },
  settings: { marginLeft: "auto" },
  log: { flexShrink: 0, minWidth: "70px" },
  counter: {
    marginLeft: tokens.spacingHorizontalXS,
    // Centred on the word beside it, without making the line taller.
    verticalAlign: "middle",
    marginTop: `calc(-1 * ${tokens.spacingVerticalXXS})`,
    marginBottom: `calc(-1 * ${tokens.spacingVerticalXXS})`,
    "@media (forced-colors: active)": { border: `${tokens.strokeWidthThin} solid CanvasText` },
  },
});

function TodayCounter() {
  const styles = useStyles();
  const { owner } = useOwnerFilter();
  const model = modelOf(useCardState());
  if (!model) return null;
  const count = countToday(todayOf(model, owner));
  if (count === 0) return null;
  return (
    <CounterBadge
      className={styles.counter}
      count={count}
      overflowCount={99}
      size="small"
      color="informative"
    />
  );
}

export function Header() {
  const styles = useStyles();
  const texts = useTexts();
  const state = useCardState();
  const { place, toArea, open } = useRouting();
  const logging = place.drillIn?.kind === "log";
  const tab = (area: Area): TabItem<Area> => ({ value: area, text: texts(`area.${area}`) });
  const tabs: readonly TabItem<Area>[] = [
    { ...tab("today"), after: <TodayCounter /> },
    tab("account"),
    tab("reviews"),
    tab("data"),
    { ...tab("settings"), icon: <Settings20Regular />, className: styles.settings },
  ];
  return (
    <header className={styles.header}>
      <div className={styles.first}>
        <FindBox />
        <Button
          className={styles.log}
          appearance={logging ? "outline" : "primary"}
          icon={<Add20Regular />}
          disabled={state.kind === "loading" || state.kind === "unread"}
          data-opener="log"
          onClick={() => open({ kind: "log", account: null })}
        >
          {texts("log.open")}
        </Button>
      </div>
      <div className={styles.second}>
        <Tabs
          className={styles.tabs}
          label={texts("areas")}
          items={tabs}
          chosen={logging ? null : place.area}
          onChoose={toArea}
        />
      </div>
    </header>
  );
}

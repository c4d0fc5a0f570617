import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { AccountFollowProvider } from "../account/follow-account";
import { useCard, useCardState, useEnvironment } from "../card-context";
import { DamagedNote } from "./DamagedNote";
import { useRouting, type Place } from "../routing";
import { OwnerFilterProvider } from "../today/owner-filter";
import { Today } from "../today/Today";
import { useRefreshing } from "../refreshing";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { useKeepFocus } from "./keep-focus";
import { laterViews } from "./later-views";
import { LoadingView } from "./LoadingView";

const {
  firstRun: FirstRun,
  account: Account,
  why: Why,
  log: Log,
  reviews: Reviews,
  data: Data,
  selfTest: SelfTest,
  repair: Repair,
  removeCard: RemoveCard,
  settings: Settings,
} = laterViews;

const useStyles = makeStyles({
  shell: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowX: "hidden",
  },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
});

function ready(place: Place): ReactNode {
  if (place.drillIn?.kind === "log") {
    const { account, interaction } = place.drillIn;
    return <Log account={account} interaction={interaction} />;
  }
  if (place.drillIn?.kind === "why") return <Why />;
  if (place.drillIn?.kind === "self-test") return <SelfTest />;
  if (place.drillIn?.kind === "repair") return <Repair />;
  if (place.drillIn?.kind === "remove-card") return <RemoveCard />;
  if (place.area === "today") return <Today />;
  if (place.area === "account") return <Account />;
  if (place.area === "data") return <Data />;
  return place.area === "reviews" ? <Reviews /> : <Settings />;
}

/** Views that work without figures. */
const needsNoFigures = new Set(["repair", "remove-card"]);

/** Header, the view of the place, footer. */
export function Shell() {
  const styles = useStyles();
  useKeepFocus();
  const card = useCard();
  const state = useCardState();
  const environment = useEnvironment();
  const { place, toArea, open } = useRouting();
  const { refresh } = useRefreshing();
  useEffect(
    () =>
      environment.onRequest?.((request) => {
        if (request === "log") open({ kind: "log", account: null });
        else if (request === "refresh") void refresh();
        else if (request === "self-test") open({ kind: "self-test" });
        else toArea(request);
      }),
    [environment, open, toArea, refresh],
  );
  useEffect(() => {
    const wake = (): void => {
      if (document.visibilityState === "visible") void card.wake();
    };
    document.addEventListener("visibilitychange", wake);
    return () => document.removeEventListener("visibilitychange", wake);
  }, [card]);
  // Excel can be checked before there is a card.
  const alone = place.drillIn?.kind === "self-test" && state.kind === "none";
  if (alone) return <main className={styles.shell}>{ready(place)}</main>;
  if (state.kind === "none") return <FirstRun state={state} />;
  const noFigures = state.kind === "loading" || (state.kind === "damaged" && !state.model);
  const upkeep = state.kind !== "loading" && needsNoFigures.has(place.drillIn?.kind ?? "");
  return (
    <AccountFollowProvider>
      <OwnerFilterProvider>
        <div className={styles.shell}>
          <Header />
          <main className={styles.main}>
            {state.kind === "damaged" && !upkeep ? <DamagedNote issues={state.issues} /> : null}
            {state.kind === "loading" ? <LoadingView /> : null}
            {noFigures && !upkeep && place.area !== "settings" ? null : ready(place)}
          </main>
          {place.drillIn?.kind === "log" ? null : <Footer />}
        </div>
      </OwnerFilterProvider>
    </AccountFollowProvider>
  );
}

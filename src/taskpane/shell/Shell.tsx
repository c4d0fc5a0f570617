import { makeStyles, tokens } from "@fluentui/react-components";
import type { CardState } from "../../workbook/card";
import { AccountFollowProvider } from "../account/follow-account";
import { useCardState } from "../card-context";
import { DamagedNote } from "./DamagedNote";
import { useRouting, type Place } from "../routing";
import { OwnerFilterProvider } from "../today/owner-filter";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { useKeepFocus } from "./keep-focus";
import { laterViews } from "./later-views";
import { LoadingView } from "./LoadingView";
import { useRequests } from "./use-requests";
import { useWakeOnSight } from "./use-wake-on-sight";
import { ViewOfPlace } from "./ViewOfPlace";

const { firstRun: FirstRun, unread: Unread } = laterViews;

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

/** Views that work without figures. */
const needsNoFigures = new Set(["repair", "remove-card"]);

/** Header, the view of the place, footer. */
export function Shell() {
  const styles = useStyles();
  useKeepFocus();
  useRequests();
  useWakeOnSight();
  const state = useCardState();
  const { place } = useRouting();
  // Excel can be checked before there is a card.
  const alone = place.drillIn?.kind === "self-test" && state.kind === "none";
  if (alone)
    return (
      <main className={styles.shell}>
        <ViewOfPlace place={place} />
      </main>
    );
  if (state.kind === "none") return <FirstRun state={state} />;
  return (
    <AccountFollowProvider>
      <OwnerFilterProvider>
        <div className={styles.shell}>
          <Header />
          <main className={styles.main}>
            <Middle state={state} place={place} />
          </main>
          {place.drillIn?.kind === "log" ? null : <Footer />}
        </div>
      </OwnerFilterProvider>
    </AccountFollowProvider>
  );
}

/** What the state allows to show of a place, with what is wrong above it. */
function Middle({ state, place }: { readonly state: CardState; readonly place: Place }) {
  const unread = state.kind === "unread";
  const upkeep = state.kind !== "loading" && !unread && needsNoFigures.has(place.drillIn?.kind ?? "");
  const damaged = state.kind === "damaged";
  const hasFigures = state.kind === "ready" || (damaged && state.model !== null);
  return (
    <>
      {damaged && !upkeep ? <DamagedNote issues={state.issues} /> : null}
      {state.kind === "loading" ? <LoadingView /> : null}
      {unread ? <Unread /> : null}
      {hasFigures || upkeep || place.area === "settings" ? <ViewOfPlace place={place} /> : null}
    </>
  );
}

import { languages } from "../../core/units";
import { loadViewTexts } from "../../locales/load-texts";
import { loadCatalogue } from "../functions/catalogue";
import { laterView } from "./later-view";

/** A view that says more than what is there from the start. */
const withTexts =
  <View>(load: () => Promise<View>) =>
  async (): Promise<View> =>
    (await Promise.all([load(), loadViewTexts()]))[0];

/** Views that the first paint does without. */
export const laterViews = {
  unread: laterView(withTexts(async () => (await import("./Unread")).Unread)),
  firstRun: laterView(async () => (await import("../first-run/FirstRun")).FirstRun),
  account: laterView(withTexts(async () => (await import("../account/Account")).Account)),
  why: laterView(withTexts(async () => (await import("../account/Why")).Why)),
  log: laterView(async () => (await import(/* webpackChunkName: "log" */ "../log/Log")).Log),
  reviews: laterView(async () => (await import("../reviews/Reviews")).Reviews),
  data: laterView(withTexts(async () => (await import("../data/Data")).Data)),
  functions: laterView(async () => (await import("../functions/Functions")).Functions),
  selfTest: laterView(withTexts(async () => (await import("../self-test/SelfTest")).SelfTest)),
  repair: laterView(async () => (await import("../repair/Repair")).Repair),
  removeCard: laterView(async () => (await import("../repair/RemoveCard")).RemoveCard),
  settings: laterView(withTexts(async () => (await import("../settings/Settings")).Settings)),
};

/** What is typed into Log and not saved; in the file of its view. */
export const loadDrafts = () => import(/* webpackChunkName: "log" */ "../log/draft-store");

/** Fetches all of them, so that none is waited for later, or missed once the connection is gone. */
export async function preloadViews(): Promise<void> {
  const views = Object.values(laterViews).map((view) => view.preload());
  await Promise.all([...views, ...languages.map(loadCatalogue)]);
}

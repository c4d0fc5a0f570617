import { loadPart } from "../load-part";

/** Operations as files of their own, by what a person does. Each is loaded before it asks the workbook for anything. */
export const cardParts = {
  setUp: () => import(/* webpackChunkName: "card-set-up" */ "../operations/set-up-workbook"),
  removeSample: () => import(/* webpackChunkName: "card-set-up" */ "../operations/remove-sample"),
  bringBackSample: () => import(/* webpackChunkName: "card-upkeep" */ "../operations/bring-back-sample"),
  repair: () => import(/* webpackChunkName: "card-upkeep" */ "../operations/repair-workbook"),
  removeCard: () => import(/* webpackChunkName: "card-upkeep" */ "../operations/remove-card"),
  bringBackCard: () => import(/* webpackChunkName: "card-upkeep" */ "../operations/bring-back-card"),
  log: () => import(/* webpackChunkName: "card-log" */ "../operations/log-interaction"),
  undoLog: () => import(/* webpackChunkName: "card-log" */ "../operations/undo-log"),
  settings: () => import(/* webpackChunkName: "card-settings" */ "../operations/change-settings"),
  criteria: () => import(/* webpackChunkName: "card-settings" */ "../operations/change-criteria"),
  versions: () => import(/* webpackChunkName: "card-settings" */ "../operations/rule-versions"),
  cadence: () => import(/* webpackChunkName: "card-settings" */ "../operations/change-cadence"),
  daily: () => import(/* webpackChunkName: "card-daily" */ "../operations/daily-edits"),
  changeAccount: () => import(/* webpackChunkName: "card-account" */ "../operations/change-account"),
  insertFormula: () => import(/* webpackChunkName: "card-daily" */ "../operations/insert-formula"),
  copy: () => import(/* webpackChunkName: "card-copy" */ "../values-copy/open-copy"),
  generate: () => import(/* webpackChunkName: "card-reviews" */ "../review/generate-review"),
  preview: () => import(/* webpackChunkName: "card-reviews" */ "../review/preview-review"),
  apply: () => import(/* webpackChunkName: "card-reviews" */ "../review/apply-review"),
  pending: () => import(/* webpackChunkName: "card-reviews" */ "../review/pending-review"),
  import: () => import(/* webpackChunkName: "card-import" */ "../import/run-import"),
  undoImport: () => import(/* webpackChunkName: "card-import" */ "../import/undo-import"),
};

/** Fetches all of them, so that none is waited for later, or missed once the connection is gone. */
export async function preloadCardParts(): Promise<void> {
  await Promise.all(Object.values<() => Promise<unknown>>(cardParts).map(loadPart));
}

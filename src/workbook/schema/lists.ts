import { actionStatuses, watchKinds } from "../../core/records";
import { purchaseMetricIds, ratingIds } from "../../core/scoring/criterion-values";

/**
 * Codes of the fixed lists. Cells hold the label in the workbook's language (`labels:<list>.<code>`);
 * code, pane and formulas know the code alone. Codes are only ever added (WB5).
 */
export const lists = {
  tier: ["important", "special", "general"],
  kind: ["vip", "ordinary", "potential"],
  entityType: ["organisation", "person"],
  accountStatus: ["active", "paused", "closed"],
  strategy: ["vip", "cultivate", "keep", "exit"],
  class: ["HIGH", "MEDIUM", "LOW"],
  axis: ["economic", "strategic", "health", "credit"],
  direction: ["more", "less"],
  cadenceItem: ["review", "visit", "call", "survey", "report", "backup", "drill"],
  calendarKind: ["holiday", "workday"],
  buyingRole: ["decides", "influences", "uses", "buys", "controls", "blocks"],
  interactionKind: ["visit", "call", "revisit", "meeting", "mail", "message", "care", "event", "web"],
  channel: ["in-person", "phone", "video", "wechat", "email", "other"],
  actionStatus: actionStatuses,
  watchKind: watchKinds,
  watchRule: ["lost", "churn", "decline", "growing", "silence"],
  decision: ["keep", "promote", "demote", "watch", "release", "exit"],
  cycleState: ["open", "applied", "closed"],
  reviewState: ["pending", "applied"],
  yesNo: ["yes", "no"],
  language: ["en", "zh-CN"],
  /** What a criterion can measure; any numeric Accounts column may stand there as well (S46). */
  metric: [...purchaseMetricIds, ...ratingIds],
  /** What made an entry of the audit trail. */
  auditSource: [
    "log",
    "undo",
    "remove-sample",
    "settings",
    "criteria",
    "cadence",
    "apply",
    "take-back",
    "today",
    "tier",
    "hand-over",
    "import",
    "repair",
    "bring-back",
    "account",
  ],
  /** Names of the lists themselves, for the Lists table. */
  listName: [
    "tier",
    "kind",
    "entityType",
    "accountStatus",
    "strategy",
    "class",
    "axis",
    "direction",
    "cadenceItem",
    "calendarKind",
    "buyingRole",
    "interactionKind",
    "channel",
    "actionStatus",
    "watchKind",
    "watchRule",
    "decision",
    "cycleState",
    "reviewState",
    "yesNo",
    "metric",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ListId = keyof typeof lists;
export type CodeOf<L extends ListId> = (typeof lists)[L][number];
export const listIds = Object.keys(lists) as readonly ListId[];

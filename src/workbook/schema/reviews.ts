import { datetime, day, list, text } from "./column";
import { stamps, table } from "./table";

/** One row per account and applied decision; `pending` rows belong to an Apply that did not finish (RV3). */
export const reviews = table("reviews", { table: "Reviews", en: "Reviews", zh: "评审记录", optional: true }, [
  text("id", "Review ID", "评审编号", { required: true, width: 130 }),
  text("account", "Account ID", "客户编号", { required: true, width: 72 }),
  text("cycle", "Cycle", "周期", { required: true, width: 72 }),
  datetime("reviewedAt", "Reviewed at", "评审时间"),
  text("reviewer", "Reviewer", "评审人"),
  day("informationChecked", "Information checked on", "信息核对日", { width: 90 }),
  day("recordsChecked", "Records checked on", "记录核对日", { width: 90 }),
  day("strategyChecked", "Strategy checked on", "策略核对日", { width: 90 }),
  list("tierBefore", "tier", "Tier before", "原级别"),
  list("proposed", "tier", "Proposed", "建议级别"),
  list("decision", "decision", "Decision", "决定"),
  list("tierAfter", "tier", "Tier after", "新级别"),
  text("reason", "Reason", "理由", { width: 200 }),
  text("approver", "Approver", "批准人"),
  list("state", "reviewState", "State", "状态", { required: true }),
  text("frozen", "Frozen figures", "冻结数据", { width: 200 }),
  ...stamps,
]);

import { datetime, day, list, number, text } from "./column";
import { stamps, table } from "./table";

/** Id `yyyy-mm`, a second one in the month `yyyy-mm-2`. */
export const cycles = table("cycles", { table: "Cycles", en: "Cycles", zh: "评审周期", optional: true }, [
  text("id", "Cycle", "周期", { required: true, width: 72 }),
  day("asOf", "As-of date", "基准日", { required: true }),
  datetime("startedAt", "Started at", "开始时间"),
  text("startedBy", "Started by", "发起人"),
  number("ruleVersion", "Rule version", "规则版本", { width: 72 }),
  list("state", "cycleState", "State", "状态", { required: true }),
  datetime("appliedAt", "Applied at", "应用时间"),
  text("appliedBy", "Applied by", "应用人"),
  ...stamps,
]);

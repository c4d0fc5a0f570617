import { day, list, money, number, text } from "./column";
import { stamps, table } from "./table";

/** Why an account is on watch; open while `closed` is blank. At most one open row per account and kind. */
export const watchlist = table(
  "watchlist",
  { table: "Watchlist", en: "Watchlist", zh: "观察名单", optional: true },
  [
    text("id", "Watch ID", "观察编号", { required: true, width: 130 }),
    text("account", "Account ID", "客户编号", { required: true, width: 72 }),
    list("kind", "watchKind", "Kind", "类型", { required: true, width: 96 }),
    day("since", "Since", "起始日", { required: true }),
    text("cause", "Cause", "原因", { width: 160 }),
    text("detail", "Detail", "详情", { width: 200 }),
    number("likelihood", "Likelihood", "可能性"),
    number("impact", "Impact", "影响"),
    text("measure", "Measure", "措施", { width: 160 }),
    text("owner", "Owner", "负责人"),
    day("nextCheck", "Next check", "下次检查"),
    text("reportedTo", "Reported to", "已报告给"),
    text("acknowledged", "Acknowledged", "已知悉", { width: 84 }),
    day("closed", "Closed", "关闭日期"),
    text("lesson", "Lesson", "经验教训", { width: 160 }),
    money("valueAtStake", "Value at stake", "涉及金额"),
    ...stamps,
  ],
);

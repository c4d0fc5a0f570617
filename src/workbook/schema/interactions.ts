import { bool, day, datetime, list, number, text } from "./column";
import { stamps, table } from "./table";

export const interactions = table(
  "interactions",
  { table: "Interactions", en: "Interactions", zh: "往来记录" },
  [
    text("id", "Interaction ID", "往来编号", { required: true, width: 130 }),
    text("account", "Account ID", "客户编号", { required: true, width: 72 }),
    text("contacts", "Contacts", "联系人", { width: 130 }),
    datetime("at", "Date", "日期", { required: true, format: "yyyy-mm-dd", width: 66 }),
    list("kind", "interactionKind", "Kind", "方式", { required: true, width: 60 }),
    list("channel", "channel", "Channel", "渠道"),
    text("purpose", "Purpose", "目的"),
    text("content", "What was said", "谈话内容", { required: true, width: 260 }),
    text("usage", "Usage", "使用情况", { width: 130 }),
    text("newNeeds", "New needs", "新需求", { width: 130 }),
    text("productsIntroduced", "Products introduced", "介绍的产品", { width: 130 }),
    text("result", "Result", "结果", { width: 130 }),
    number("sentiment", "Sentiment", "态度"),
    number("minutes", "Minutes", "时长（分钟）", { width: 72 }),
    bool("completed", "Completed", "已完成", { required: true, width: 66 }),
    text("nextAction", "Next action", "下一步", { width: 130 }),
    day("nextDate", "Next date", "下次日期"),
    text("author", "Author", "记录人", { required: true }),
    text("source", "Record source", "记录来源", { width: 130 }),
    text("link", "Link", "链接"),
    ...stamps,
  ],
);

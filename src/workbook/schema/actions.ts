import { bool, day, list, number, share, text } from "./column";
import { stamps, table } from "./table";

export const actions = table("actions", { table: "Actions", en: "Actions", zh: "行动", optional: true }, [
  text("id", "Action ID", "行动编号", { required: true, width: 130 }),
  text("account", "Account ID", "客户编号", { width: 72 }),
  text("source", "Source", "来源"),
  text("text", "Action", "行动内容", { required: true, width: 220 }),
  text("department", "Department", "部门"),
  text("owner", "Owner", "负责人", { required: true }),
  day("due", "Due", "到期日", { required: true }),
  day("doneOn", "Done on", "完成日期"),
  share("percent", "Percent", "进度"),
  number("weight", "Weight", "权重"),
  bool("promise", "Promise", "对客户的承诺", { width: 84 }),
  list("status", "actionStatus", "Status", "状态"),
  ...stamps,
]);

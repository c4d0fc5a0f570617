import { bool, choice, number, text } from "./column";
import { table } from "./table";

/** Code → label of every drop-down list, in both languages. A reworded label is understood and written. */
export const listsTable = table("lists", { table: "Lists", en: "Lists", zh: "列表" }, [
  choice("list", "listName", "List", "列表名称", { required: true, width: 130 }),
  text("code", "Code", "代码", { required: true, hidden: true, width: 110 }),
  text("labelEn", "Label (English)", "标签（英文）", { width: 130 }),
  text("labelZh", "Label (Chinese)", "标签（中文）", { width: 110 }),
  number("order", "Order", "顺序"),
  bool("active", "Active", "启用"),
]);

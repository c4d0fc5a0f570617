import { choice, datetime, text } from "./column";
import { stamps, table } from "./table";

/** One chain of hashes per writer (S132): shows careless edits, not a forger's. */
export const audit = table("audit", { table: "Audit", en: "Audit", zh: "审计", optional: true }, [
  text("id", "Audit ID", "审计编号", { required: true, width: 130 }),
  datetime("at", "At", "时间", { required: true, format: "yyyy-mm-dd hh:mm:ss", width: 110 }),
  text("by", "By", "操作人", { required: true }),
  text("writer", "Writer", "写入端", { required: true }),
  text("table", "Table", "表", { required: true }),
  text("row", "Row", "行编号", { required: true, width: 130 }),
  text("column", "Column", "列"),
  text("before", "Before", "原值", { width: 130 }),
  text("after", "After", "新值", { width: 130 }),
  choice("source", "auditSource", "Source", "来源"),
  text("previousHash", "Previous hash", "上一哈希", { width: 84 }),
  text("hash", "Hash", "哈希", { width: 84 }),
  ...stamps,
]);

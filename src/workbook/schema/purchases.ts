import { bool, day, money, number, text } from "./column";
import { stamps, table } from "./table";

/** Amounts before tax or with it, as the setting says; negative = refund. */
export const purchases = table("purchases", { table: "Purchases", en: "Purchases", zh: "采购" }, [
  text("id", "Purchase ID", "采购编号", { required: true, width: 84 }),
  text("account", "Account ID", "客户编号", { required: true, width: 72 }),
  day("date", "Date", "日期", { required: true }),
  text("product", "Product", "产品", { width: 190 }),
  text("category", "Category", "品类"),
  number("quantity", "Quantity", "数量", { format: "#,##0" }),
  money("amount", "Amount", "金额", { required: true }),
  money("cost", "Cost", "成本", { sensitive: true }),
  text("channel", "Channel", "渠道"),
  bool("promotion", "Promotion", "促销", { width: 66 }),
  text("invoice", "Invoice", "发票号"),
  ...stamps,
]);

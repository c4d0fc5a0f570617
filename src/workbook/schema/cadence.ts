import { list, number } from "./column";
import { table } from "./table";

/** How often each tier is met; blank tier = the whole workbook. Days, for reviews months. */
export const cadence = table("cadence", { table: "Cadence", en: "Cadence", zh: "联系频率" }, [
  list("tier", "tier", "Tier", "客户级别"),
  list("item", "cadenceItem", "Item", "事项", { required: true, width: 84 }),
  number("target", "Target", "目标间隔", { width: 66 }),
  number("maximum", "Maximum", "最长间隔", { width: 66 }),
  number("jitter", "Jitter", "浮动天数", { width: 66 }),
  list("channel", "channel", "Channel", "渠道", { width: 84 }),
]);

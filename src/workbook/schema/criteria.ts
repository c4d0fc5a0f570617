import { bool, choice, list, number, text } from "./column";
import { table } from "./table";

/** The scoring model; own rows are welcome (S46). */
export const criteria = table("criteria", { table: "Criteria", en: "Criteria", zh: "评分标准" }, [
  text("id", "Criterion ID", "标准编号", { required: true, hidden: true, width: 78 }),
  text("label", "Criterion", "标准", { width: 190 }),
  list("axis", "axis", "Axis", "维度", { required: true }),
  choice("metric", "metric", "Metric", "指标", { required: true, width: 140 }),
  list("direction", "direction", "Direction", "方向", { width: 84 }),
  number("low", "Low", "下限"),
  number("high", "High", "上限"),
  number("weight", "Weight", "权重"),
  bool("must", "Must", "必须满足"),
  number("minimum", "Minimum", "最低值"),
]);

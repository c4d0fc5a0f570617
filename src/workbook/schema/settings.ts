import { any, text } from "./column";
import { table } from "./table";

/** One row per setting; `key` is the same in every language, so a label may be reworded freely. */
export const settings = table("settings", { table: "Settings", en: "Settings", zh: "设置" }, [
  text("key", "Key", "键", { required: true, hidden: true, width: 120 }),
  text("name", "Setting", "设置项", { width: 190 }),
  any("value", "Value", "值", { width: 110 }),
  text("note", "Meaning", "说明", { width: 380 }),
]);

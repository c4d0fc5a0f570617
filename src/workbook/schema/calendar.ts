import { day, list, text } from "./column";
import { stamps, table } from "./table";

/** Days off and make-up working days (调休); weekends need no row. */
export const calendar = table("calendar", { table: "Calendar", en: "Calendar", zh: "日历", optional: true }, [
  day("date", "Date", "日期", { required: true }),
  list("kind", "calendarKind", "Kind", "类型", { required: true, width: 96 }),
  text("name", "Name", "名称", { width: 140 }),
  ...stamps,
]);

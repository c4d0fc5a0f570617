import { bool, text } from "./column";
import { stamps, table } from "./table";

export const team = table("team", { table: "Team", en: "Team", zh: "团队", optional: true }, [
  text("name", "Person", "姓名", { required: true }),
  text("department", "Department", "部门"),
  text("role", "Role", "职务"),
  text("reportsTo", "Reports to", "上级"),
  bool("custodian", "Custodian", "档案管理员", { width: 72 }),
  ...stamps,
]);

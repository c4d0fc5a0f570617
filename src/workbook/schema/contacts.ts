import { day, number, text, list, bool } from "./column";
import { stamps, table } from "./table";

const sensitive = { sensitive: true } as const;

export const contacts = table("contacts", { table: "Contacts", en: "Contacts", zh: "联系人" }, [
  text("id", "Contact ID", "联系人编号", { required: true, width: 84 }),
  text("account", "Account ID", "客户编号", { required: true, width: 72 }),
  text("name", "Contact name", "联系人姓名", { required: true, width: 130 }),
  text("title", "Title", "职位", { width: 130 }),
  text("department", "Department", "部门"),
  list("buyingRole", "buyingRole", "Buying role", "采购角色", { width: 84 }),
  number("attitude", "Attitude", "态度"),
  number("power", "Power", "影响力"),
  text("reportsTo", "Reports to", "上级"),
  text("phone", "Phone", "电话", { ...sensitive, width: 110 }),
  text("email", "E-mail", "电子邮箱", { ...sensitive, width: 130 }),
  text("wechat", "WeChat", "微信", sensitive),
  text("homeAddress", "Home address", "家庭住址", sensitive),
  day("birthday", "Birthday", "生日", sensitive),
  text("lunarBirthday", "Lunar birthday", "农历生日", sensitive),
  text("preferences", "Preferences", "偏好", sensitive),
  text("habits", "Habits", "习惯", sensitive),
  bool("consent", "Consent", "同意处理信息", { width: 84 }),
  day("leftOn", "Left on", "离职日期"),
  ...stamps,
]);

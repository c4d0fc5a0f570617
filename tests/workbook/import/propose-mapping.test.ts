import { columnFacts } from "../../../src/workbook/import/column-facts";
import { proposeTargets } from "../../../src/workbook/import/propose-mapping";
import { sourceOf } from "./import-bench";

const proposed = async (kind: "accounts" | "purchases", ...rows: string[][]) =>
  proposeTargets(kind, await columnFacts(sourceOf(rows)));

describe("mapping of columns", () => {
  it("[J2] knows the headers of a sales list out of an accounting program", async () => {
    const headers = ["单据编号", "单据日期", "购货单位", "存货名称", "实发数量", "价税合计", "制单人"];
    const row = ["2026-03-05", "华东机电有限公司", "轴承", "2", "1,234.50", "陈"];
    const wanted = ["date", "account", "product", "quantity", "amount"];
    expect(await proposed("purchases", headers, ["XS1", ...row], ["XS2", ...row])).toEqual([
      "purchases.id",
      ...wanted.map((column) => (column === "account" ? "accounts.name" : `purchases.${column}`)),
      null,
    ]);
    const [shared] = await proposed("purchases", headers, ["XS1", ...row], ["XS1", ...row]);
    expect(shared).toBe("purchases.invoice");
  });

  it("[J2] knows the headers of a list of customers", async () => {
    const headers = ["客户编码", "往来单位", "业务负责人", "联络人", "联系电话", "创建时间"];
    const row = ["K1", "华东机电有限公司", "陈", "周", "021-1", "2024年1月2日"];
    expect(await proposed("accounts", headers, row)).toEqual([
      "accounts.id",
      "accounts.name",
      "accounts.owner",
      "contacts.name",
      "contacts.phone",
      null,
    ]);
  });
});

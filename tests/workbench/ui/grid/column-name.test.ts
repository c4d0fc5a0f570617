import { columnName } from "../../../../workbench/ui/grid/column-name";

describe("name of a column", () => {
  it("[HO-UI14] counts in letters up to the last column of Excel", () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });
});

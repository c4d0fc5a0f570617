import type { TableFacts } from "../workbook-gateway";
import { leave, type ActingFinding, type ActingOption } from "./repair-act";
import type { RepairGround } from "./repair-ground";

/** Tables that are there twice: a copied sheet. One is chosen, the other is set aside by its name; both keep their rows. */
export function twinTables({ book }: RepairGround): readonly ActingFinding[] {
  return [...book.rivals].map(([id, rivals]) => {
    const current = book.tables.get(id)?.facts;
    const all = [...(current ? [current] : []), ...rivals.map(({ facts }) => facts)];
    const keep = (kept: TableFacts): ActingOption => {
      const others = all.filter((one) => one !== kept);
      return {
        id: `keep:${kept.name}`,
        label: {
          code: "repair.keepTable",
          values: {
            sheet: kept.sheet,
            rows: kept.rowCount,
            other: others.map(({ sheet }) => sheet).join(", "),
          },
        },
        act: {
          kind: "set-aside",
          table: id,
          tables: others.map(({ name }) => name),
          sheets: others.map(({ sheet }) => sheet),
        },
      };
    };
    return {
      id: `twin ${id}`,
      what: {
        code: "repair.tableTwice",
        values: { sheet: current?.sheet ?? "", other: rivals.map(({ facts }) => facts.sheet).join(", ") },
      },
      options: [...all.map(keep), leave],
      samples: [],
      notes: [],
    };
  });
}

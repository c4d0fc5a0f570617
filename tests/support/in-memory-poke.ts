import type { Poke, PokedWorkbook } from "./poke";
import { InMemoryWorkbook } from "./in-memory-workbook";
import { carryOut, sheetOf, tableOf } from "./in-memory-writes";

/** Somebody else's hands on the in-memory workbook. */
export function pokeInMemory(workbook: InMemoryWorkbook): Poke {
  const { book } = workbook;
  return {
    type: async (sheet, row, column, value) => workbook.type(sheet, row, column, value),
    cell: async (sheet, row, column) => sheetOf(book, sheet).value(row, column),
    formula: async (sheet, row, column) => sheetOf(book, sheet).formula(row, column),
    sort: async (name, header) => {
      const table = tableOf(book, name);
      const index = table.headers.indexOf(header);
      const rows = table.cells().sort((a, b) => (String(a[index]) < String(b[index]) ? -1 : 1));
      rows.forEach((cells, row) =>
        cells.forEach((cell, column) => table.sheet.put(table.row + 1 + row, table.column + column, cell)),
      );
      workbook.announce(table.sheet, "structure", "user");
    },
    filter: async (name, header, keep) => {
      tableOf(book, name).filters = [{ header, criteria: { filterOn: "Values", values: [...keep] } }];
    },
    visibleRows: async (name) => tableOf(book, name).visible(),
    totals: async (name, shown) => {
      const table = tableOf(book, name);
      table.totals = shown;
      table.sheet.put(table.row + 1 + table.bodyRows, table.column, shown ? "Total" : "");
    },
    protect: async (sheet, on) => {
      sheetOf(book, sheet).protected = on;
    },
    insertColumn: async (name, index, header) => {
      const table = tableOf(book, name);
      const moved = [table.headers, ...table.cells()].map((cells, row) => {
        const own = row === 0 ? header : "";
        return [...cells.slice(0, index), own, ...cells.slice(index)];
      });
      table.width += 1;
      moved.forEach((cells, row) =>
        cells.forEach((cell, column) => table.sheet.put(table.row + row, table.column + column, cell)),
      );
      workbook.announce(table.sheet, "structure", "user");
    },
    appendRow: async (name, cells) => {
      const table = tableOf(book, name);
      const headers = table.headers.slice(0, cells.length);
      carryOut(book, { kind: "append-rows", table: name, at: table.facts(), headers, rows: [cells] });
      workbook.announce(table.sheet, "cells", "co-author");
    },
    charts: async (sheet) =>
      (sheetOf(book, sheet).plan?.charts ?? []).map(({ name, area, series, categories }) => ({
        name,
        area,
        series: series.map((one) => ({
          name: one.name,
          kind: one.kind,
          secondary: one.secondary ?? false,
          values: one.values,
          categories,
        })),
      })),
    select: async (sheet, row, column) => {
      book.selected = { sheet, row, column };
      workbook.announce(sheetOf(book, sheet), "selection", "user");
    },
  };
}

export async function pokedInMemoryWorkbook(): Promise<PokedWorkbook & { gateway: InMemoryWorkbook }> {
  const gateway = new InMemoryWorkbook();
  return {
    gateway,
    poke: pokeInMemory(gateway),
    settle: () => new Promise((resolve) => setTimeout(resolve, 0)),
    close: async () => {},
  };
}

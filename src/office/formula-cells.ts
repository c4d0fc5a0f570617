/** One-based column as letters. */
const letters = (column: number): string =>
  column < 1 ? "" : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** Only cells with formulas cross the wire: a sheet of 100,000 values costs nothing here. */
export async function formulaCells(
  context: Excel.RequestContext,
  pattern: RegExp,
): Promise<readonly string[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  const found = sheets.items.map((sheet) => {
    const cells = sheet.getRange().getSpecialCellsOrNullObject("Formulas");
    cells.areas.load("items/formulas,items/rowIndex,items/columnIndex");
    return { sheet, cells };
  });
  await context.sync();
  return found.flatMap(({ sheet, cells }) =>
    cells.isNullObject ? [] : cells.areas.items.flatMap((area) => matchesIn(sheet.name, area, pattern)),
  );
}

function matchesIn(sheet: string, area: Excel.Range, pattern: RegExp): readonly string[] {
  const place = `'${sheet.replaceAll("'", "''")}'!`;
  return area.formulas.flatMap((row, down) =>
    row.flatMap((formula, right) =>
      new RegExp(pattern.source, pattern.flags).test(String(formula))
        ? [`${place}${letters(area.columnIndex + right + 1)}${area.rowIndex + down + 1}`]
        : [],
    ),
  );
}

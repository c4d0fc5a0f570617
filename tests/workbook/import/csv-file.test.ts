import { csvForm, openCsv, type ByteFile, type CsvForm } from "../../../src/workbook/import/csv-file";
import { detectEncoding, type Encoding } from "../../../src/workbook/import/encodings";
import type { ImportSource } from "../../../src/workbook/import/import-source";
import { encoded } from "./encoded";

export function fileOf(bytes: Uint8Array, name = "file.csv"): ByteFile {
  return { name, size: bytes.length, bytes: async (from, to) => bytes.slice(from, to) };
}

async function allCells(source: ImportSource): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const batch of source.batches()) for (const { cells } of batch) rows.push(cells);
  return rows;
}

const open = async (bytes: Uint8Array, given: Partial<CsvForm> = {}) => {
  const file = fileOf(bytes);
  return openCsv(file, await csvForm(file, given));
};

const chinese =
  "客户名称,城市,备注\n上海华东贸易有限公司,上海,重要客户，下周回访\n北京中关村科技股份有限公司,北京,已签合同\n";
const traditional =
  "客戶名稱,城市,備註\n臺北國際貿易股份有限公司,臺北,重要客戶，下週回訪\n高雄港務有限公司,高雄,已簽合約\n";
const western = "Name;Ort\nMüller & Söhne;Köln\nCafé Crème;Genève\n";

describe("reading CSV files", () => {
  it.each<[Encoding, boolean, string]>([
    ["utf-8", false, chinese],
    ["utf-8", true, chinese],
    ["utf-16le", true, chinese],
    ["utf-16be", true, chinese],
    ["utf-16le", false, chinese],
    ["gb18030", false, chinese],
    ["big5", false, traditional],
    ["windows-1252", false, western],
  ])("[J2] detects %s (with a mark: %s) and reads it", async (encoding, mark, text) => {
    const bytes = encoded(text, encoding, mark);
    expect(detectEncoding(bytes)).toBe(encoding);
    const source = await open(bytes);
    const [header = "", ...lines] = text.trimEnd().split("\n");
    const separator = header.includes(";") ? ";" : ",";
    expect(source.headers).toEqual(header.split(separator));
    expect(await allCells(source)).toEqual(lines.map((line) => line.split(separator)));
    expect(source.unreadCells).toBe(0);
  });

  it("[J2] a replacement character in the file itself neither hides its UTF-8 nor counts as unread", async () => {
    const bytes = encoded(chinese.replace("已签合同", "已签\uFFFD合同"), "utf-8");
    expect(detectEncoding(bytes)).toBe("utf-8");
    const source = await open(bytes);
    expect(source.unreadCells).toBe(0);
    expect((await allCells(source))[1]).toContain("已签\uFFFD合同");
  });

  it("[J2] more than 250,000 rows are not kept but read from the file again, row by row the same", async () => {
    const count = 250_001;
    const lines = Array.from({ length: count }, (_, index) => `O${index},A${index % 7},${index}`);
    const source = await open(encoded(`Order,Account,Amount\n${lines.join("\n")}\n`, "utf-8"));
    expect(source).toMatchObject({ headers: ["Order", "Account", "Amount"], rowCount: count });
    let sum = 0;
    let last = 0;
    for await (const batch of source.batches()) {
      for (const { row, cells } of batch) {
        sum += Number(cells[2]);
        last = row;
      }
    }
    expect({ sum, last }).toEqual({ sum: (count * (count - 1)) / 2, last: count + 1 });
  }, 20_000);

  it("[J2] the person's encoding counts; what it cannot read is counted", async () => {
    const source = await open(encoded(chinese, "gb18030"), { encoding: "utf-8" });
    expect(source.unreadCells).toBeGreaterThan(0);
  });

  it.each([",", ";", "\t", "|"] as const)(
    "[J2] finds the separator %j, quotes and breaks inside them",
    async (separator) => {
      const row = ["A1", `say "hi"${separator} twice`, "two\nlines", ""];
      const line = row
        .map((cell) => (/["\n]|[,;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator);
      const header = ["Id", "Text", "Lines", "Blank"].join(separator);
      const source = await open(encoded(`${header}\r\n${line}\r\n\r\n${line}`, "utf-8"));
      expect(source.form.separator).toBe(separator);
      expect(source.rowCount).toBe(2);
      expect(await allCells(source)).toEqual([row, row]);
    },
  );

  it("[J2] takes Excel's hint in the first line and numbers rows as a spreadsheet does", async () => {
    const source = await open(encoded("sep=;\nName;Sum\n\nAnn;1\n", "utf-8"));
    expect(source.headers).toEqual(["Name", "Sum"]);
    const rows: number[] = [];
    for await (const batch of source.batches()) rows.push(...batch.map(({ row }) => row));
    expect(rows).toEqual([3]);
  });

  it("[J2] characters and line breaks on the border of two slices stay whole", async () => {
    const line = "客户,一二三四五六七八九十\r\n";
    const source = await open(encoded(`Name,Text\r\n${line.repeat(20_000)}`, "utf-8"));
    expect(source.rowCount).toBe(20_000);
    const cells = await allCells(source);
    expect(cells).toHaveLength(20_000);
    expect(new Set(cells.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(source.unreadCells).toBe(0);
  });

  it("[TP3] a large file is read in slices: other tasks have their turn, rows are counted on the way", async () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `P${index},ALFKI,2026-01-01,"A, B",${index}.5`,
    );
    const file = fileOf(encoded(`Id,Account,Date,Product,Amount\n${lines.join("\n")}`, "utf-8"));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const counted: number[] = [];
    const source = await openCsv(file, await csvForm(file), (rows) => counted.push(rows));
    clearInterval(timer);
    expect(source.rowCount).toBe(60_000);
    expect(turns).toBeGreaterThan(2);
    expect(counted.length).toBeGreaterThan(50);
    expect(counted.at(-1)).toBe(60_000);
  });
});

/** The library numbers charts; their names stand in the drawing parts of the zip. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

type Parts = Record<string, Uint8Array>;

const relations = /^xl\/worksheets\/_rels\/sheet(\d+)\.xml\.rels$/;

/** Number of a sheet's part → its drawing part. */
function drawingsOf(parts: Parts): Map<number, string> {
  const drawings = new Map<number, string>();
  for (const [name, part] of Object.entries(parts)) {
    const sheet = relations.exec(name)?.[1];
    const target = /Target="[^"]*?(drawings\/drawing[^"]*\.xml)"/.exec(strFromU8(part))?.[1];
    if (sheet && target) drawings.set(Number(sheet), `xl/${target}`);
  }
  return drawings;
}

/** The name of every frame that holds a chart, in drawing order. */
const frameName = /(<xdr:graphicFrame[\s\S]*?<xdr:cNvPr\b[^>]*?\bname=")([^"]*)(")/g;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
const unescape = (text: string): string =>
  Object.entries(escapes).reduceRight((plain, [sign, entity]) => plain.replaceAll(entity, sign), text);

/** Names by number of the sheet's part, in the order the charts were written. */
export function nameCharts(bytes: Uint8Array, names: ReadonlyMap<number, readonly string[]>): Uint8Array {
  if ([...names.values()].every((list) => list.length === 0)) return bytes;
  const parts = unzipSync(bytes);
  for (const [sheet, drawing] of drawingsOf(parts)) {
    const part = parts[drawing];
    const list = names.get(sheet);
    if (!part || !list) continue;
    let next = 0;
    const named = strFromU8(part).replace(
      frameName,
      (_, before: string, old: string, after: string) => before + escape(list[next++] ?? old) + after,
    );
    parts[drawing] = strToU8(named);
  }
  return zipSync(parts, { level: 6 });
}

export function chartNames(bytes: Uint8Array): Map<number, string[]> {
  const parts = unzipSync(bytes);
  return new Map(
    [...drawingsOf(parts)].map(([sheet, drawing]) => {
      const part = parts[drawing];
      const found = part ? [...strFromU8(part).matchAll(frameName)] : [];
      return [sheet, found.map((match) => unescape(match[2] ?? ""))];
    }),
  );
}

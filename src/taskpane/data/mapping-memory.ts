import { comparable } from "../../workbook/import/known-headers";
import type { ImportKind } from "../../workbook/import/import-job";
import { targetOf } from "../../workbook/import/import-target";
import type { PaneStorage } from "../environment";

const STORED = "import-mappings";
const KEPT = 20;

/** Headers of a source and the columns they went to: nothing of what the rows say (TP7). */
interface Mapping {
  readonly kind: ImportKind;
  readonly headers: readonly string[];
  readonly targets: readonly (string | null)[];
}

const isText = (value: unknown): value is string => typeof value === "string";

function mappingOf(stored: unknown): Mapping | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { kind, headers, targets }: { kind?: unknown; headers?: unknown; targets?: unknown } = stored;
  if (kind !== "accounts" && kind !== "contacts" && kind !== "purchases") return null;
  if (!Array.isArray(headers) || !headers.every(isText) || !Array.isArray(targets)) return null;
  const known = targets.map((target: unknown) => (isText(target) && targetOf(kind, target) ? target : null));
  return { kind, headers, targets: known };
}

function kept(storage: PaneStorage): readonly Mapping[] {
  try {
    const stored: unknown = JSON.parse(storage.get(STORED) ?? "[]");
    return Array.isArray(stored) ? stored.flatMap((one) => mappingOf(one) ?? []) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((header, index) => header === other[index]);

/** The mapping kept for these headers, whatever file they came in; null where none is. */
export function rememberedMapping(storage: PaneStorage, headers: readonly string[]): Mapping | null {
  const wanted = headers.map(comparable);
  return kept(storage).find((mapping) => same(mapping.headers, wanted)) ?? null;
}

/** Keeps a mapping on this computer; null forgets it. */
export function rememberMapping(
  storage: PaneStorage,
  headers: readonly string[],
  mapping: Omit<Mapping, "headers"> | null,
): void {
  const wanted = headers.map(comparable);
  const others = kept(storage).filter((one) => !same(one.headers, wanted));
  const all = mapping ? [{ ...mapping, headers: wanted }, ...others] : others;
  storage.set(STORED, all.length === 0 ? null : JSON.stringify(all.slice(0, KEPT)));
}

/** Members of conditional formats that are one key deep in the record's definition. */
import type { BookSheet, ConditionalFormatRecord } from "../../book/book";
import type { HostContext } from "../class-model";
import { ruleKinds } from "./rule-kinds";
import { assertAllowed } from "./write-guard";

export interface RuleTarget {
  readonly sheet: BookSheet;
  readonly record: ConditionalFormatRecord;
}

export type Bag = Record<string, unknown>;

export const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The part of the definition under `path`, made where it is missing. */
export function bagAt({ record }: RuleTarget, path: readonly string[]): Bag {
  let at: Bag = record.definition;
  for (const key of [ruleKinds[record.type]!.key, ...path]) {
    const next = at[key];
    if (isBag(next)) at = next;
    else at = at[key] = {};
  }
  return at;
}

export function ruleChanged({ sheet, record }: RuleTarget, context: HostContext): void {
  assertAllowed(sheet, context, "allowFormatCells");
  sheet.updateConditionalFormat(record);
}

export const readPart =
  (path: readonly string[], key: string, whenUnset: unknown) =>
  (target: RuleTarget): unknown =>
    bagAt(target, path)[key] ?? whenUnset;

export const writePart =
  (path: readonly string[], key: string, check: (value: unknown) => unknown) =>
  (target: RuleTarget, value: unknown, context: HostContext): void => {
    assertAllowed(target.sheet, context, "allowFormatCells");
    bagAt(target, path)[key] = check(value);
    target.sheet.updateConditionalFormat(target.record);
  };

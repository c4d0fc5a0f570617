/** Conditional formats of cells: the collection, and what all kinds share. */
import type { BookSheet, ConditionalFormatRecord } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { booleanValue, numberValue } from "./cell-format";
import { rectsOf, sheetOfCells, type CellsTarget } from "./cells";
import { areasObject, defineModel, hostObject, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { isRuleKind, newDefinition, ruleKinds } from "./rule-kinds";
import { cutRules, rulesOn } from "./rule-areas";
import { ruleChanged, type RuleTarget } from "./rule-parts";
import { assertAllowed } from "./write-guard";

const ruleObject = (sheet: BookSheet, record: ConditionalFormatRecord) =>
  hostObject<RuleTarget>("ConditionalFormat", { sheet, record });

function add(target: CellsTarget, type: unknown, context: HostContext) {
  assertAllowed(target.sheet, context, "allowFormatCells");
  if (!isRuleKind(type)) throw invalidArgument();
  const record = target.sheet.addConditionalFormat(type, [...rectsOf(target)]);
  if (Object.keys(record.definition).length === 0) {
    record.definition = newDefinition(type);
    target.sheet.updateConditionalFormat(record);
  }
  return ruleObject(target.sheet, record);
}

defineModel<CellsTarget>({
  className: "ConditionalFormatCollection",
  sheetOf: sheetOfCells,
  item: (target, key) => {
    const record = rulesOn(target.sheet, rectsOf(target)).find((each) => each.id === key);
    if (!record) throw itemNotFound();
    return ruleObject(target.sheet, record);
  },
  items: (target) => rulesOn(target.sheet, rectsOf(target)).map((record) => ruleObject(target.sheet, record)),
  call: {
    Add: (target, [type], context) => add(target, type, context),
    ClearAll: (target, _args, context) => {
      assertAllowed(target.sheet, context, "allowFormatCells");
      for (const area of rectsOf(target)) cutRules(target.sheet, area);
    },
  },
});

/** Every kind has a way that throws on a rule of another kind, and one that answers the null object. */
const kindNavigations: NonNullable<ClassModel<RuleTarget>["navigate"]> = Object.fromEntries(
  Object.values(ruleKinds).flatMap(({ nav, className, type }) => [
    [
      nav,
      (target: RuleTarget) => {
        if (target.record.type !== type) throw itemNotFound(`The format is no ${nav} rule.`);
        return hostObject(className, target);
      },
    ],
    [
      `${nav}OrNullObject`,
      (target: RuleTarget) => (target.record.type === type ? hostObject(className, target) : null),
    ],
  ]),
);

/** 0 is the first. The others close up behind. */
function setPriority({ sheet, record }: RuleTarget, value: unknown): void {
  const others = [...sheet.conditionalFormats()]
    .filter((each) => each.id !== record.id)
    .sort((a, b) => a.priority - b.priority);
  const at = numberValue(value);
  if (!Number.isInteger(at) || at > others.length || at < -others.length - 1) throw invalidArgument();
  // Negative priorities count from the end, as documented.
  others.splice(at < 0 ? others.length + 1 + at : at, 0, record);
  others.forEach((each, priority) => {
    if (each.priority === priority) return;
    each.priority = priority;
    sheet.updateConditionalFormat(each);
  });
}

defineModel<RuleTarget>({
  className: "ConditionalFormat",
  sheetOf: ({ sheet }) => sheet,
  identity: ({ record }) => ({ Id: record.id }),
  navigate: kindNavigations,
  read: {
    Id: ({ record }) => record.id,
    Type: ({ record }) => record.type,
    Priority: ({ record }) => record.priority,
    /** Bars, scales and icons never stop others. */
    StopIfTrue: ({ record }) =>
      /^(DataBar|ColorScale|IconSet)$/.test(record.type) ? null : record.stopIfTrue,
  },
  write: {
    Priority: (target, value, context) => {
      assertAllowed(target.sheet, context, "allowFormatCells");
      setPriority(target, value);
    },
    StopIfTrue: (target, value, context) => {
      target.record.stopIfTrue = booleanValue(value);
      ruleChanged(target, context);
    },
  },
  call: {
    Delete: ({ sheet, record }, _args, context) => {
      assertAllowed(sheet, context, "allowFormatCells");
      sheet.removeConditionalFormat(record.id);
    },
    GetRange: ({ sheet, record }) => {
      if (record.areas.length !== 1) throw itemNotFound("The format covers several areas: use getRanges().");
      return rangeObject(sheet, record.areas[0]!);
    },
    GetRangeOrNullObject: ({ sheet, record }) =>
      record.areas.length === 1 ? rangeObject(sheet, record.areas[0]!) : null,
    GetRanges: ({ sheet, record }) => areasObject(sheet, record.areas),
  },
});

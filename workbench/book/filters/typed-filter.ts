import {
  TABLE_FILTER_EMPTY_VALUE,
  TableColumnFilterTypeEnum,
  TableConditionTypeEnum,
  type ITableConditionFilterItem,
  type ITableFilterItem,
} from "@univerjs/sheets-table";
import type { Criteria } from "./criteria";

const comparisons: Readonly<Record<string, (operand: string) => string>> = {
  equal: (operand) => `=${operand}`,
  notEqual: (operand) => `<>${operand}`,
  greaterThan: (operand) => `>${operand}`,
  greaterThanOrEqual: (operand) => `>=${operand}`,
  lessThan: (operand) => `<${operand}`,
  lessThanOrEqual: (operand) => `<=${operand}`,
  contains: (operand) => `=*${operand}*`,
  notContains: (operand) => `<>*${operand}*`,
  startsWith: (operand) => `=${operand}*`,
  endsWith: (operand) => `=*${operand}`,
};

/**
 * What a person chose in the panel of a table's filter button, as Office.js would tell it. Conditions it has no
 * words for (dates, averages) become the list of the values they let through: `shown` of the rows still visible.
 */
export function criteriaOf(item: ITableFilterItem | undefined, shown: () => string[]): Criteria | null {
  if (!item) return null;
  if (item.filterType === TableColumnFilterTypeEnum.manual) {
    if (item.isAllSelected) return null;
    const values = item.values.map((value) => (value === TABLE_FILTER_EMPTY_VALUE ? "" : String(value)));
    return { filterOn: "Values", values };
  }
  return conditionOf(item.filterInfo) ?? { filterOn: "Values", values: [...new Set(shown())] };
}

function conditionOf(info: ITableConditionFilterItem["filterInfo"]): Criteria | null {
  const { conditionType, compareType, expectedValue } = info;
  if (conditionType === TableConditionTypeEnum.Date || conditionType === TableConditionTypeEnum.Logic)
    return null;
  if (Array.isArray(expectedValue)) return between(compareType, expectedValue);
  const criterion = comparisons[compareType]?.(String(expectedValue));
  return criterion === undefined ? null : { filterOn: "Custom", criterion1: criterion };
}

function between(compareType: string, [low, high]: readonly number[]): Criteria | null {
  if (compareType === "between")
    return { filterOn: "Custom", criterion1: `>=${low}`, criterion2: `<=${high}`, operator: "And" };
  if (compareType === "notBetween")
    return { filterOn: "Custom", criterion1: `<${low}`, criterion2: `>${high}`, operator: "Or" };
  return null;
}

/** Filter criteria as Office.js spells them: `{ filterOn: "Values", values: [...] }`. Plain JSON. */
export type Criteria = Record<string, unknown>;

/** The words that files (and Univer) use for the signs of Office.js. */
export const operatorsInFiles = {
  "=": "equal",
  "<>": "notEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
} as const;

type Sign = keyof typeof operatorsInFiles;

/** `>=5` → `>=` and `5`; without a sign it is equality. */
export function splitCriterion(criterion: string): { sign: Sign; operand: string } {
  const [, sign = "=", operand = ""] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  return { sign: sign as Sign, operand };
}

/** The sheet-scoped name by which an overview is known, whatever a person called the sheet. */
export const overviewMarkName = "KAM_Overview";

/** `1998-05|3` = cycle, rule version. */
export const overviewMark = ({ cycle, ruleVersion }: { cycle: string; ruleVersion: number }): string =>
  `${cycle}|${ruleVersion}`;

/** Cycle of the overview with these names; null if the add-in did not generate it. */
export function overviewCycle(
  names: readonly { readonly name: string; readonly formula: string }[],
): string | null {
  const mark = names.find((one) => one.name === overviewMarkName);
  return /^="?(\d{4}-\d{2}(?:-\d+)?)\|\d+"?$/.exec(mark?.formula ?? "")?.[1] ?? null;
}

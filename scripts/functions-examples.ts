/**
 * The worked example of each help page. Results are checked by a test: those of the live functions on Northwind, which
 * is the sample workbook.
 */
export interface FunctionExample {
  readonly formula: string;
  /** Arguments as Excel hands them over; trailing ones are omitted. */
  readonly args: readonly unknown[];
  /** What the cells show: labels and numbers per language are marked by `{{…}}` keys of the locales. */
  readonly result: readonly (readonly (string | number)[])[];
  /** Keys under `functions:helpError`, with the code Excel shows. */
  readonly errors: readonly (readonly ["#N/A" | "#VALUE!", string])[];
}

const ofAccount = [
  ["#N/A", "noCard"],
  ["#N/A", "account"],
  ["#N/A", "bare"],
  ["#N/A", "rowMoved"],
  ["#VALUE!", "choice"],
] as const;

export const functionExamples: Readonly<Record<string, FunctionExample>> = {
  TIER: {
    formula: '=KAM.TIER("QUICK")',
    args: ["QUICK"],
    result: [["{{labels:tier.important}}"]],
    errors: ofAccount,
  },
  SCORE: {
    formula: '=KAM.SCORE("QUICK")',
    args: ["QUICK"],
    result: [[94.15]],
    errors: [...ofAccount, ["#N/A", "score"]],
  },
  WHY: {
    formula: '=TAKE(KAM.WHY("VAFFE",,FALSE),-3,2)',
    args: ["VAFFE", null, false],
    result: [
      ["{{functions:why.tier}}", "{{labels:tier.general}}"],
      ["{{functions:why.missing}}", 1.55],
      ["{{functions:why.change}}", "{{change}}"],
    ],
    errors: ofAccount,
  },
  NEXTVISIT: {
    formula: '=KAM.NEXTVISIT("ERNSH","call")',
    args: ["ERNSH", "call"],
    result: [["1998-05-19"]],
    errors: ofAccount,
  },
  SCORES: {
    formula: "=KAM.SCORES({500,90;1200,0},{60,40},,,{0,180;1000,0})",
    args: [
      [
        [500, 90],
        [1200, 0],
      ],
      [[60, 40]],
      null,
      null,
      [
        [0, 180],
        [1000, 0],
      ],
    ],
    result: [[50], [100]],
    errors: [
      ["#VALUE!", "shape"],
      ["#VALUE!", "choice"],
      ["#VALUE!", "row"],
      ["#N/A", "rowMissing"],
    ],
  },
  TIERS: {
    formula: '=KAM.TIERS({70;40;63},{FALSE;TRUE;FALSE},65,"score",{"";"";"IMPORTANT"},3)',
    args: [[[70], [40], [63]], [[false], [true], [false]], 65, "score", [[""], [""], ["IMPORTANT"]], 3],
    result: [["IMPORTANT"], ["SPECIAL"], ["IMPORTANT"]],
    errors: [
      ["#VALUE!", "shape"],
      ["#VALUE!", "choice"],
      ["#VALUE!", "row"],
    ],
  },
};

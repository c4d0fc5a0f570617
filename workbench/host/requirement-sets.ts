/** What the host declares; office.js of npm ends at ExcelApi 1.15, so more would be untrue. */
export const defaultRequirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.8",
  RibbonApi: "1.1",
  DynamicRibbon: "1.2",
  DialogApi: "1.2",
  KeyboardShortcuts: "1.1",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  // Without it the library drops `delayForCellEdit`.
  DelayForCellEdit: "1.1",
};

/**
 * The oldest Excel of the desktop that has a shared runtime and ExcelApi 1.13 (LTSC 2021). Later members are refused,
 * and custom functions answer in the older form.
 */
export const oldestRequirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.1",
  CustomFunctions: "1.6",
  RibbonApi: "1.1",
  DialogApi: "1.1",
  RichApiRuntime: "1.1",
  RichApiRuntimeFlag: "1.1",
  DelayForCellEdit: "1.1",
};

const parts = (version: string): [number, number] => {
  const [major = "0", minor = "0"] = version.split(".");
  return [Number(major), Number(minor)];
};

type RequirementSets = Readonly<Record<string, string>>;

/** What was asked of a host's sets before: every member of every batch asks. */
const answers = new WeakMap<RequirementSets, Map<string, boolean>>();

export function isSetSupported(sets: RequirementSets, set: string, version: string): boolean {
  const known = answers.get(sets) ?? new Map<string, boolean>();
  answers.set(sets, known);
  const question = `${set} ${version}`;
  const answer = known.get(question) ?? isDeclared(sets, set, version);
  known.set(question, answer);
  return answer;
}

function isDeclared(sets: RequirementSets, set: string, version: string): boolean {
  const declared = Object.entries(sets).find(([name]) => name.toLowerCase() === set.toLowerCase())?.[1];
  if (!declared) return false;
  const [major, minor] = parts(declared);
  const [wantedMajor, wantedMinor] = parts(version);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

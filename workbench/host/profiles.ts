/** Which Excel the host is: what its versions, platforms and the settings of a computer make different. */
import type { Faults, HostOptions } from "./host";
import { oldestRequirementSets } from "./requirement-sets";

export interface Profile extends Pick<HostOptions, "requirementSets" | "culture"> {
  readonly blanks?: Faults["blanks"];
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean;
}

export const profiles = {
  everything: {},
  oldest: { requirementSets: oldestRequirementSets },
  "blanks-zero": { blanks: 0 },
  "blanks-text": { blanks: "" },
  "dates-1904": { date1904: true },
  german: { culture: "de-DE" },
  chinese: { culture: "zh-CN" },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];

/** Several profiles at once, `oldest,german`; unknown names are left out. */
export function profileOf(names: string): Profile {
  const wanted = names.split(",").map((name) => name.trim());
  return Object.assign(
    {},
    ...profileNames.filter((name) => wanted.includes(name)).map((name) => profiles[name]),
  );
}

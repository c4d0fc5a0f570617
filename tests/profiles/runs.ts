import { profiles, type Profile, type ProfileName } from "../../workbench/host/profiles";

/** Each profile stands in one run beside the default one; what differs in none of them differs in no profile. */
export const runs: Readonly<Record<string, readonly ProfileName[]>> = {
  "an Excel 2021 on a German computer, its workbook counted from 1904": [
    "oldest",
    "blanks-zero",
    "dates-1904",
    "german",
  ],
  "a Chinese computer that hands over blanks as empty text": ["blanks-text", "chinese"],
};

export const profileOfRun = (names: readonly ProfileName[]): Profile =>
  Object.assign({}, ...names.map((name) => profiles[name]));

import { useEffect, useState } from "react";
import type { CardModel } from "../core/figures";

/** Where in a name its pinyin, in full or by initials, is what was typed. */
export type PinyinMatch = (name: string, typed: string) => boolean;

const han = /\p{Script=Han}/u;
const latin = /^[a-z\s']+$/i;

let loaded: PinyinMatch | null = null;

async function load(): Promise<PinyinMatch> {
  const { default: library } = await import(/* webpackChunkName: "pinyin" */ "pinyin-match");
  loaded = (name, typed) => library.match(name, typed) !== false;
  return loaded;
}

const holdsHan = (model: CardModel): boolean =>
  [...model.accounts.values()].some(({ account, contacts }) =>
    [account.name, account.shortName, ...contacts.map(({ name }) => name)].some((name) => han.test(name)),
  );

/**
 * The pinyin of names, once it is needed: letters are typed and a name is Chinese. The table of readings is a file of its
 * own; until it is here, and where it cannot be had, names are found as they are written.
 */
export function usePinyin(model: CardModel | null, typed: string): PinyinMatch | null {
  const [match, setMatch] = useState<PinyinMatch | null>(() => loaded);
  const wanted = match === null && model !== null && latin.test(typed.trim()) && holdsHan(model);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    load().then(
      (found) => {
        if (!gone) setMatch(() => found);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return match;
}

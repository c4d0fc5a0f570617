import type { Language } from "../../src/core/units";
import type { Desk, Progress } from "../../src/workbook/desk";
import type { WorkbookGateway } from "../../src/workbook/workbook-gateway";

/** Repeats itself: the same seed draws the same ids. */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface StillDesk extends Desk {
  readonly seen: Progress[];
  /** Moves the calendar. */
  setToday(day: number): void;
}

/** A desk whose clock stands still (2026-11-21, 10:30) and whose chance repeats itself. */
export function stillDesk(
  gateway: WorkbookGateway,
  language: Language = "en",
  signal?: AbortSignal,
): StillDesk {
  let today = 46_347;
  const seen: Progress[] = [];
  return {
    gateway,
    today: () => today,
    now: () => today + 0.4375,
    chance: seededChance(7),
    author: () => "Ann",
    writer: "writer-1",
    language: () => language,
    progress: (progress) => seen.push(progress),
    seen,
    setToday: (day) => {
      today = day;
    },
    ...(signal ? { signal } : {}),
  };
}

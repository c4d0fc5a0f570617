import { isoText } from "../core/calendar/days";
import type { Day } from "../core/units";

/** Crockford's base 32: no I, L, O, U, so that an id can be read out. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * `INT-20261121-7K3QX9` (WB4): prefix, local date, six random characters, drawn again while taken. No running
 * number: co-authors share no counter. The id drawn is added to `taken`.
 */
export function drawId(prefix: string, today: Day, chance: () => number, taken: Set<string>): string {
  const date = isoText(today).replaceAll("-", "");
  for (;;) {
    const random = Array.from({ length: 6 }, () => letters[Math.floor(chance() * 32)] ?? "0").join("");
    const id = `${prefix}-${date}-${random}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

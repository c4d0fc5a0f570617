import fc from "fast-check";
import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso, isoText } from "../../src/core/calendar/days";
import { WorkingDays } from "../../src/core/calendar/working-days";
import type { AccountFigures, Touch } from "../../src/core/figures";
import type { Account, CardRecords } from "../../src/core/records";
import { accountOf, interactionOf, recordsOf, watchOf } from "./make-records";

/** A Tuesday. */
const asOf = dayFromIso("2026-06-30") ?? 0;

function figuresOf(given: Partial<CardRecords>, account: Partial<Account> = {}): AccountFigures {
  const records = recordsOf({
    accounts: [accountOf("A", { tier: "important", ...account })],
    ...given,
    settings: { asOf, ...given.settings },
  });
  const figures = buildCardModel(records, 0).accounts.get("A");
  if (!figures) throw new Error("no figures");
  return figures;
}

const visitOf = (given: Partial<CardRecords>, account: Partial<Account> = {}): Touch =>
  figuresOf(given, account).visit;
const done = (age: number, given: Parameters<typeof interactionOf>[2] = {}) =>
  interactionOf("A", asOf - age, given);

describe("next visit and call", () => {
  it("[CA4] counts from the last visit, else from since, else as if a target had just run out", () => {
    expect(visitOf({ interactions: [done(10)] }, { since: 1 })).toMatchObject({
      last: asOf - 10,
      base: asOf - 10,
      due: asOf + 20,
      latest: asOf + 35,
      overdue: 0,
    });
    expect(visitOf({}, { since: asOf - 4 })).toMatchObject({ last: null, base: asOf - 4, due: asOf + 26 });
    expect(visitOf({})).toMatchObject({ last: null, base: asOf - 30, due: asOf, overdue: 0, plan: asOf });
  });

  it.each([
    ["visit", null, true, true],
    ["meeting", null, true, true],
    ["event", null, true, true],
    ["revisit", "in-person", true, true],
    ["revisit", "phone", false, true],
    ["revisit", "video", false, true],
    ["revisit", "wechat", false, false],
    ["call", "phone", false, true],
    ["mail", "email", false, false],
    ["message", "wechat", false, false],
    ["care", null, false, false],
    ["web", null, false, false],
  ] as const)("[CA5] %s by %s: restarts visits %s, calls %s", (kind, channel, visits, calls) => {
    const { visit, call } = figuresOf({ interactions: [done(3, { kind, channel })] });
    expect(visit.last).toBe(visits ? asOf - 3 : null);
    expect(call.last).toBe(calls ? asOf - 3 : null);
  });

  it("[CA5] only completed interactions up to the as-of day restart", () => {
    const interactions = [done(2, { completed: false }), done(-1), done(8)];
    expect(visitOf({ interactions }).last).toBe(asOf - 8);
  });

  it("[CA6] a next date agreed in the newest completed interaction replaces due", () => {
    const agreed = done(5, { id: "I-agreed", kind: "call", nextDate: asOf + 9 });
    expect(visitOf({ interactions: [done(20), agreed] })).toMatchObject({
      base: asOf - 20,
      due: asOf + 9,
      agreedIn: "I-agreed",
    });
    expect(visitOf({ interactions: [agreed, done(1)] })).toMatchObject({ due: asOf + 29, agreedIn: null });
    expect(visitOf({ interactions: [agreed, done(1, { kind: "mail" })] })).toMatchObject({ due: asOf + 9 });
    expect(visitOf({ interactions: [agreed, done(1, { kind: "web" })] })).toMatchObject({ due: asOf + 9 });
  });

  it("[CA6] passes over an agreed date that lies before its own interaction", () => {
    expect(visitOf({ interactions: [done(5, { nextDate: asOf - 50 })] }).agreedIn).toBeNull();
  });

  it("[CA7] a planned visit replaces due of visits, not of calls; the first planned one counts", () => {
    const planned = (ahead: number) => done(-ahead, { id: `planned${ahead}`, completed: false });
    const { visit, call } = figuresOf({ interactions: [done(5), planned(14), planned(7)] });
    expect(visit).toMatchObject({ due: asOf + 7, agreedIn: "planned7" });
    expect(call).toMatchObject({ due: asOf + 9, agreedIn: null });
  });

  it("[CA7] a plan from before the last visit is over; one that was missed is overdue", () => {
    const missed = done(6, { completed: false });
    expect(visitOf({ interactions: [missed, done(5)] }).agreedIn).toBeNull();
    expect(visitOf({ interactions: [missed, done(9)] })).toMatchObject({
      due: asOf - 6,
      overdue: 6,
      plan: asOf,
    });
  });

  it("[CA8] plans the first working day, but not later than the latest while that is still ahead", () => {
    // 2026-07-04 is a Saturday.
    expect(isoText(visitOf({ interactions: [done(26)] }).plan)).toBe("2026-07-06");
    // Due Saturday 4 July; the latest day, too, is that Saturday: the Friday before it.
    const cadence = [{ tier: null, item: "visit", target: 30, maximum: 30, jitter: 0 }] as const;
    expect(isoText(visitOf({ cadence, interactions: [done(26)] }).plan)).toBe("2026-07-03");
    // The latest day has passed: as soon as possible.
    expect(isoText(visitOf({ cadence, interactions: [done(60)] }).plan)).toBe("2026-06-30");
  });

  it("[CA8] goes round holidays and uses make-up days", () => {
    const calendar = [
      { date: asOf, kind: "holiday" },
      { date: asOf + 1, kind: "holiday" },
      { date: asOf + 4, kind: "workday" },
    ] as const;
    expect(visitOf({ calendar }).plan).toBe(asOf + 2);
    expect(visitOf({ calendar, interactions: [done(26)] }).plan).toBe(asOf + 4);
  });

  it("[CA8] says how far overdue, and never plans the past", () => {
    expect(visitOf({ interactions: [done(40)] })).toMatchObject({ due: asOf - 10, overdue: 10, plan: asOf });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.option(fc.integer({ min: -99, max: 99 })),
        (age, ahead) => {
          const next = ahead === null ? {} : { nextDate: asOf + ahead };
          const { plan, due, overdue } = visitOf({ interactions: [done(age, next)] });
          expect(plan).toBeGreaterThanOrEqual(asOf);
          expect(overdue).toBe(Math.max(0, asOf - due));
          expect(new WorkingDays([]).includes(plan)).toBe(true);
        },
      ),
    );
  });

  it("[CA9] follows the rhythm of the tier in force, with jitter for special accounts", () => {
    const base = dayFromIso("1997-10-30") ?? 0;
    const visit = (account: Partial<Account>, given: Partial<CardRecords> = {}) => {
      const records = recordsOf({ accounts: [accountOf("MEREP", { since: base, ...account })], ...given });
      return buildCardModel(records, asOf).accounts.get("MEREP")?.visit;
    };
    expect(visit({ tier: "special" })).toMatchObject({ due: base + 30 + 4, target: 30, maximum: 45 });
    expect(visit({ tier: "general" })).toMatchObject({ due: base + 180, latest: base + 365 });
    const watchlist = [watchOf("MEREP", asOf - 1)];
    expect(visit({ tier: "general" }, { watchlist })).toMatchObject({ due: base + 30 + 4 });
  });

  it("[CA9] takes the default where the Cadence table is silent", () => {
    expect(visitOf({ cadence: [] })).toMatchObject({ target: 30, maximum: 45 });
    const cadence = [{ tier: "important", item: "visit", target: 60, maximum: null, jitter: 0 }] as const;
    expect(visitOf({ cadence })).toMatchObject({ target: 60, maximum: 60 });
  });

  it("[CA10] last contact is the newest completed interaction of any kind but web", () => {
    const interactions = [
      done(1, { kind: "web" }),
      done(-3),
      done(0, { completed: false }),
      done(7, { kind: "mail" }),
    ];
    expect(figuresOf({ interactions })).toMatchObject({ lastContact: asOf - 7, silence: 7 });
    expect(figuresOf({})).toMatchObject({ lastContact: null, silence: null });
  });

  it("[CA11] reviews again after the months of the Cadence table, end-of-month safe; never reviewed is due now", () => {
    const lastReview = dayFromIso("1998-12-31") ?? 0;
    expect(isoText(figuresOf({}, { lastReview }).nextReview)).toBe("1999-02-28");
    expect(figuresOf({}).nextReview).toBe(asOf);
    const settings = { ...recordsOf({}).settings, reviewMonths: 3 };
    expect(isoText(figuresOf({ cadence: [], settings }, { lastReview }).nextReview)).toBe("1999-03-31");
  });
});

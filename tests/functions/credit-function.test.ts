import type { CreditRatings } from "../../src/core/records";
import { registerLiveFigures } from "../../src/functions/live-figures";
import { accountOf, recordsOf, watchOf } from "../core/make-records";
import { stream } from "./custom-functions-global";
import { FakeLiveCard } from "./fake-live-card";
import "../../src/functions/index";

const rated = (given: Partial<CreditRatings>) =>
  accountOf("A", {
    creditRatings: { state: null, ability: null, history: null, reputation: null, ...given },
  });
const credit = (...args: unknown[]) => stream("CREDIT", args, 1);
let withdraw = (): void => undefined;

function open(card: FakeLiveCard): FakeLiveCard {
  withdraw = registerLiveFigures(card);
  return card;
}

describe("CREDIT", () => {
  afterEach(() => withdraw());

  it("[S101] gives points, grade and reason, and follows the ratings", () => {
    const card = open(
      new FakeLiveCard(recordsOf({ accounts: [rated({ state: 4, ability: 5, history: 3, reputation: 4 })] })),
    );
    const cell = credit("A");
    expect(cell.last()).toEqual([[73.75, "A", "Most points lost: payment history, rated 3 of 5."]]);
    card.change(recordsOf({ accounts: [rated({ state: 4, ability: 5, history: 5 })] }));
    expect(cell.last()).toEqual([
      [92.1875, "AAA", "Most points lost: financial state, rated 4 of 5. Not rated: reputation."],
    ]);
    card.change(recordsOf({ accounts: [rated({ state: 5, ability: 5 })] }));
    expect(cell.last()).toEqual([[100, "AAA", "Not rated: payment history, reputation."]]);
  });

  it("[S98] says that an open bankruptcy holds the grade", () => {
    const accounts = [rated({ state: 5, ability: 5, history: 5, reputation: 5 })];
    const watchlist = [watchOf("A", -10, { kind: "bankruptcy" })];
    open(new FakeLiveCard(recordsOf({ accounts, watchlist })));
    expect(credit("A").last()).toEqual([[100, "C", "Held at C: a bankruptcy is open in Watchlist."]]);
  });

  it("[FN4] has a sentence for an account that is not rated", () => {
    open(new FakeLiveCard(recordsOf({ accounts: [rated({ reputation: 5 })] })));
    expect(credit("A").last()).toBe(
      "#N/A: Not rated for credit: give at least half of the four credit ratings of this account, 1 to 5, in Accounts",
    );
  });

  it("[FN10] gives its reason in the workbook's language", () => {
    open(new FakeLiveCard(recordsOf({ accounts: [rated({ state: 5, ability: 1 })] }), "zh-CN"));
    expect(credit("A").last()).toEqual([
      [50, "BB", "失分最多：支付能力，评级 1（满分 5）。未评级：付款记录、商业信誉。"],
    ]);
  });
});

import { healthOf } from "../../src/core/health/health";
import { isoText } from "../../src/core/calendar/days";
import { buildCardModel } from "../../src/core/card-model";
import { expectLiveFigures, registerLiveFigures } from "../../src/functions/live-figures";
import { accountOf, contactOf, interactionOf, purchaseOf, recordsOf, watchOf } from "../core/make-records";
import { associated, call, shown, stream } from "./custom-functions-global";
import { FakeLiveCard } from "./fake-live-card";
import "../../src/functions/index";

const asOf = 46_000;
const records = recordsOf({
  settings: { asOf },
  accounts: [
    accountOf("A", { owner: "Ann", name: "Alpha", lastReview: asOf - 10, address: "Secret Road 1" }),
    accountOf("B", { owner: "Bo" }),
  ],
  contacts: [contactOf("A", { phone: "030-555", email: "secret@example.org" })],
  interactions: [
    interactionOf("A", asOf - 3, { kind: "mail" }),
    interactionOf("A", asOf - 20, { kind: "call" }),
    interactionOf("A", asOf - 40, { kind: "visit" }),
    interactionOf("A", asOf + 2, { kind: "call", completed: true }),
  ],
  purchases: [300, 240, 180, 120, 60].map((age) => purchaseOf("A", asOf - age, 100)),
  actions: [
    {
      id: "T1",
      account: "A",
      text: "Send offer",
      owner: "Bo",
      due: asOf - 1,
      doneOn: null,
      promise: true,
      status: "open",
      source: "",
    },
    {
      id: "T2",
      account: "B",
      text: "Old",
      owner: "",
      due: asOf + 400,
      doneOn: null,
      promise: false,
      status: "open",
      source: "",
    },
  ],
});

let withdraw = (): void => undefined;
const open = (card: FakeLiveCard): FakeLiveCard => {
  withdraw();
  withdraw = registerLiveFigures(card);
  return card;
};
const last = (id: string, ...args: unknown[]) => stream(id, args, args.length).last();

describe("functions of the card", () => {
  beforeEach(() => open(new FakeLiveCard(records)));
  afterAll(() => withdraw());

  it("[FN2] LASTTOUCH and SILENCE look back from the as-of day, by kind", () => {
    expect(last("LASTTOUCH", "A", null)).toBe(asOf - 3);
    expect(last("LASTTOUCH", "A", "call")).toBe(asOf - 20);
    expect(last("SILENCE", "A", "拜访")).toBe(40);
    expect(last("SILENCE", "B", null)).toBe("#N/A: No such contact is noted for this account");
    expect(last("LASTTOUCH", "A", "fax")).toContain("#VALUE!: touch must be one of");
  });

  it("[FN2] NEXTREVIEW, COMPLETE and FRESH are those of the model", () => {
    const figures = buildCardModel(records, 0).accounts.get("A");
    expect(last("NEXTREVIEW", "A")).toBe(figures?.nextReview);
    expect(last("COMPLETE", "A")).toBe(figures?.completeness.share);
    expect(last("NEXTREVIEW", "B")).toBe(asOf);
    // General: a call at most every 90 days, a visit every 365, the review not overdue.
    expect(last("FRESH", "A")).toBe(1);
    expect(last("FRESH", "B")).toBe(0);
  });

  it("[FN2] HEALTH answers score and band of the model, and a bankruptcy caps it", () => {
    const figures = buildCardModel(records, 0).accounts.get("A")!;
    const health = healthOf(figures)!;
    expect(last("HEALTH", "A")).toEqual([[health.score, health.band]]);
    expect(last("HEALTH", "B")).toContain("#N/A: Too little data");
    open(
      new FakeLiveCard({ ...records, watchlist: [watchOf("A", asOf - 1, { kind: "bankruptcy" })] }, "zh-CN"),
    );
    expect(last("HEALTH", "A")).toEqual([[25, "红"]]);
  });

  it("[FN2] AGENDA lists what is due by day, of one person or all, and follows the card", () => {
    const rows = last("AGENDA", "Bo", 14, false);
    expect(rows).toContainEqual([asOf - 1, "A", "Alpha", "Action", "Send offer"]);
    expect(rows).toContainEqual([asOf, "B", "Account B", "Review", ""]);
    expect(Array.isArray(rows) && rows.some((row: unknown[]) => row[3] === "Visit" && row[1] === "A")).toBe(
      false,
    );
    const header = last("AGENDA", null, null, null);
    expect(Array.isArray(header) ? header[0] : header).toEqual(["Date", "Account", "Name", "What", "Detail"]);
    expect(last("AGENDA", "Nobody", 5, null)).toBe("#N/A: Nothing is due in the next 5 days");
    expect(last("AGENDA", null, "soon", null)).toBe("#VALUE!: days must hold numbers only");
    const live = stream("AGENDA", ["Bo", 14, false], 3);
    const card = open(new FakeLiveCard(records));
    card.change({ ...records, actions: [] });
    expect(JSON.stringify(live.last())).not.toContain("Send offer");
  });

  it("[FN2] CARDTEXT lists facts, CARD is a line of text without data types; neither tells phone, mail or address", () => {
    const rows = call("CARDTEXT", "A", null, null);
    expect(rows).toContainEqual(["Fact", "Content"]);
    expect(rows).toContainEqual(["Last contact", isoText(asOf - 3)]);
    expect(call("CARDTEXT", "A", 7, false)).not.toContainEqual(["Fact", "Content"]);
    expect(call("CARD", "alpha", null)).toMatch(/^Alpha · General · \d/);
    expect(call("CARD", "Z", null)).toContain("#N/A: No account has the ID or name");
    expect(call("CARDTEXT", "", null, null)).toContain("#N/A: The account is blank");
    expect(JSON.stringify(rows)).not.toMatch(/030-555|secret|Secret/);
  });

  it("[FN2] CARD is an entity where the host takes one: every line in card and properties", () => {
    const isSetSupported = (set: string, version: string) =>
      set === "CustomFunctionsRuntime" && version === "1.4";
    Reflect.set(globalThis, "Office", { context: { requirements: { isSetSupported } } });
    const entity = associated.get("CARD")?.("A", null);
    Reflect.deleteProperty(globalThis, "Office");
    expect(entity).toMatchObject({
      type: "Entity",
      text: expect.stringMatching(/^Alpha · General/),
      properties: {
        Tier: { type: "String", basicValue: "General" },
        "Last contact": { numberFormat: "yyyy-mm-dd" },
      },
      layouts: { card: { title: { property: "Name" } } },
    });
    expect(JSON.stringify(entity)).not.toMatch(/030-555|secret|Secret/);
  });

  it("[FN2] CARD and CARDTEXT wait for a card that is loading, and say when there is none", async () => {
    withdraw();
    expect(call("CARD", "A", null)).toBe("#N/A: Open KAM Card and set up this workbook");
    const giveUp = expectLiveFigures();
    const waiting = associated.get("CARDTEXT")?.("A", null, false);
    const lost = associated.get("CARD")?.("Z", null);
    open(new FakeLiveCard(records));
    expect(shown(await waiting)).toContainEqual(["Account ID", "A"]);
    await expect(lost).rejects.toMatchObject({ code: "#N/A" });
    giveUp();
  });
});

import { readFileSync } from "node:fs";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { areas, type Area, type DrillIn } from "../../src/taskpane/routing";
import type { FakeEnvironment } from "../taskpane/support/fake-environment";
import { PanePage } from "./pane-page";

declare global {
  interface Window {
    axe: typeof axe;
    environment: FakeEnvironment;
  }
}

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Where each view opens; a new kind does not compile until it stands here. */
const drillIns: Readonly<Record<DrillIn["kind"], Area>> = {
  log: "today",
  why: "account",
  preview: "reviews",
  import: "data",
  "values-copy": "data",
  functions: "data",
  criteria: "settings",
  cadence: "settings",
  groups: "settings",
  "as-of": "settings",
  person: "settings",
  language: "settings",
  sample: "settings",
  repair: "settings",
  "remove-card": "settings",
  about: "settings",
  "self-test": "settings",
};

interface View {
  readonly query: string;
  readonly steps?: (page: Page) => Promise<unknown>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

const views: Readonly<Record<string, View>> = {
  "first run": { query: "state=none&noname&data" },
  loading: {
    query: "state=loading",
    steps: (page) => page.getByRole("button", { name: "Cancel" }).waitFor(),
  },
  damaged: { query: "state=damaged" },
  ...Object.fromEntries(areas.map((area) => [area, { query: `review&stale&place=${area}` }])),
  ...Object.fromEntries(
    Object.entries(drillIns).map(([kind, area]) => [kind, { query: `review&place=${area}.${kind}` }]),
  ),
  "an account": {
    query: "review",
    steps: async (page) => {
      await page.getByRole("combobox").first().fill("bergl");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: /Berglunds/ }).waitFor();
    },
  },
  "an open dialog": {
    query: "place=settings.sample",
    steps: async (page) => {
      await button(page, /^Remove sample/);
      await page.getByRole("alertdialog").waitFor();
    },
  },
  "a filled form": {
    query: "place=today.log",
    steps: async (page) => {
      await page.locator("select").first().selectOption("revisit");
      await page.locator("textarea").first().fill("Late delivery of 10924 upset the store managers.");
    },
  },
  "an error": {
    query: "place=today.log",
    steps: async (page) => button(page, "Save"),
  },
  "a check that is done": {
    query: "place=settings.self-test",
    steps: async (page) => {
      await button(page, "Start the check");
      await page.getByRole("button", { name: "Copy details" }).waitFor();
    },
  },
};

/** WCAG 2.0–2.2 A and AA. */
const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

describe("every view of the pane at 320 pixels, as at 200 % zoom", () => {
  let pane: PanePage;
  beforeAll(async () => {
    pane = await PanePage.open(320);
  }, 120_000);
  afterAll(() => pane.close());

  const inColours = async (theme: "light" | "dark"): Promise<void> => {
    await pane.page.emulateMedia({ colorScheme: theme, forcedColors: "none" });
    await pane.page.evaluate((wanted) => window.environment.changeTheme(wanted), theme);
    await pane.page.waitForFunction((wanted) => {
      const { backgroundColor } = getComputedStyle(document.querySelector(".fui-FluentProvider")!);
      return Number(/\d+/.exec(backgroundColor)?.[0]) < 128 === (wanted === "dark");
    }, theme);
  };

  /** Fluent's focus sentinels are hidden and focusable on purpose. */
  const faults = (rules: readonly string[]): Promise<string[]> =>
    pane.page.evaluate(
      async (runOnly) => {
        const { violations } = await window.axe.run(
          { include: ["body"], exclude: ["[data-tabster-dummy]"] },
          { runOnly, resultTypes: ["violations"] },
        );
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      },
      [...rules],
    );

  const sideways = (): Promise<string[]> =>
    pane.page.evaluate(() => {
      const wide = [...document.querySelectorAll<HTMLElement>("html, body *")].filter((one) => {
        const scrolls =
          one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX);
        return scrolls && one.tagName !== "TEXTAREA" && one.scrollWidth > one.clientWidth + 1;
      });
      return wide.map((one) => `scrolls sideways: ${one.outerHTML.slice(0, 160)}`);
    });

  /** Controls that Tab does not come to, and stops at which nothing shows the focus. */
  async function keyboardFaults(): Promise<string[]> {
    const { page } = pane;
    const wanted = await page.evaluate(() => {
      const top = document.querySelector('[role="alertdialog"],[role="dialog"]') ?? document.body;
      const all = [...top.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href]")];
      const stops = all.filter((one) => {
        const radio = one instanceof HTMLInputElement && (one.type === "radio" || one.type === "file");
        return (
          one.tabIndex >= 0 && !one.hasAttribute("disabled") && one.getClientRects().length > 0 && !radio
        );
      });
      stops.forEach((one, index) => one.setAttribute("data-stop", String(index)));
      return stops.map((one) => one.outerHTML.slice(0, 140));
    });
    const met = new Map<number, boolean>();
    for (let step = 0; step < wanted.length * 2 + 12 && met.size < wanted.length; step += 1) {
      await page.keyboard.press("Tab");
      const [stop, seen] = await page.evaluate(() => {
        const focused = document.activeElement;
        return [
          focused?.getAttribute("data-stop") ?? null,
          focused?.matches(":focus-visible") ?? false,
        ] as const;
      });
      // A date has several stops of its own, and its last one, the calendar, is not the field's.
      if (stop !== null) met.set(Number(stop), seen || met.get(Number(stop)) === true);
    }
    return wanted.flatMap((html, index) => {
      const seen = met.get(index);
      return seen === undefined ? [`not reached by Tab: ${html}`] : seen ? [] : [`focus not shown: ${html}`];
    });
  }

  it.each(Object.entries(views))(
    "[TP2] %s: no fault in light, dark and forced colours, nothing sideways, all by keyboard",
    async (_, { query, steps }) => {
      const found: Record<string, string[]> = {};
      await pane.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
      await pane.go(query);
      await steps?.(pane.page);
      await pane.page.evaluate(axeSource);
      found["light"] = [...(await faults(everyRule)), ...(await sideways())];
      // The same elements in other colours: nothing else can have changed.
      await inColours("dark");
      found["dark"] = [...(await faults(["color-contrast"])), ...(await sideways())];
      // Where the system chooses the colours, there is no contrast of ours.
      await pane.page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
      found["forced colours"] = await sideways();
      await inColours("light");
      found["keyboard"] = await keyboardFaults();
      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    },
    60_000,
  );
});

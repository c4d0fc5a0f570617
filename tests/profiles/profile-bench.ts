import { numfmt } from "@univerjs/core";
import { languages } from "../../src/core/units";
import type { Card } from "../../src/workbook/card";
import { createLiveCard } from "../../src/workbook/live-card";
import { LiveFiguresOfCard } from "../../src/workbook/live-figures-of-card";
import { registerLiveFigures } from "../../src/functions/live-figures";
import type { BookSnapshot, SheetSnapshot } from "../../workbench/book/book-snapshot";
import type { FunctionMetadata } from "../../workbench/book/functions/function-runtime";
import type { Profile } from "../../workbench/host/profiles";
import { functionMetadata } from "../../scripts/functions-metadata";
import { typeDecisions, type Decisions } from "../office/decided-bench";
import { draft, valueOf, type OfficeBench } from "../office/office-bench";
import { pokedOfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";

export interface ProfileBench extends OfficeBench {
  readonly profile: Profile;
  readonly card: Card;
  close(): Promise<void>;
}

/** A day of the sample's own time, so that the reviews have something to say. */
const sampleDay = 35_921;

const decisions: Decisions = {
  SAVEA: ["important", { decision: "keep" }],
  QUICK: ["important", { decision: "demote", reason: "=shrinking margin" }],
  HANAR: ["important", { decision: "watch", reason: "grows too fast" }],
  SEVES: ["special", { decision: "release", reason: "bought again" }],
  VICTE: ["special", { decision: "exit", reason: "no profit", approver: "Andrew Fuller" }],
  VAFFE: ["general", { decision: "promote", reason: "0.8 below the cut" }],
};

/** A running card, its functions known to the host, in an Excel of this profile. */
async function profileBench(profile: Profile): Promise<ProfileBench> {
  const metadata = functionMetadata("en", "https://localhost/help") as { functions: FunctionMetadata[] };
  const office = await pokedOfficeWorkbook(profile, metadata.functions);
  const desk = () => stillDesk(office.gateway);
  const own = desk();
  const card = createLiveCard(own);
  const withdraw = registerLiveFigures(new LiveFiguresOfCard(card, own));
  await card.wake();
  const close = async (): Promise<void> => {
    withdraw();
    await office.close();
  };
  return { profile, office, desk, card, close };
}

/** The main job: set up with the sample, refresh, log, generate, decide, apply. */
export async function mainJob(profile: Profile): Promise<ProfileBench> {
  const bench = await profileBench(profile);
  const { card } = bench;
  valueOf(await card.setUp({ language: languages[0], sample: true }));
  valueOf(await card.refresh());
  valueOf(await card.log(draft({ date: sampleDay, nextDate: sampleDay + 30 })));
  valueOf(await card.generateReview());
  await typeDecisions(bench, decisions);
  const report = valueOf(await card.applyReview());
  expect(report).toMatchObject({ applied: Object.keys(decisions).length, stopped: [] });
  return bench;
}

const dateFormats = new Map<string, boolean>();

function isDate(format: string | undefined): boolean {
  if (format === undefined) return false;
  const known = dateFormats.get(format) ?? numfmt.isDateFormat(format);
  dateFormats.set(format, known);
  return known;
}

/** Content of all cells by sheet and place. Dates are days of the 1900 system, whatever the workbook counts in. */
export function contentOf(snapshot: BookSnapshot): Readonly<Record<string, unknown>> {
  const days = snapshot.date1904 ? 1_462 : 0;
  const formatAt = (sheet: SheetSnapshot, place: string): string | undefined => {
    const own = sheet.cells[place]?.style ?? sheet.columnStyles[place.split(",")[1] ?? ""];
    return own === undefined ? undefined : sheet.styles[own]?.numberFormat;
  };
  const content: Record<string, unknown> = {};
  for (const sheet of snapshot.sheets)
    for (const [place, { value, formula }] of Object.entries(sheet.cells)) {
      if (value === null || value === "") continue;
      const shift = typeof value === "number" && isDate(formatAt(sheet, place)) ? days : 0;
      content[`${sheet.name}!${place}`] = formula ?? (typeof value === "number" ? value + shift : value);
    }
  return content;
}

/** What is proposed and what a person decides. */
import type { Decision } from "../card";
import type { Tier } from "../../core/units";
import type { Validation } from "../sheet-plan";
import { serialOfDay } from "../../core/calendar/serial-day";
import { alarm, body, emphasis, smallText } from "./column-formats";
import { dateFormat } from "./day-text";
import { muted, smallSize } from "./palette";
import type { ReviewColumn } from "./review-column";
import type { ReviewRow, TypedRow } from "./review-row";
import { oneLine, type SheetContext } from "./sheet-context";

/** What the drop-down of a sheet offers; Apply checks each account's own tier. */
const offered: Readonly<Record<Tier, readonly Decision[]>> = {
  important: ["keep", "demote", "watch", "release"],
  special: ["keep", "promote", "demote", "watch", "release", "exit"],
  general: ["keep", "promote", "watch", "exit"],
};

function decisionList({ labels, tier, texts }: SheetContext): Validation {
  const list = offered[tier].map((decision) => labels.labelOf("decision", decision));
  // A list is one text with commas: labels somebody reworded with one cannot be offered.
  const offers = list.some((label) => label.includes(",")) ? {} : { list };
  return {
    ...offers,
    prompt: { title: texts("sheets:review.pick.title"), message: texts("sheets:review.pick.message") },
    error: { title: texts("sheets:review.pick.title"), message: texts("sheets:review.pick.error") },
  };
}

const asked = ({ texts }: SheetContext, what: string): Validation => ({
  prompt: { title: texts(`sheets:review.heading.${what}`), message: texts(`sheets:review.asked.${what}`) },
});

const typedText = (id: "reason" | "approver" | "nextStep") => (row: ReviewRow) =>
  oneLine(row.typed?.[id] ?? "");

/** The date as a serial; text that is no date goes back as it was typed. */
export function nextCheckCell(typed: TypedRow | null, date1904: boolean): string | number {
  const next = typed?.nextCheck ?? null;
  if (next === null) return "";
  return typeof next === "number" ? serialOfDay(next, date1904) : next;
}

/** `check` is the cell beside the table that says why a row was stopped. */
export function decisionColumns(context: SheetContext, check: string): ReviewColumn[] {
  const { labels, texts, model, date1904 } = context;
  const head = (id: string) => texts(`sheets:review.heading.${id}`);
  const label = (decision: Decision) => labels.labelOf("decision", decision).replaceAll('"', '""');
  const general = context.tier === "general";
  const input = { ...smallText, wrap: !general, indent: 1 };
  const text = (id: "reason" | "approver" | "nextStep"): ReviewColumn => ({
    id,
    group: "decision",
    heading: head(id),
    value: typedText(id),
    format: input,
    validation: asked(context, id),
    input: true,
    named: id,
  });
  return [
    {
      id: "proposed",
      group: "decision",
      heading: head("proposed"),
      value: (row) => labels.labelOf("decision", row.proposed),
      format: { ...smallText, wrap: false, color: muted, indent: 1 },
      rules: (first) => [
        emphasis(`=${first}="${label("promote")}"`),
        alarm(`=AND(${first}<>"",${first}<>"${label("keep")}")`),
      ],
    },
    {
      id: "decision",
      group: "decision",
      heading: head("decision"),
      value: (row) => oneLine(row.typed?.decision ?? ""),
      format: { ...body, size: smallSize, bold: true, horizontal: "left", indent: 1 },
      rules: () => [alarm(`=${check}<>""`)],
      validation: decisionList(context),
      input: true,
      named: "decision",
    },
    text("reason"),
    text("approver"),
    text("nextStep"),
    {
      id: "nextCheck",
      group: "decision",
      heading: head("nextCheck"),
      value: (row) => nextCheckCell(row.typed, date1904),
      format: { ...smallText, wrap: false, horizontal: "right", numberFormat: dateFormat(context.language) },
      validation: {
        dateFrom: model.asOf,
        ...asked(context, "nextCheck"),
        error: { title: head("nextCheck"), message: texts("sheets:review.asked.nextCheck") },
      },
      input: true,
      named: "nextCheck",
    },
  ];
}

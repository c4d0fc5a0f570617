/** How the account fares now: silence, contact, what it is watched for, what is owed to it. */
import type { AccountFigures } from "../../core/figures";
import { serialOfDay } from "../../core/calendar/serial-day";
import { causeWords } from "./cause-words";
import { alarm, body, figure, indented, mutedText, smallText } from "./column-formats";
import { dateFormat, dayInTable, dayNear } from "./day-text";
import { missing, smallSize } from "./palette";
import type { ReviewColumn } from "./review-column";
import type { SheetContext } from "./sheet-context";

/** Days without a purchase from which the figure is an alarm. */
const silenceAlarm = 180;

const lateActions = ({ openActions }: AccountFigures, asOf: number) =>
  openActions.filter((action) => action.due !== null && action.due < asOf).length;

/** Two dates as two lines, where two columns would not fit: last contact, then next visit, ● if overdue. */
function contactWords({ lastContact, visit }: AccountFigures, { language, model }: SheetContext): string {
  const last = lastContact === null ? missing : dayInTable(lastContact, language);
  return `${last}\n${visit.overdue > 0 ? "● " : ""}${dayNear(visit.due, model.asOf, language)}`;
}

export function signalColumns(context: SheetContext): ReviewColumn[] {
  const { model, language, date1904 } = context;
  const head = (id: string) => context.texts(`sheets:review.heading.${id}`);
  const date = { ...figure, size: smallSize, numberFormat: dateFormat(language) };
  const oneLined = context.tier === "general";
  return [
    {
      id: "cause",
      group: "account",
      heading: head("cause"),
      value: (row) => causeWords(row.figures, context),
      format: smallText,
      lines: 3,
    },
    {
      id: "silent",
      group: "contact",
      heading: head("silent"),
      value: (row) => row.figures.metrics.daysSinceLast ?? missing,
      format: { ...figure, size: smallSize },
      rules: (first) => [alarm(`=AND(ISNUMBER(${first}),${first}>${silenceAlarm})`)],
    },
    {
      id: "lastContact",
      group: "contact",
      heading: head("lastContact"),
      value: ({ figures: { lastContact } }) =>
        lastContact === null ? missing : serialOfDay(lastContact, date1904),
      format: date,
    },
    {
      id: "nextVisit",
      group: "contact",
      heading: head("nextVisit"),
      value: (row) => serialOfDay(row.figures.visit.due, date1904),
      format: date,
      rules: (first) => [alarm(`=AND(ISNUMBER(${first}),${first}<${serialOfDay(model.asOf, date1904)})`)],
    },
    {
      id: "contact",
      group: "contact",
      heading: head("contact"),
      value: (row) => contactWords(row.figures, context),
      format: { ...smallText, horizontal: "right" },
      lines: 2,
    },
    {
      id: "watch",
      group: "contact",
      heading: head("watch"),
      value: (row) => causeWords(row.figures, context),
      format: { ...indented, wrap: !oneLined },
      lines: oneLined ? 1 : 3,
    },
    ...actionColumns(context),
  ];
}

/** What was promised and is not done: two columns, or one of two lines where the sheet is narrow. */
function actionColumns(context: SheetContext): ReviewColumn[] {
  const { model } = context;
  const head = (id: string) => context.texts(`sheets:review.heading.${id}`);
  return [
    {
      id: "open",
      group: "contact",
      heading: head("open"),
      value: (row) => row.figures.openActions.length,
      format: { ...figure, size: smallSize },
    },
    {
      id: "late",
      group: "contact",
      heading: head("late"),
      value: (row) => lateActions(row.figures, model.asOf),
      format: { ...figure, size: smallSize },
      rules: (first) => [alarm(`=AND(ISNUMBER(${first}),${first}>0)`)],
    },
    {
      id: "actions",
      group: "contact",
      heading: head("actions"),
      value: ({ figures }) => {
        const late = lateActions(figures, model.asOf);
        const open = String(figures.openActions.length);
        return late > 0 ? `${open}\n● ${late}` : open;
      },
      format: { ...mutedText, ...{ color: body.color ?? "" }, horizontal: "right" },
      lines: 2,
    },
  ];
}

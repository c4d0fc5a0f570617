/** Fills, lines and fonts of all parts of a chart: one model each, wherever they hang. */
import type { ClassModel } from "../class-model";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { below, changeChart, partMembers, sheetOfPart, type ChartPart } from "./chart-parts";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument } from "./host-errors";

defineModel<ChartPart>({
  className: "ChartFill",
  sheetOf: sheetOfPart,
  call: {
    SetSolidColor: (part, [color], context) =>
      changeChart(part, context, (bag) => {
        bag["color"] = colorValue(color);
      }),
    Clear: (part, _args, context) =>
      changeChart(part, context, (bag) => {
        bag["color"] = "";
      }),
  },
});

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"];

function weight(value: unknown): number {
  const points = numberValue(value);
  if (points < 0 || points > 1584) throw invalidArgument();
  return points;
}

for (const className of ["ChartLineFormat", "ChartBorder"])
  defineModel<ChartPart>({
    className,
    sheetOf: sheetOfPart,
    ...partMembers({
      Color: { unset: "#000000", check: colorValue },
      LineStyle: { unset: "Automatic", check: oneOf(lineStyles) },
      Weight: { unset: 0.75, check: weight },
    }),
    call: {
      Clear: (part, _args, context) =>
        changeChart(part, context, (bag) => {
          bag["lineStyle"] = "None";
        }),
    },
    differs: { LineStyle: "Dash-dot styles are drawn as dashes." },
  });

function fontSize(value: unknown): number {
  const size = numberValue(value);
  if (size < 1 || size > 409) throw invalidArgument();
  return size;
}

const unsetSize = ({ path }: ChartPart): number =>
  path[0] === "title" ? 14 : path.includes("title") ? 10 : 9;

defineModel<ChartPart>({
  className: "ChartFont",
  sheetOf: sheetOfPart,
  ...partMembers({
    Bold: { unset: false, check: booleanValue },
    Italic: { unset: false, check: booleanValue },
    Color: { unset: "#595959", check: colorValue },
    Name: { unset: "Calibri", check: textValue },
    Size: { unset: unsetSize, check: fontSize },
    Underline: { unset: "None", check: oneOf(["None", "Single"]) },
  }),
  differs: { Underline: "Kept, not drawn." },
});

const parts: Readonly<Record<string, [className: string, key: string]>> = {
  Fill: ["ChartFill", "fill"],
  Border: ["ChartBorder", "border"],
  Line: ["ChartLineFormat", "line"],
  Font: ["ChartFont", "font"],
};

function navigates(names: readonly string[]): NonNullable<ClassModel<ChartPart>["navigate"]> {
  return Object.fromEntries(
    names.map((name) => {
      const [className, key] = parts[name]!;
      return [name, (part: ChartPart) => hostObject<ChartPart>(className, below(part, key))];
    }),
  );
}

/** What the format of each part is made of. */
const formats: Readonly<Record<string, readonly string[]>> = {
  ChartAreaFormat: ["Fill", "Border", "Font"],
  ChartPlotAreaFormat: ["Fill", "Border"],
  ChartTitleFormat: ["Fill", "Border", "Font"],
  ChartLegendFormat: ["Fill", "Border", "Font"],
  ChartAxisFormat: ["Line", "Font"],
  ChartAxisTitleFormat: ["Fill", "Border", "Font"],
  ChartGridlinesFormat: ["Line"],
  ChartDataLabelFormat: ["Fill", "Border", "Font"],
  ChartSeriesFormat: ["Fill", "Line"],
};

for (const [className, names] of Object.entries(formats))
  defineModel<ChartPart>({ className, sheetOf: sheetOfPart, navigate: navigates(names) });

/** The way from a part to its format. */
export const formatOf = (className: string) => (part: ChartPart) =>
  hostObject<ChartPart>(className, below(part, "format"));

/** Title, legend, data labels and plot area of a chart. */
import { hasLegend, titleOf } from "../../book/charts/chart-data";
import type { ClassModel, HostContext } from "../class-model";
import { booleanValue, oneOf, textValue } from "./cell-format";
import { formatOf } from "./chart-looks";
import { changeChart, partMembers, recordOf, sheetOfPart, type ChartPart } from "./chart-parts";
import { defineModel } from "./host-object";

const title = partMembers({
  Visible: { unset: true, check: booleanValue },
  Overlay: { unset: false, check: booleanValue },
  Position: { unset: "Top", check: oneOf(["Automatic", "Top", "Bottom", "Left", "Right"]) },
});

/** Writing a text shows the title. */
const writeText = (part: ChartPart, value: unknown, context: HostContext): void =>
  changeChart(part, context, (bag) => {
    bag["text"] = textValue(value);
    bag["visible"] = true;
  });

defineModel<ChartPart>({
  className: "ChartTitle",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartTitleFormat") },
  read: { ...title.read, Text: (part, { book }) => titleOf(book, recordOf(part)) },
  write: { ...title.write, Text: writeText },
  differs: { Position: "Kept; the title is drawn on top." },
});

const axisTitle = partMembers({
  Visible: { unset: false, check: booleanValue },
});

defineModel<ChartPart>({
  className: "ChartAxisTitle",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartAxisTitleFormat") },
  read: { ...axisTitle.read, ...partMembers({ Text: { unset: "Axis Title" } }).read },
  write: { ...axisTitle.write, Text: writeText },
});

defineModel<ChartPart>({
  className: "ChartLegend",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartLegendFormat") },
  ...partMembers({
    Visible: { unset: (part: ChartPart) => hasLegend(recordOf(part)), check: booleanValue },
    Position: { unset: "Bottom", check: oneOf(["Top", "Bottom", "Left", "Right", "Corner"]) },
    Overlay: { unset: false, check: booleanValue },
  }),
  differs: { Overlay: "Kept; the legend is drawn beside the plot." },
});

const positions = [
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
  "Callout",
];

const labels: Pick<ClassModel<ChartPart>, "read" | "write"> = partMembers({
  ShowValue: { unset: false, check: booleanValue },
  ShowSeriesName: { unset: false, check: booleanValue },
  ShowCategoryName: { unset: false, check: booleanValue },
  ShowPercentage: { unset: false, check: booleanValue },
  Position: { unset: "OutsideEnd", check: oneOf(positions) },
  Separator: { unset: ", ", check: textValue },
  NumberFormat: { unset: "General", check: textValue },
});

defineModel<ChartPart>({
  className: "ChartDataLabels",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartDataLabelFormat") },
  ...labels,
});

defineModel<ChartPart>({
  className: "ChartPlotArea",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartPlotAreaFormat") },
});

/** Axes and gridlines. The secondary axes are there as soon as a series is put on them. */
import { scaleOf } from "../../book/charts/axis-scale";
import type { AxisKey } from "../../book/charts/chart-record";
import type { HostContext, HostObject } from "../class-model";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { formatOf } from "./chart-looks";
import { below, partMembers, recordOf, sheetOfPart, valueAt, type ChartPart } from "./chart-parts";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, notImplemented } from "./host-errors";

const axis = (part: ChartPart, key: AxisKey): HostObject =>
  hostObject<ChartPart>("ChartAxis", below(part, "axes", key));

function getItem(part: ChartPart, type: unknown, group: unknown): HostObject {
  if (group !== null && group !== undefined && group !== "Primary" && group !== "Secondary")
    throw invalidArgument();
  const secondary = group === "Secondary";
  if (secondary && !recordOf(part).series.some((series) => series.axisGroup === "Secondary"))
    throw invalidArgument("No series is on the secondary axis.");
  if (type === "Category") return axis(part, secondary ? "secondaryCategory" : "category");
  if (type === "Value") return axis(part, secondary ? "secondaryValue" : "value");
  throw type === "Series" ? notImplemented("axes of series") : invalidArgument();
}

defineModel<ChartPart>({
  className: "ChartAxes",
  sheetOf: sheetOfPart,
  navigate: {
    CategoryAxis: (part) => axis(part, "category"),
    ValueAxis: (part) => axis(part, "value"),
  },
  call: { GetItem: (part, [type, group]) => getItem(part, type, group) },
});

const isValue = ({ path }: ChartPart): boolean => /value$/i.test(String(path[1]));
const isSecondary = ({ path }: ChartPart): boolean => String(path[1]).startsWith("secondary");

/** "" makes it automatic again. */
const optionalNumber = (value: unknown): number | undefined =>
  value === "" ? undefined : numberValue(value);

const ticks = oneOf(["None", "Cross", "Inside", "Outside"]);

const members = partMembers({
  /** The second category axis lies over the first and is not drawn unless asked for. */
  Visible: { unset: (part: ChartPart) => part.path[1] !== "secondaryCategory", check: booleanValue },
  Minimum: { unset: 0, check: optionalNumber },
  Maximum: { unset: 0, check: optionalNumber },
  MajorUnit: { unset: 0, check: optionalNumber },
  NumberFormat: { unset: "General", check: textValue },
  ReversePlotOrder: { unset: false, check: booleanValue },
  MajorTickMark: { unset: "None", check: ticks },
  MinorTickMark: { unset: "None", check: ticks },
  TickLabelPosition: { unset: "NextToAxis", check: oneOf(["NextToAxis", "High", "Low", "None"]) },
  TickLabelSpacing: { unset: 1, check: optionalNumber },
});

/** Automatic bounds read as the numbers that are drawn. */
const scaled =
  (key: "minimum" | "maximum" | "majorUnit") =>
  (part: ChartPart, { book }: HostContext): unknown => {
    const own = valueAt(part, key);
    if (own !== undefined || !isValue(part)) return own ?? "";
    return scaleOf(book, recordOf(part), isSecondary(part) ? "Secondary" : "Primary")[key];
  };

defineModel<ChartPart>({
  className: "ChartAxis",
  sheetOf: sheetOfPart,
  navigate: {
    Format: formatOf("ChartAxisFormat"),
    Title: (part) => hostObject<ChartPart>("ChartAxisTitle", below(part, "title")),
    MajorGridlines: (part) => hostObject<ChartPart>("ChartGridlines", below(part, "majorGridlines")),
    MinorGridlines: (part) => hostObject<ChartPart>("ChartGridlines", below(part, "minorGridlines")),
  },
  read: {
    ...members.read,
    Minimum: scaled("minimum"),
    Maximum: scaled("maximum"),
    MajorUnit: scaled("majorUnit"),
    Type: (part) => (isValue(part) ? "Value" : "Category"),
    AxisGroup: (part) => (isSecondary(part) ? "Secondary" : "Primary"),
  },
  write: members.write!,
  differs: {
    MinorTickMark: "Kept, not drawn.",
    TickLabelPosition: "None hides the labels; other places are kept and drawn next to the axis.",
  },
});

/** Only the value axis has lines of its own accord. */
const hasLines = ({ path }: ChartPart): boolean => path[1] === "value" && path[2] === "majorGridlines";

defineModel<ChartPart>({
  className: "ChartGridlines",
  sheetOf: sheetOfPart,
  navigate: { Format: formatOf("ChartGridlinesFormat") },
  ...partMembers({ Visible: { unset: hasLines, check: booleanValue } }),
  differs: { Visible: "Minor lines are kept, not drawn." },
});

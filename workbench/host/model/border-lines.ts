/** Borders in Excel's words (style and weight) and in the book's (one line style). */
import type { BorderStyle } from "../../book/book";
import { invalidArgument } from "./host-errors";

export type Line = BorderStyle["style"];

const styles: Record<Line, { style: string; weight: string }> = {
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  hair: { style: "Continuous", weight: "Hairline" },
  dashed: { style: "Dash", weight: "Thin" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
};

export const styleOfLine = (line: Line): string => styles[line].style;
export const weightOfLine = (line: Line): string => styles[line].weight;

const byStyle: Record<string, Line> = {
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  SlantDashDot: "dashed",
  Dot: "dotted",
  Double: "double",
};

/** null for "None". A continuous line keeps the weight it has. */
export function lineOfStyle(style: unknown, now: Line | null): Line | null {
  if (style === "None") return null;
  const line = byStyle[String(style)];
  if (!line) throw invalidArgument();
  return line === "thin" && now && styles[now].style === "Continuous" ? now : line;
}

const byWeight: Record<string, Line> = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" };

/** Dashed, dotted and double lines have one weight only. */
export function lineOfWeight(weight: unknown, now: Line | null): Line {
  const line = byWeight[String(weight)];
  if (!line) throw invalidArgument();
  return now && styles[now].style !== "Continuous" && line === "thin" ? now : line;
}

/** Colours as Excel answers them, `#RRGGBB` in capitals; add-ins may also write names. */
import { invalidArgument } from "./host-errors";

const names: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  maroon: "#800000",
  olive: "#808000",
  navy: "#000080",
  teal: "#008080",
  aqua: "#00FFFF",
  cyan: "#00FFFF",
  fuchsia: "#FF00FF",
  magenta: "#FF00FF",
  pink: "#FFC0CB",
  brown: "#A52A2A",
  gold: "#FFD700",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  darkgray: "#A9A9A9",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightyellow: "#FFFFE0",
  darkblue: "#00008B",
  darkgreen: "#006400",
  darkred: "#8B0000",
  darkorange: "#FF8C00",
  tomato: "#FF6347",
  coral: "#FF7F50",
  salmon: "#FA8072",
  khaki: "#F0E68C",
  beige: "#F5F5DC",
  ivory: "#FFFFF0",
  lavender: "#E6E6FA",
  whitesmoke: "#F5F5F5",
  steelblue: "#4682B4",
  royalblue: "#4169E1",
  cornflowerblue: "#6495ED",
  indigo: "#4B0082",
  violet: "#EE82EE",
  crimson: "#DC143C",
  chocolate: "#D2691E",
};

export function colorValue(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  const text = value.trim();
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace("#", "").toUpperCase()}`;
  const named = names[text.toLowerCase()];
  if (!named) throw invalidArgument(`"${text}" is not a colour.`);
  return named;
}

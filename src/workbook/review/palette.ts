/** Colours and type sizes of every generated sheet. Each pair was checked for 4.5:1 and for a grey printer. */
import type { EdgeStyle } from "../sheet-plan";

export const ink = "#1F2A33";
export const muted = "#56626B";
export const accent = "#1B4F72";
/** Alarms only: text, never a fill, always doubled by bold and by a sign or a word. */
export const signal = "#962B14";
export const bar = "#BBD1DF";
export const lossBar = "#CDD3D8";
/** Fill of the cells a person types into: the only tinted ones. */
export const tint = "#E6EEF4";
/** Fill of the general badge. */
export const quiet = "#E3E7EA";
export const hairline = "#D5DBE0";
/** Class B in charts. */
export const mid = "#7FA3BC";
/** Class C and what is compared with, in charts. */
export const grey = "#B5BDC4";
/** Gridlines of charts. */
export const grid = "#E6EAED";
export const white = "#FFFFFF";

export const thin = (color: string): EdgeStyle => ({ style: "thin", color });
export const medium = (color: string): EdgeStyle => ({ style: "medium", color });

/** Points. Nothing smaller: at 90 % it would print below 7 pt. */
export const bodySize = 9;
export const smallSize = 8;

/** What stands where nothing is known: never 0, never an empty cell. */
export const missing = "–";

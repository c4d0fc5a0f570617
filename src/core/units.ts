/**
 * A calendar day as a whole number: days since 1899-12-30, which is the serial Excel's 1900 system
 * shows for every day from 1 March 1900 on. No time of day, no time zone (WB7).
 */
export type Day = number;

/** A share, 0–1. */
export type Ratio = number;

/** Points on a scale of 0–100. */
export type Score = number;

/** An amount in the workbook's currency, unrounded. */
export type Money = number;

/** Languages a workbook or the pane can have. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

export const tiers = ["important", "special", "general"] as const;
export type Tier = (typeof tiers)[number];

import type { Money } from "../units";

/**
 * Takes the dust of binary addition off a sum of amounts (10⁻⁶ of the currency), so that the order of the rows never
 * shows in a figure and a fully refunded day is exactly zero.
 */
export function withoutDust(amount: Money): Money {
  return Math.round(amount * 1e6) / 1e6 || 0;
}

export interface ScreenResult {
  readonly pass: boolean;
  /** How many minimums are met. */
  readonly met: number;
  /** Number of the first column that fails, from 1; null if none. */
  readonly firstFailed: number | null;
}

/**
 * Screening: a column without a minimum asks nothing; a missing value meets no minimum. Passes with `need` minimums met
 * (all without `need`) unless a column that must be met fails.
 */
export function screenRow(
  metrics: readonly (number | null)[],
  minimums: readonly (number | null)[],
  must: readonly boolean[],
  need: number | null,
): ScreenResult {
  let met = 0;
  let asked = 0;
  let firstFailed: number | null = null;
  let mustFailed = false;
  minimums.forEach((minimum, index) => {
    if (minimum === null) return;
    asked += 1;
    const value = metrics[index] ?? null;
    if (value !== null && value >= minimum) {
      met += 1;
      return;
    }
    firstFailed ??= index + 1;
    if (must[index]) mustFailed = true;
  });
  return { pass: !mustFailed && met >= (need ?? asked), met, firstFailed };
}

export interface TimeShare {
  /** 0 or less weighs nothing. */
  readonly profit: number;
  readonly floor: number;
  readonly cap: number;
}

/**
 * Hours in proportion to profit, none below its floor or above its cap, Σ = `hours`. What those who weigh something
 * cannot take goes evenly to those who weigh nothing. null when the floors need more than there is or the caps take less.
 */
export function timePlan(rows: readonly TimeShare[], hours: number): number[] | null {
  const tolerance = 1e-9 * Math.max(1, hours);
  const floors = sum(rows.map(({ floor }) => floor));
  const caps = sum(rows.map(({ cap }) => cap));
  if (floors > hours + tolerance || caps < hours - tolerance) return null;
  const weighed = rows.map((row) => ({ ...row, weight: Math.max(0, row.profit) }));
  const atMost = sum(weighed.map(({ weight, floor, cap }) => (weight > 0 ? cap : floor)));
  if (atMost >= hours) return filled(weighed, hours);
  // The profitable are full: the others share what is left, each as much as any other.
  return filled(
    weighed.map((row) => (row.weight > 0 ? { ...row, floor: row.cap, weight: 0 } : { ...row, weight: 1 })),
    hours,
  );
}

interface Weighed {
  readonly weight: number;
  readonly floor: number;
  readonly cap: number;
}

/** Finds the hours per weight at which everybody's share, held between floor and cap, sums to `hours`. */
function filled(rows: readonly Weighed[], hours: number): number[] {
  const shareAt = ({ weight, floor, cap }: Weighed, rate: number): number =>
    weight === 0 ? floor : Math.min(cap, Math.max(floor, rate * weight));
  const totalAt = (rate: number): number => rows.reduce((total, row) => total + shareAt(row, rate), 0);
  const edges = rows
    .filter(({ weight }) => weight > 0)
    .flatMap(({ weight, floor, cap }) => [floor / weight, cap / weight])
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (totalAt(edges[middle] ?? 0) < hours) low = middle + 1;
    else high = middle;
  }
  const from = low === 0 ? 0 : (edges[low - 1] ?? 0);
  const slope = sum(
    rows
      .filter(({ weight, floor, cap }) => weight > 0 && floor / weight <= from && cap / weight > from)
      .map(({ weight }) => weight),
  );
  const rate = slope > 0 ? from + (hours - totalAt(from)) / slope : from;
  return rows.map((row) => shareAt(row, rate));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface Valley {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** The gradient vanishes, or points out of the box at a bound. */
  readonly converged: boolean;
}

const mostSteps = 500;
/** No part of the gradient is steeper: the place is found to about half as many digits more. */
const flat = 1e-7;
/** Where steps gain nothing any more, a gradient this small is a valley so wide that its floor cannot be told. */
const nearlyFlat = 1e-4;

/**
 * BFGS in a box: the smallest value of a smooth function of a few variables, each held within ±`bound`. The caller
 * scales its variables to around one.
 */
export function minimise(
  valley: (at: readonly number[]) => Valley,
  start: readonly number[],
  bound: number,
): Minimum {
  let at = [...start];
  let here = valley(at);
  let inverse = identity(at.length);
  let idle = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    const gradient = inside(at, here.gradient, bound);
    const steepest = Math.max(...gradient.map(Math.abs));
    if (steepest < flat || idle > 4) return { at, value: here.value, converged: steepest < nearlyFlat };
    let direction = times(inverse, gradient).map((part) => -part);
    if (!(dot(direction, gradient) < 0)) {
      inverse = identity(at.length);
      direction = gradient.map((part) => -part);
    }
    const next = downhill(valley, at, here, direction, gradient, bound);
    if (next === null) return { at, value: here.value, converged: steepest < nearlyFlat };
    idle = here.value - next.valley.value < 1e-12 * Math.abs(here.value) ? idle + 1 : 0;
    const moved = next.at.map((part, index) => part - (at[index] ?? 0));
    const turned = inside(next.at, next.valley.gradient, bound).map(
      (part, index) => part - (gradient[index] ?? 0),
    );
    inverse = updated(inverse, moved, turned);
    at = next.at;
    here = next.valley;
  }
  return { at, value: here.value, converged: false };
}

/** The gradient without the parts that push out of the box. */
function inside(at: readonly number[], gradient: readonly number[], bound: number): number[] {
  return gradient.map((part, index) => {
    const place = at[index] ?? 0;
    return (place >= bound && part < 0) || (place <= -bound && part > 0) ? 0 : part;
  });
}

/** Halves the step until it goes down enough (Armijo); null if none does. */
function downhill(
  valley: (at: readonly number[]) => Valley,
  at: readonly number[],
  here: Valley,
  direction: readonly number[],
  gradient: readonly number[],
  bound: number,
) {
  const longest = Math.max(...direction.map(Math.abs));
  const slope = dot(direction, gradient);
  for (let size = Math.min(1, 4 / longest); size > 1e-9; size /= 2) {
    const to = at.map((part, index) =>
      Math.min(bound, Math.max(-bound, part + size * (direction[index] ?? 0))),
    );
    const there = valley(to);
    const better = there.value <= here.value + 1e-4 * size * slope;
    if (Number.isFinite(there.value) && better && there.value < here.value) return { at: to, valley: there };
  }
  return null;
}

type Matrix = readonly (readonly number[])[];

/** The BFGS update of the inverse Hessian; left as it is where the step shows no curvature. */
function updated(inverse: Matrix, moved: readonly number[], turned: readonly number[]): Matrix {
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-14)) return inverse;
  const scaled = times(inverse, turned);
  const factor = (1 + dot(turned, scaled) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((entry, j) => {
      const crossed = (scaled[i] ?? 0) * (moved[j] ?? 0) + (moved[i] ?? 0) * (scaled[j] ?? 0);
      return entry + factor * (moved[i] ?? 0) * (moved[j] ?? 0) - crossed / curvature;
    }),
  );
}

function identity(size: number): Matrix {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
}

function times(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, part, index) => sum + part * (b[index] ?? 0), 0);
}

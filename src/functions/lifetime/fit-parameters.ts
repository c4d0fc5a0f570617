import type { BgParameters } from "../../core/lifetime/bg-likelihood";
import { showsDropOut } from "../../core/lifetime/bg-fit";
import type { GammaGamma } from "../../core/lifetime/spend-likelihood";
import { isErrorValue, numberIn } from "../cells";
import { badInput, notAvailable } from "../problem";

/** r, α, a, b as BGFIT gives them, with or without its header row. Throws where the fit failed or shows no drop-out. */
export function bgParametersIn(matrix: unknown[][], argument: string): BgParameters {
  const [r, alpha, a, b] = figuresIn(matrix, argument, 4);
  if (
    r === undefined ||
    alpha === undefined ||
    a === undefined ||
    b === undefined ||
    r <= 0 ||
    alpha <= 0 ||
    a < 0
  )
    throw badInput("notAFit", { argument, count: 4 });
  const parameters = { r, alpha, a, b };
  if (!showsDropOut(parameters)) throw notAvailable("noDropOut");
  if (b <= 0) throw badInput("notAFit", { argument, count: 4 });
  return parameters;
}

/** p, q, γ as GGFIT gives them, with or without its header row. */
export function gammaGammaIn(matrix: unknown[][], argument: string): GammaGamma {
  const [p, q, gamma] = figuresIn(matrix, argument, 3);
  if (p === undefined || q === undefined || gamma === undefined || p <= 0 || q <= 0 || gamma <= 0)
    throw badInput("notAFit", { argument, count: 3 });
  return { p, q, gamma };
}

function figuresIn(matrix: unknown[][], argument: string, count: number): number[] {
  if (matrix.some((row) => row.length !== matrix[0]?.length)) throw badInput("notAFit", { argument, count });
  const side = matrix.every((row) => row.length === 1) ? matrix.flat() : (matrix.at(-1) ?? []);
  const cells = side.slice(0, count);
  if (cells.some(isErrorValue)) throw notAvailable("fitFailed");
  const figures = cells.map(numberIn).filter((cell) => typeof cell === "number");
  if (figures.length < count) throw badInput("notAFit", { argument, count });
  return figures;
}

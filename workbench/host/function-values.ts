/** Arguments and results of custom functions, between cells and the wire. */
import type { CellContent, CellError } from "../book/book";
import type { FunctionCall, FunctionMetadata } from "../book/functions/function-runtime";

type Argument = CellContent | CellContent[][];

type Parameter = FunctionMetadata["parameters"][number];

const isError = (value: Argument): value is CellError =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const valueError: CellError = { error: "#VALUE!" };

/** Text for a number and the like, as Excel converts a single argument; an error stops the call. */
function converted(value: CellContent, type: string | undefined): CellContent {
  if (value === null || isError(value)) return value;
  if (type === "string") return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
  if (type === "number") {
    if (typeof value === "number") return value;
    const number = typeof value === "boolean" ? Number(value) : value.trim() === "" ? NaN : Number(value);
    return Number.isNaN(number) ? valueError : number;
  }
  return value;
}

function oneArgument(value: Argument, parameter: Parameter | undefined, blank: CellContent): unknown {
  if (parameter?.repeating) return repeatedArgument(value, parameter);
  if (parameter?.dimensionality === "matrix") {
    const rows = Array.isArray(value) ? value : [[value]];
    return rows.map((row) => row.map((cell) => cell ?? blank));
  }
  const single = Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0]! : value;
  if (Array.isArray(single)) return single;
  return converted(single ?? blank, parameter?.type);
}

/** The book hands over a row of values, or a list of matrices; the page gets the list. */
const repeatedArgument = (value: Argument, parameter: Parameter): unknown =>
  parameter.dimensionality !== "matrix" && Array.isArray(value) ? value[0] : value;

/** The argument list of an invocation, omitted ones null. A CellError means: do not call, the cell shows it. */
export function wireArguments(call: FunctionCall, blank: null | 0 | ""): unknown[] | CellError {
  const { parameters } = call.metadata;
  const values: unknown[] = parameters.map(() => null);
  for (const [index, value] of call.args.entries()) {
    if (call.omitted[index]) continue;
    const wire = oneArgument(value, parameters[index], blank);
    if (isError(wire as Argument)) return wire as CellError;
    values[index] = wire;
  }
  return values;
}

const errorOfCode: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** Only #VALUE! and #N/A carry a message in Excel. */
function errorWithMessage(error: string, message: unknown): CellError {
  const carries = error === "#VALUE!" || error === "#N/A";
  return carries && typeof message === "string" && message !== "" ? { error, message } : { error };
}

function cellOf(value: unknown): CellContent {
  // Excel shows null results as 0.
  if (value === null || value === undefined) return 0;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "string") return value.length > 32_767 ? valueError : value;
  if (typeof value === "boolean") return value;
  if (typeof value !== "object" || Array.isArray(value)) return valueError;
  const rich = value as Record<string, unknown>;
  if (rich.type === "FormattedNumber") return cellOf(rich.basicValue);
  if (rich.type === "Error" || rich.valueType === "CustomFunctionError")
    return errorWithMessage(
      String(rich.code ?? rich.basicValue ?? "#VALUE!"),
      rich.message ?? rich.errorMessage,
    );
  // A cell with an entity shows its text; the card behind it and its properties are not there.
  if (rich.type === "Entity" && typeof rich.text === "string") return rich.text;
  // Images show their basic value, which is an error.
  return valueError;
}

/** A row of SetInvocationArrayResults, `[id, ok, value, errorCode?]`, as the cell (or the spilled cells) shows it. */
export function resultValue(ok: boolean, value: unknown, errorCode: number): CellContent | CellContent[][] {
  if (!ok) return errorWithMessage(errorOfCode[errorCode] ?? "#VALUE!", value);
  if (!Array.isArray(value)) return cellOf(value);
  if (value.length === 0 || value.some((row) => !Array.isArray(row) || row.length === 0)) return valueError;
  const width = Math.max(...value.map((row: unknown[]) => row.length));
  return value.map((row: unknown[]) =>
    Array.from({ length: width }, (_, index) =>
      index < row.length ? cellOf(row[index]) : { error: "#N/A" },
    ),
  );
}

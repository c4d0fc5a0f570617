/** What office.js puts on the page for custom functions, as far as the bundle may rely on it in plain Node. */
class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export type AssociatedFunction = (...args: readonly unknown[]) => unknown;

export const associated = new Map<string, AssociatedFunction>();

Reflect.set(globalThis, "CustomFunctions", {
  associate: (id: string, associatedFunction: AssociatedFunction) => associated.set(id, associatedFunction),
  Error: CustomFunctionsError,
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
});

/** An Excel error as it reaches a function or comes out of one. */
export function errorValue(code: string, message?: string): CustomFunctionsError {
  return new CustomFunctionsError(code, message);
}

/** `#N/A: sentence` for errors, anything else as it is; tables cell by cell. */
export function shown(value: unknown): unknown {
  if (value instanceof CustomFunctionsError) return `${value.code}: ${value.message}`;
  return Array.isArray(value) ? value.map(shown) : value;
}

/** Calls a function and shows what Excel would: results, or the error it threw. */
export function call(id: string, ...args: readonly unknown[]): unknown {
  const associatedFunction = associated.get(id);
  if (!associatedFunction) throw new Error(`${id} is not associated`);
  try {
    return shown(associatedFunction(...args));
  } catch (thrown) {
    if (thrown instanceof CustomFunctionsError) return shown(thrown);
    throw thrown;
  }
}

export interface Stream {
  /** Everything the cell was told, in order. */
  readonly results: unknown[];
  readonly last: () => unknown;
  readonly cancel: () => void;
}

/** Starts a streaming function in a cell; omitted arguments arrive as null (FN6). */
export function stream(id: string, args: readonly unknown[], parameters: number, address?: string): Stream {
  const results: unknown[] = [];
  const invocation = {
    address,
    setResult: (value: unknown) => results.push(shown(value)),
    onCanceled: (): void => undefined,
  };
  const padded = Array.from({ length: parameters }, (_, index) => args[index] ?? null);
  const returned = associated.get(id)?.(...padded, invocation);
  if (returned !== undefined) throw new Error("a streaming function returns nothing");
  return { results, last: () => results.at(-1), cancel: () => invocation.onCanceled() };
}

/** What office.js provides for functions, so that the build can call them: the results on the help pages are computed. */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

if (!Reflect.has(globalThis, "CustomFunctions")) {
  Reflect.set(globalThis, "CustomFunctions", {
    associate: () => undefined,
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  });
}

/** `#N/A` and its sentence, where a value is an error of a cell; null for anything else. */
export function errorOf(value: unknown): { readonly code: string; readonly message: string } | null {
  if (typeof value !== "object" || value === null || !("code" in value) || !("message" in value)) return null;
  return { code: String(value.code), message: String(value.message) };
}

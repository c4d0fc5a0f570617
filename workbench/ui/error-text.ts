/** The sentence of an error without its full stop, to stand inside one of ours. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[.。]\s*$/, "");
}

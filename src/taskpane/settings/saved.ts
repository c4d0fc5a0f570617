import type { Outcome } from "../../workbook/outcome";

/** An outcome that carries nothing, as one that says yes: callers tell it from "stopped", which is null. */
export async function saved(outcome: Promise<Outcome<void>>): Promise<Outcome<true>> {
  const settled = await outcome;
  return settled.ok ? { ok: true, value: true } : settled;
}

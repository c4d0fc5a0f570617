import type { Interaction } from "../records";

/** A completed one starts the time to the next visit anew. */
export function restartsVisits({ kind, channel }: Interaction): boolean {
  if (kind === "visit" || kind === "meeting" || kind === "event") return true;
  return kind === "revisit" && channel === "in-person";
}

/** A completed one starts the time to the next call anew: whatever restarts visits does, mail and message do not. */
export function restartsCalls(interaction: Interaction): boolean {
  return restartsVisits(interaction) || isCall(interaction);
}

export function isCall({ kind, channel }: Interaction): boolean {
  return kind === "call" || (kind === "revisit" && (channel === "phone" || channel === "video"));
}

/** Somebody spoke or wrote to the account; a look at the website is no contact of ours. */
export function isContact({ kind, completed }: Interaction): boolean {
  return completed && kind !== "web";
}

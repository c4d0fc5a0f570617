import type { Channel, Criterion, InteractionKind } from "../core/records";
import { languages, type Tier } from "../core/units";
import { textsFor, type Texts } from "../locales/texts";
import type { Decision } from "../workbook/card";
import { lists, type ListId } from "../workbook/schema/lists";

/** Words the pane shares with the workbook's own lists. */
export const tierName = (texts: Texts, tier: Tier): string => texts(`labels:tier.${tier}`);
export const kindName = (texts: Texts, kind: InteractionKind): string =>
  texts(`labels:interactionKind.${kind}`);
export const channelName = (texts: Texts, channel: Channel): string => texts(`labels:channel.${channel}`);
export const decisionName = (texts: Texts, decision: Decision): string =>
  texts(`labels:decision.${decision}`);

/** The label of a code in one of the workbook's lists; words of the person's own stay as they are. */
export function listName(texts: Texts, list: ListId, code: string): string {
  const known: readonly string[] = lists[list];
  return known.includes(code) ? texts(`labels:${list}.${code}`) : code;
}

/** The criterion in the pane's language, unless somebody gave it a name of their own. */
export function criterionName(texts: Texts, { id, label }: Pick<Criterion, "id" | "label">): string {
  const key = `labels:criterion.${id}`;
  const builtIn = languages.map((language) => textsFor(language)(key));
  return label === "" || builtIn.includes(label) ? texts(key) : label;
}

import type { Desk } from "../desk";
import { loadPart } from "../load-part";
import type { Outcome } from "../outcome";
import type { CardSnapshot } from "../read-card";
import type { CopyVerbs } from "../values-copy/copy-verbs";
import { cardParts } from "./card-parts";

/** Runs an operation alone, on the card as it was read last. */
type Run = <T>(run: (desk: Desk, snapshot: CardSnapshot) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** The copy of a live card. */
export const liveCopyVerbs = (run: Run): CopyVerbs => ({
  preview: () => run(async (desk, { book }) => (await loadPart(cardParts.copy)).previewCopy(desk, book)),
  open: () => run(async (desk, { book }) => (await loadPart(cardParts.copy)).openCopy(desk, book)),
});

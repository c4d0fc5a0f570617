import { textsFor } from "../../locales/cell-texts";
import { choiceOf } from "../choices";
import type { Answer } from "../live-calls";

/** TIER: the label of the tier in force or of the proposed one, in the workbook's language (FN10). */
export const tierOf =
  (which: unknown): Answer<string> =>
  (figures, _model, language) => {
    const chosen = choiceOf(which, "which", ["force", "proposed"]);
    const tier = chosen === "force" ? figures.tierInForce : figures.proposedTier;
    return textsFor(language)(`labels:tier.${tier}`);
  };

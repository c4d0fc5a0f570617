/** Every custom function of the add-in, in the order of the help's index. */
import { nextVisit, score, tier, why } from "./answers/account-functions";
import { scores } from "./answers/scores";
import { tiers } from "./answers/tiers";
import type { DeclaredFunction } from "./declare/declare";

export const library: readonly DeclaredFunction[] = [tier, score, why, nextVisit, scores, tiers];

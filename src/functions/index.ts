/** The bundle Excel loads for the functions: ids and functions, said in one place and checked against functions.json. */
import { nextvisit, score, scores, tier, tiers, why } from "./functions";

CustomFunctions.associate("TIER", tier);
CustomFunctions.associate("SCORE", score);
CustomFunctions.associate("WHY", why);
CustomFunctions.associate("NEXTVISIT", nextvisit);
CustomFunctions.associate("SCORES", scores);
CustomFunctions.associate("TIERS", tiers);

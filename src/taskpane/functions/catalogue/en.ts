import texts from "../../../locales/en/catalogue.json";
import catalogue from "./en.json";

/** The functions, and what the view says around them. */
export const part = { catalogue, texts };

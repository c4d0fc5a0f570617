import texts from "../../../locales/zh-CN/catalogue.json";
import catalogue from "./zh-CN.json";

/** The functions, and what the view says around them. */
export const part = { catalogue, texts };

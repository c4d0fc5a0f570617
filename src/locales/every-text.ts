/** All texts of all languages at once, for scripts and tests: importing it is enough. */
import { laterTexts as en } from "./en/later-texts";
import { provideTexts } from "./texts";
import { laterTexts as zh } from "./zh-CN/later-texts";

provideTexts("en", en);
provideTexts("zh-CN", zh);

/** All texts of all languages at once, for scripts and tests: importing it is enough. */
import { laterTexts as en } from "./en/later-texts";
import { viewTexts as enViews } from "./en/view-texts";
import { provideTexts } from "./texts";
import { laterTexts as zh } from "./zh-CN/later-texts";
import { viewTexts as zhViews } from "./zh-CN/view-texts";

provideTexts("en", en);
provideTexts("en", enViews);
provideTexts("zh-CN", zh);
provideTexts("zh-CN", zhViews);

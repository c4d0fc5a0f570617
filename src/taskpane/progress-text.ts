import type { Texts } from "../locales/texts";
import type { Progress } from "../workbook/desk";
import type { Formats } from "./formats";

/** The name of a step; one the pane has no word for is plain "Working". */
export function stepName(texts: Texts, step: string): string {
  const key = `progress.${step}`;
  const name = texts(key);
  return name === key ? texts("progress.working") : name;
}

/** `Purchases 400 of 2,155`; without a total the name alone. */
export function progressText(texts: Texts, formats: Formats, progress: Progress): string {
  const step = stepName(texts, progress.step);
  if (progress.total === 0) return step;
  const done = formats.number(progress.done);
  return texts("progress.ofTotal", { step, done, total: formats.number(progress.total) });
}

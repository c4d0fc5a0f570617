import { createContext, useContext, useMemo, useState, type PropsWithChildren } from "react";
import { languages, type Language } from "../core/units";
import { textsFor, type Texts } from "../locales/texts";
import { modelOf, useCardState, useEnvironment } from "./card-context";
import type { PaneEnvironment } from "./environment";
import { formatsFor, type Formats } from "./formats";

const STORED = "pane-language";

interface PaneLanguage {
  readonly language: Language;
  readonly texts: Texts;
  readonly formats: Formats;
  /** null = as Office. */
  readonly chosen: Language | null;
  choose(language: Language | null): void;
}

const Context = createContext<PaneLanguage | null>(null);

function chosenLanguage({ storage }: PaneEnvironment): Language | null {
  const stored = storage.get(STORED);
  return languages.find((one) => one === stored) ?? null;
}

/** The language the pane starts with. */
export const paneLanguage = (environment: PaneEnvironment): Language =>
  chosenLanguage(environment) ?? environment.language;

/** Language, texts, dates and figures of the pane; the workbook may have another language. */
export function LanguageProvider({ children }: PropsWithChildren) {
  const environment = useEnvironment();
  const [chosen, setChosen] = useState<Language | null>(() => chosenLanguage(environment));
  const model = modelOf(useCardState());
  const language = chosen ?? environment.language;
  const asOf = model?.asOf ?? 0;
  const currency = model?.settings.currency ?? "";
  const value = useMemo<PaneLanguage>(() => {
    const texts = textsFor(language);
    return {
      language,
      texts,
      formats: formatsFor(language, texts, asOf, currency),
      chosen,
      choose: (next) => {
        environment.storage.set(STORED, next);
        setChosen(next);
      },
    };
  }, [language, asOf, currency, chosen, environment]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePaneLanguage(): PaneLanguage {
  const value = useContext(Context);
  if (!value) throw new Error("This component must stand inside LanguageProvider.");
  return value;
}

export const useTexts = (): Texts => usePaneLanguage().texts;
export const useFormats = (): Formats => usePaneLanguage().formats;

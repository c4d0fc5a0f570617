/** The catalogue as `npm run docs` writes it, a file per language that is loaded when the view opens. */
import type { Language } from "../../core/units";
import type { TextTree } from "../../locales/read-texts";
import { provideTexts } from "../../locales/texts";
import { loadPart } from "../../workbook/load-part";

export interface CatalogueFunction {
  readonly id: string;
  readonly description: string;
  readonly answers: string;
  readonly notFor: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly optional: boolean;
    readonly text: string;
  }[];
  /** What the example shows, in a sentence. */
  readonly example: string;
  /** The example by the language of the workbook, whose tables have headers in it. */
  readonly formulas: Readonly<Record<Language, string>>;
  /** Account of the sample that the formula names; null where it names none. */
  readonly account: string | null;
  /** Whether days come out of it, which cells show as numbers until they are formatted. */
  readonly dates: boolean;
  /** Cells the result takes in the sample workbook. */
  readonly rows: number;
  readonly columns: number;
  /** The beginning of the result; where it is turned, each line is one of its columns. */
  readonly turned: boolean;
  readonly shown: readonly (readonly string[])[];
}

export interface Catalogue {
  readonly groups: readonly { readonly id: string; readonly functions: readonly CatalogueFunction[] }[];
}

interface Part {
  readonly catalogue: Catalogue;
  readonly texts: TextTree;
}

const files: Readonly<Record<Language, () => Promise<{ readonly part: Part }>>> = {
  en: () => import(/* webpackChunkName: "catalogue-en" */ "./catalogue/en"),
  "zh-CN": () => import(/* webpackChunkName: "catalogue-zh-CN" */ "./catalogue/zh-CN"),
};

/** Makes the texts of the view known as well; rejects where the file cannot be had. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const { part } = await loadPart(files[language]);
  provideTexts(language, { catalogue: part.texts });
  return part.catalogue;
}

import { languages } from "../../core/units";
import { textsFor } from "../../locales/texts";
import type { SampleData } from "./expand-sample";

/** Loaded when somebody asks for it: 70 kB the pane does not need at start. */
export const loadSample = async (): Promise<SampleData> => (await import("./northwind.json")).default;

/** Who the sample's rows say made them, in any language: how they are told from the person's own. */
export const sampleAuthors: ReadonlySet<string> = new Set(
  languages.map((language) => textsFor(language)("labels:sample.author")),
);

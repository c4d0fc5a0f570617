import { useEffect, useState } from "react";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { ViewNotLoaded, ViewOnItsWay } from "../shell/ViewOnItsWay";
import { loadCatalogue, type Catalogue } from "./catalogue";
import { FunctionSearch } from "./FunctionSearch";
import { useInsertExample } from "./use-insert-example";

/** The catalogue of the functions: search, read, insert an example into the sheet. */
export function Functions() {
  const { texts } = usePaneLanguage();
  const { back } = useRouting();
  const { catalogue, again } = useCatalogue();
  const inserting = useInsertExample();
  const count =
    typeof catalogue === "object"
      ? catalogue.groups.reduce((sum, { functions }) => sum + functions.length, 0)
      : null;
  return (
    <ViewFrame
      title={texts("functions.title")}
      context={count === null ? undefined : texts("catalogue:count", { count })}
      onBack={back}
      dockMessage={inserting.message}
    >
      {catalogue === "coming" ? <ViewOnItsWay /> : null}
      {catalogue === "lost" ? <ViewNotLoaded onRetry={again} /> : null}
      {typeof catalogue === "object" ? <FunctionSearch catalogue={catalogue} inserting={inserting} /> : null}
    </ViewFrame>
  );
}

interface Loaded {
  /** What was asked for: another language or another try makes an answer stale. */
  readonly asked: string;
  readonly catalogue: Catalogue | "lost";
}

function useCatalogue() {
  const { language } = usePaneLanguage();
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const asked = `${language} ${attempt}`;
  useEffect(() => {
    let gone = false;
    const tell = (catalogue: Catalogue | "lost"): void => {
      if (!gone) setLoaded({ asked, catalogue });
    };
    loadCatalogue(language).then(tell, () => tell("lost"));
    return () => {
      gone = true;
    };
  }, [language, asked]);
  const catalogue = loaded?.asked === asked ? loaded.catalogue : "coming";
  return { catalogue, again: () => setAttempt((before) => before + 1) };
}

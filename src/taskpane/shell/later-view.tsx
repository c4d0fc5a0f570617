import { useEffect, useState, type ComponentType } from "react";
import { loadPart } from "../../workbook/load-part";
import { ViewNotLoaded, ViewOnItsWay } from "./ViewOnItsWay";

/**
 * A view in a file of its own. Once loaded it is drawn at once, as if it had always been here; on the way there is a
 * spinner, and where the file cannot be had a sentence with a button.
 */
export function laterView<P extends object>(load: () => Promise<ComponentType<P>>) {
  let here: ComponentType<P> | null = null;
  const preload = async (): Promise<void> => {
    here ??= await loadPart(load);
  };
  function LaterView(props: P) {
    const [state, setState] = useState<"coming" | "here" | "lost">("coming");
    useEffect(() => {
      if (here || state !== "coming") return;
      let gone = false;
      const tell = (next: "here" | "lost") => () => {
        if (!gone) setState(next);
      };
      preload().then(tell("here"), tell("lost"));
      return () => {
        gone = true;
      };
    }, [state]);
    const View = here;
    if (View) return <View {...props} />;
    return state === "lost" ? <ViewNotLoaded onRetry={() => setState("coming")} /> : <ViewOnItsWay />;
  }
  return Object.assign(LaterView, { preload });
}

import { useCallback } from "react";
import { errorText } from "../error-text";
import type { RibbonControl } from "../manifest/manifest";
import { useSession } from "../session";

/** Does what a control of the add-in says: shows the pane, or runs the function in the add-in's runtime. */
export function useRunControl(): (control: RibbonControl) => void {
  const { host, texts, notify } = useSession();
  return useCallback(
    ({ action, id, label }) => {
      if (!action) return;
      if (action.kind === "pane") {
        host.pane.show();
        return;
      }
      host.ready
        .then(() => host.runCommand(action.functionName, id))
        .catch((error: unknown) => {
          notify(texts("error.command", { name: label, reason: errorText(error) }), "error");
        });
    },
    [host, texts, notify],
  );
}

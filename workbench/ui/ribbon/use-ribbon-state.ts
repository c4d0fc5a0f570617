import { useEffect, useState } from "react";
import { useSession } from "../session";

/** What the add-in changed by Office.ribbon.requestUpdate, over what its manifest says. */
export interface RibbonState {
  isVisible(id: string): boolean;
  isEnabled(id: string, byManifest: boolean): boolean;
}

export function useRibbonState(): RibbonState {
  const { host } = useSession();
  const [updates, setUpdates] = useState<ReadonlyMap<string, { enabled?: boolean; visible?: boolean }>>(
    new Map(),
  );
  useEffect(
    () =>
      host.onRibbonUpdate(({ id, ...update }) => {
        setUpdates((before) => new Map(before).set(id, { ...before.get(id), ...update }));
      }),
    [host],
  );
  return {
    isVisible: (id) => updates.get(id)?.visible ?? true,
    isEnabled: (id, byManifest) => updates.get(id)?.enabled ?? byManifest,
  };
}

import { useCallback, useEffect, useState } from "react";
import type { BatchEntry } from "../../host/host";
import { useSession } from "../session";

const kept = 300;

export interface LoggedBatches {
  readonly entries: readonly BatchEntry[];
  clear(): void;
}

/** The last batches, newest first; collected from the start, also while the drawer is closed. */
export function useBatches(): LoggedBatches {
  const { host } = useSession();
  const [entries, setEntries] = useState<readonly BatchEntry[]>([]);
  useEffect(() => host.onBatch((entry) => setEntries((before) => [entry, ...before].slice(0, kept))), [host]);
  return { entries, clear: useCallback(() => setEntries([]), []) };
}

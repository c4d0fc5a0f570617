import { useEffect, useRef, useState } from "react";
import type { RemovalPreview } from "../../workbook/upkeep-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { useOutcome } from "../use-outcome";

/** Looks what a removal would delete and keep, and removes. */
export function useRemovalWork() {
  const card = useCard();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const { toArea } = useRouting();
  const attempt = useOutcome();
  const [keepTables, setKeepTables] = useState(false);
  const [preview, setPreview] = useState<RemovalPreview | null>(null);
  const look = async (keep: boolean): Promise<void> => {
    const found = await attempt.run(() => card.upkeep.previewRemoval(keep));
    if (found) setPreview(found);
  };
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    queueMicrotask(() => void look(keepTables));
  });
  return {
    attempt,
    preview,
    keepTables,
    choose: (keep: boolean) => {
      setKeepTables(keep);
      void look(keep);
    },
    remove: async () => {
      const done = await attempt.run(() => card.upkeep.removeCard(keepTables));
      if (!done) return;
      announcer.say(texts("remove.done", { count: done.removed.length }));
      // The first run takes the pane over; what comes after it starts where people look first.
      toArea("today");
    },
  };
}

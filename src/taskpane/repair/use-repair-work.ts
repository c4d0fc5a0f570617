import { useEffect, useRef, useState } from "react";
import type { RepairPreview, RepairReport } from "../../workbook/upkeep-verbs";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";

/** What is proposed for each finding, until the person chooses otherwise. */
const proposedChoices = ({ findings }: RepairPreview): Record<string, string> =>
  Object.fromEntries(findings.map(({ id, options }) => [id, options[0]?.id ?? "leave"]));

/** Looks what can be repaired, keeps the choices, repairs. */
export function useRepairWork() {
  const card = useCard();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [preview, setPreview] = useState<RepairPreview | null>(null);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const [report, setReport] = useState<RepairReport | null>(null);
  const look = async (): Promise<void> => {
    const found = await attempt.run(() => card.upkeep.previewRepair());
    if (!found) return;
    setPreview(found);
    setChoices(proposedChoices(found));
    announcer.say(texts("repair.found", { count: found.findings.length }));
  };
  const started = useRef(false);
  useEffect(() => {
    // Once per visit of the view; looking again is asked for.
    if (started.current) return;
    started.current = true;
    queueMicrotask(() => void look());
  });
  const repair = async (): Promise<void> => {
    const done = await attempt.run(() => card.upkeep.repair(choices));
    if (!done) return;
    setReport(done);
    announcer.say(texts("repair.done", { count: done.repaired }));
    await look();
  };
  return {
    attempt,
    preview,
    choices,
    report,
    chosen: Object.values(choices).filter((choice) => choice !== "leave").length,
    choose: (finding: string, option: string) => setChoices((known) => ({ ...known, [finding]: option })),
    look,
    repair,
  };
}

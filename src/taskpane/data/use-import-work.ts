import { useRef, useState } from "react";
import { columnFacts } from "../../workbook/import/column-facts";
import { csvForm, openCsv, type CsvForm, type CsvSource } from "../../workbook/import/csv-file";
import type {
  ImportPreview,
  ImportReceipt,
  SourceChoice,
  UndoReceipt,
} from "../../workbook/import/import-job";
import type { ImportSource } from "../../workbook/import/import-source";
import { useAnnouncer } from "../announcer";
import { useCard, useEnvironment } from "../card-context";
import type { PaneStorage } from "../environment";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";
import { jobOf, newForm, type ImportForm } from "./import-form";
import { rememberMapping } from "./mapping-memory";

export type ImportStep =
  | { readonly kind: "source" }
  | { readonly kind: "reading"; readonly rows: number }
  | { readonly kind: "map" }
  | { readonly kind: "preview"; readonly preview: ImportPreview }
  | { readonly kind: "checking" }
  | { readonly kind: "writing" }
  | { readonly kind: "result"; readonly receipt: ImportReceipt; readonly planned: number }
  | { readonly kind: "undone"; readonly receipt: UndoReceipt };

const byteFile = (file: File) => ({
  name: file.name,
  size: file.size,
  bytes: async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});

/** How a CSV source is written; null for cells of the workbook. */
export const csvOf = (source: ImportSource): CsvSource | null =>
  "form" in source ? (source as CsvSource) : null;

const plannedRows = ({ counts }: ImportPreview): number =>
  Object.values(counts).reduce((sum, { added }) => sum + added, 0);

function remember(storage: PaneStorage, { source, kind, columns, remember: wished }: ImportForm): void {
  const targets = columns.map(({ target }) => target);
  rememberMapping(storage, source.headers, wished ? { kind, targets } : null);
}

/** The steps of one import and what has been chosen in it. */
export function useImportWork() {
  const card = useCard();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const { storage } = useEnvironment();
  const attempt = useOutcome();
  const [step, go] = useState<ImportStep>({ kind: "source" });
  const [form, setForm] = useState<ImportForm | null>(null);
  const [badFile, setBadFile] = useState(false);
  const file = useRef<File | null>(null);
  // What is read or checked for a person who has gone back is thrown away.
  const turn = useRef(0);

  const take = async (source: ImportSource, mine: number): Promise<void> => {
    const facts = await columnFacts(source);
    if (mine !== turn.current) return;
    setForm(newForm(source, facts, storage));
    go({ kind: "map" });
  };
  const openFile = async (chosen: File, given: Partial<CsvForm> = {}): Promise<void> => {
    const mine = ++turn.current;
    file.current = chosen;
    attempt.clear();
    setBadFile(false);
    go({ kind: "reading", rows: 0 });
    const bytes = byteFile(chosen);
    const source = await openCsv(bytes, await csvForm(bytes, given), (rows) => {
      if (mine === turn.current) go({ kind: "reading", rows });
    });
    if (mine !== turn.current) return;
    if (source.rowCount > 0) return take(source, mine);
    setBadFile(true);
    announcer.alert(texts("import.badFile"));
    go({ kind: "source" });
  };
  const openCells = async (choice: SourceChoice): Promise<void> => {
    const mine = ++turn.current;
    setBadFile(false);
    go({ kind: "reading", rows: 0 });
    const source = await attempt.run(() => card.imports.source(choice));
    if (mine !== turn.current) return;
    if (source) await take(source, mine);
    else go({ kind: "source" });
  };
  const look = async (next: ImportForm): Promise<void> => {
    const mine = ++turn.current;
    setForm(next);
    remember(storage, next);
    go({ kind: "checking" });
    const preview = await attempt.run(() => card.imports.preview(jobOf(next)));
    if (mine !== turn.current) return;
    go(preview ? { kind: "preview", preview } : { kind: "map" });
  };
  const write = async (preview: ImportPreview): Promise<void> => {
    if (!form) return;
    go({ kind: "writing" });
    const receipt = await attempt.run(() => card.imports.run(jobOf(form), preview.fingerprint));
    if (receipt) {
      announcer.say(texts(receipt.cancelled ? "import.cancelledTitle" : "import.resultTitle"));
      return go({ kind: "result", receipt, planned: plannedRows(preview) });
    }
    // Tables may have changed since: the reason stays on show over what would be done now.
    const mine = ++turn.current;
    const again = await card.imports.preview(jobOf(form));
    if (mine === turn.current) go({ kind: "preview", preview: again.ok ? again.value : preview });
  };
  const undo = async (): Promise<void> => {
    const receipt = await attempt.run(() => card.imports.undo());
    if (!receipt) return;
    announcer.say(texts("import.undoneTitle"));
    go({ kind: "undone", receipt });
  };
  const back = (to: "source" | "map"): void => {
    turn.current += 1;
    attempt.clear();
    go({ kind: to });
  };
  const reopen = (given: Partial<CsvForm>): void => void (file.current && openFile(file.current, given));
  return { attempt, step, form, setForm, badFile, openFile, openCells, reopen, look, write, undo, back };
}

export type ImportWork = ReturnType<typeof useImportWork>;

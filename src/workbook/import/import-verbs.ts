import type { Outcome } from "../outcome";
import type {
  ForeignTable,
  ImportJob,
  ImportPreview,
  ImportReceipt,
  SourceChoice,
  UndoReceipt,
} from "./import-job";
import type { ImportSource } from "./import-source";

/** Bringing in accounts, contacts and purchases (J2). */
export interface ImportVerbs {
  /** Tables of the workbook that are none of the card's. */
  tables(): Promise<Outcome<readonly ForeignTable[]>>;
  /** What is selected, or a table, as rows to bring in. */
  source(choice: SourceChoice): Promise<Outcome<ImportSource>>;
  /** The dry run; nothing is written. */
  preview(job: ImportJob): Promise<Outcome<ImportPreview>>;
  /** Writes what the preview with this fingerprint showed; the receipt says what is in the workbook, also after Cancel. */
  run(job: ImportJob, fingerprint: string): Promise<Outcome<ImportReceipt>>;
  /** Takes the last import of this session back. */
  undo(): Promise<Outcome<UndoReceipt>>;
}

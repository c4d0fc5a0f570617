import type { AuditEntry } from "../audit/audit-chain";

/** A line of the trail for a repair, from before the repair is written until the line is known to stand. */
export interface OwedLine {
  /** The finding it tells of; a line is due once its finding is gone. */
  readonly finding: string;
  readonly entry: AuditEntry;
  /** Repairs of cells are written before the shape of tables is. */
  readonly ofCells: boolean;
  /** Id it was sent under. The answer may have been lost, so it is looked for before it is sent again. */
  readonly sent: string | null;
}

/** Lines that are owed; they are known as long as the add-in is open. */
export interface RepairDebt {
  lines: readonly OwedLine[];
}

import type { AuditEntry } from "./audit-chain";

/**
 * Lines of the trail that could not be written, for what is in the workbook already. The next try of the same kind
 * writes them first; they are known as long as the add-in is open.
 */
export interface TrailDebt {
  entries: readonly AuditEntry[];
}

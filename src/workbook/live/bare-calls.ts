import { WorkbookError } from "../workbook-error";
import type { WorkbookGateway } from "../workbook-gateway";

/** A call without an account as the workbook or a file writes it: `KAM.TIER()`, `KAM.TIER(,"proposed")`. */
const patternFor = (functionIds: readonly string[]): RegExp =>
  new RegExp(`(?:KAM\\.|_xldudf_KAM_)(?:${functionIds.join("|")})\\(\\s*[,)]`, "i");

/** Cells that call a live function without naming an account (FN2). */
export class BareCalls {
  /** Functions that had such cells when somebody last looked: a workbook without any costs nothing. */
  private readonly used = new Set<string>();

  constructor(private readonly gateway: WorkbookGateway) {}

  async cellsOf(functionId: string): Promise<readonly string[]> {
    const cells = await this.gateway.formulaCells(patternFor([functionId]));
    if (cells.length > 0) this.used.add(functionId);
    else this.used.delete(functionId);
    return cells;
  }

  /** Enters the formulas anew, so that each asks for its row again. A refusal leaves their cells asking for it. */
  async reenter(): Promise<void> {
    if (this.used.size === 0) return;
    try {
      const cells = await this.gateway.formulaCells(patternFor([...this.used]));
      if (cells.length > 0) await this.gateway.reenterFormulas(cells);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
}

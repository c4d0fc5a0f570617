import type { Desk } from "../desk";
import { loadPart } from "../load-part";
import type { HalfMade } from "../operations/bring-back-card";
import type { RemovedCard } from "../operations/remove-card";
import type { RemovedRows } from "../operations/remove-sample";
import type { Outcome } from "../outcome";
import type { RepairDebt } from "../repair/repair-debt";
import type { UpkeepVerbs } from "../upkeep-verbs";
import { cardParts } from "./card-parts";

/** What of the card these verbs stand on. */
export interface UpkeepGround {
  /** Runs an operation that only reads, alone. */
  look<T>(run: (desk: Desk) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Runs an operation alone; everything is read again afterwards. */
  change<T>(run: (desk: Desk) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Reads everything again and writes the figures; what stands in the way is shown as older figures. */
  refresh(desk: Desk): Promise<unknown>;
}

/** Repairs, removals and the ways back. What was removed is remembered here alone. */
export class LiveUpkeep implements UpkeepVerbs {
  private removed: RemovedCard | null = null;
  /** The removal that is remembered went to its end; the next one is another. */
  private finished = false;
  private halfMade: HalfMade = { sheets: [], noted: false };
  private sample: RemovedRows[] = [];
  private readonly debt: RepairDebt = { lines: [] };

  constructor(private readonly ground: UpkeepGround) {}

  get removedSheets(): readonly string[] {
    return this.removed?.sheets ?? [];
  }

  get removedSample(): number {
    return this.sample.reduce((sum, part) => sum + part.rows.length, 0);
  }

  /** A removed sample's rows, kept for the way back. */
  readonly keepSample = (rows: RemovedRows): void => {
    this.sample.push(rows);
  };

  /** A removal that broke off and the one that finishes it are one. */
  private keepCard({ tables, sheets, plain }: RemovedCard): void {
    const known = this.finished ? null : this.removed;
    const again = new Set(tables.map(({ id }) => id));
    this.removed = {
      tables: [...(known?.tables ?? []).filter(({ id }) => !again.has(id)), ...tables],
      sheets: [...new Set([...(known?.sheets ?? []), ...sheets])],
      plain: plain || (known?.plain ?? false),
    };
  }

  previewRepair: UpkeepVerbs["previewRepair"] = () =>
    this.ground.look(async (desk) => (await loadPart(cardParts.repair)).previewRepair(desk));

  repair: UpkeepVerbs["repair"] = (choices) =>
    this.ground.change(async (desk) => {
      const { repairWorkbook } = await loadPart(cardParts.repair);
      const outcome = await repairWorkbook(desk, choices, this.debt);
      // Columns that were added again are calculated.
      if (outcome.ok && outcome.value.repaired > 0) await this.ground.refresh(desk);
      return outcome;
    });

  previewRemoval: UpkeepVerbs["previewRemoval"] = (keepTables) =>
    this.ground.look(async (desk) => (await loadPart(cardParts.removeCard)).previewRemoval(desk, keepTables));

  removeCard: UpkeepVerbs["removeCard"] = (keepTables) =>
    this.ground.change(async (desk) => {
      const { removeCard } = await loadPart(cardParts.removeCard);
      const outcome = await removeCard(desk, keepTables, (removed) => this.keepCard(removed));
      this.finished = outcome.ok;
      if (outcome.ok) this.sample = [];
      return outcome;
    });

  bringBackCard: UpkeepVerbs["bringBackCard"] = () =>
    this.ground.change(async (desk) => {
      const { bringBackCard } = await loadPart(cardParts.bringBackCard);
      if (!this.removed) return { ok: false, issue: { code: "bringBackUnknown", values: {} } };
      const outcome = await bringBackCard(desk, this.removed, this.halfMade);
      if (!outcome.ok) return outcome;
      this.removed = null;
      this.halfMade = { sheets: [], noted: false };
      return outcome;
    });

  bringBackSample: UpkeepVerbs["bringBackSample"] = () =>
    this.ground.change(async (desk) => {
      const { bringBackSample } = await loadPart(cardParts.bringBackSample);
      if (this.sample.length === 0) return { ok: false, issue: { code: "bringBackUnknown", values: {} } };
      const outcome = await bringBackSample(desk, this.sample);
      if (!outcome.ok) return outcome;
      this.sample = [];
      await this.ground.refresh(desk);
      return outcome;
    });
}

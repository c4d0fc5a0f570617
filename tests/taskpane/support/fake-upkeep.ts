import type { Outcome } from "../../../src/workbook/outcome";
import type {
  RemovalPreview,
  RemovalReport,
  RepairPreview,
  RepairReport,
  UpkeepVerbs,
} from "../../../src/workbook/upkeep-verbs";

type Answer = <T>(verb: keyof UpkeepVerbs, given: readonly unknown[], done: () => T) => Promise<Outcome<T>>;

/** Repairs and removals without a workbook. */
export class FakeUpkeep implements UpkeepVerbs {
  repairs: RepairPreview = { findings: [], moreOrphans: 0 };
  report: RepairReport = { repaired: 0, left: [] };
  removal: RemovalPreview = { sheets: [], formulas: [] };
  removedSheets: readonly string[] = [];
  removedSample = 0;
  /** What the card becomes once it is gone, and once it or its sample is back. */
  removed = (): void => undefined;
  broughtBack = (): void => undefined;

  constructor(private readonly answer: Answer) {}

  previewRepair = () => this.answer("previewRepair", [], () => this.repairs);

  repair: UpkeepVerbs["repair"] = (choices) => this.answer("repair", [choices], () => this.report);

  previewRemoval: UpkeepVerbs["previewRemoval"] = (keepTables) =>
    this.answer("previewRemoval", [keepTables], () => this.removal);

  removeCard: UpkeepVerbs["removeCard"] = (keepTables) =>
    this.answer("removeCard", [keepTables], (): RemovalReport => {
      const removed = this.removal.sheets.filter(({ kept }) => kept === null).map(({ sheet }) => sheet);
      this.removedSheets = removed;
      this.removed();
      const kept = this.removal.sheets.filter((one) => one.kept !== null).map(({ sheet }) => sheet);
      return { removed, kept };
    });

  bringBackCard = () =>
    this.answer("bringBackCard", [], () => {
      const sheets = this.removedSheets;
      this.removedSheets = [];
      this.broughtBack();
      return { sheets };
    });

  bringBackSample = () =>
    this.answer("bringBackSample", [], () => {
      const rows = this.removedSample;
      this.removedSample = 0;
      this.broughtBack();
      return { rows };
    });
}

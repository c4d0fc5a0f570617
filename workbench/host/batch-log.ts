/** What the host was asked, for the developer drawer and for counting round trips. */
import type { BatchEntry } from "./host";
import { describeAction, writingActions } from "./write-actions";
import { pathType, type WireRequest } from "./wire";

const functionService = "Microsoft.ExcelServices.CustomFunctions";

/** Clean-up batches only release references; office.js sends them after Excel.run without waiting. */
export function kindOf(request: WireRequest): BatchEntry["kind"] {
  const paths = Object.values(request.ObjectPaths);
  if (request.Actions.some((action) => action.Name === "_SetOsfControlContainerReadyForCustomFunctions"))
    return "functions";
  const service = paths.find((path) => path.ObjectPathType === pathType.newObject);
  if (service) return service.Name === functionService ? "functions" : "shell";
  const calls = request.Actions.filter((action) => action.ActionType !== 1);
  const releases = calls.length > 0 && calls.every((action) => action.Name === "_RemoveReference");
  return releases ? "cleanup" : "workbook";
}

export class BatchLog {
  private readonly listeners = new Set<(entry: BatchEntry) => void>();
  private count = 0;
  private last = 0;

  get roundTrips(): number {
    return this.count;
  }

  onBatch(listener: (entry: BatchEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  add(request: WireRequest, entry: Omit<BatchEntry, "id" | "actions" | "writes">): void {
    if (entry.kind === "workbook") this.count += 1;
    this.last += 1;
    if (this.listeners.size === 0) return;
    const actions = request.Actions.map((action) => describeAction(request, action));
    const writes = writingActions(request);
    for (const listener of this.listeners) listener({ id: this.last, actions, writes, ...entry });
  }
}

import { CommandType, type IMutationInfo } from "@univerjs/core";
import type { Engine } from "../engine";

interface SetListParams<T> {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly list: readonly T[];
}

/**
 * A list of plain JSON per sheet that is changed as a whole by one undoable mutation of ours. `project` shows it
 * in Univer afterwards; several changes of one batch are shown once.
 */
export class SheetLists<T> {
  private readonly lists = new Map<string, readonly T[]>();

  constructor(
    private readonly engine: Engine,
    private readonly mutationId: string,
    project: (sheetId: string) => void,
    changed: (sheetId: string) => void = () => undefined,
  ) {
    engine.commands.registerCommand({
      id: mutationId,
      type: CommandType.MUTATION,
      handler: (_accessor, params: SetListParams<T>) => {
        this.lists.set(params.subUnitId, params.list);
        changed(params.subUnitId);
        engine.defer(`${mutationId} ${params.subUnitId}`, () => project(params.subUnitId));
        return true;
      },
    });
  }

  get(sheetId: string): readonly T[] {
    return this.lists.get(sheetId) ?? [];
  }

  set(sheetId: string, list: readonly T[]): void {
    this.engine.apply({
      redo: [this.mutation(sheetId, list)],
      undo: [this.mutation(sheetId, this.get(sheetId))],
    });
  }

  mutation(sheetId: string, list: readonly T[]): IMutationInfo<SetListParams<T>> {
    return {
      id: this.mutationId,
      params: { unitId: this.engine.unitId, subUnitId: sheetId, list: structuredClone(list) },
    };
  }

  /** What Univer changed itself, such as areas that followed an insertion; no step of undo. */
  correct(sheetId: string, list: readonly T[]): void {
    this.lists.set(sheetId, list);
  }
}

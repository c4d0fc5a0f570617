import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
  type DependencyOverride,
  type IUndoRedoItem,
} from "@univerjs/core";

interface UndoBase {
  dispose(): void;
}
const original: unknown = LocalUndoRedoService;
const Service = original as new (...parts: unknown[]) => UndoBase;

/**
 * One step of undo per batch. Stock Univer appends the undo mutations of a batch in the order they were done,
 * which corrupts rows when it is taken back: the last must be undone first.
 */
export class GroupedUndo extends Service {
  _tryBatchingElements(item: IUndoRedoItem, newItem: IUndoRedoItem): void {
    item.redoMutations.push(...newItem.redoMutations);
    item.undoMutations.unshift(...newItem.undoMutations);
  }
}

/** For `new Univer({ override })`. */
export function undoGroupingOverride(): DependencyOverride {
  return [
    [
      IUndoRedoService,
      {
        useFactory: (...parts: unknown[]) => new GroupedUndo(...parts),
        deps: [IUniverInstanceService, ICommandService, IContextService],
      },
    ],
  ];
}

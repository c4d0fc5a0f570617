import { ICommandService, RedoCommandId, UndoCommandId, type Injector } from "@univerjs/core";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { isEdit } from "../events/edited-rect";

const steps = new Set<string | undefined>([undefined, UndoCommandId, RedoCommandId]);

/**
 * Univer takes a cell of which only the format is set for one whose formula was removed, unless the mutation says
 * that it came from its style command; redoing a format says "redo" and loses the formula. Must be installed
 * before Univer's own listener, that is, while plugins start.
 */
export function keepFormulasOfStyledCells(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id) return;
    const params = command.params as { trigger?: string; cellValue?: unknown };
    if (steps.has(params.trigger) && !isEdit(params.cellValue)) params.trigger = SetStyleCommand.id;
  });
}

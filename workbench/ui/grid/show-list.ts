import type { ICommandService } from "@univerjs/core";

export interface ListPlace {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

/** Opens the drop-down list of a cell; nothing happens where there is none. */
export function showList(commands: ICommandService, place: ListPlace): Promise<boolean> {
  return commands.executeCommand("sheet.operation.show-data-validation-dropdown", place);
}

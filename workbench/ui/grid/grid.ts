import { ICommandService, ThemeService, type Injector } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import { ILayoutService } from "@univerjs/ui";
import { colourHeadings } from "./heading-colours";

/** The drawn grid, as far as the window around it needs it. */
export interface Grid {
  readonly injector: Injector;
  /** Runs one of Univer's commands on the current selection; false if it refused. */
  run(command: string, params?: object): Promise<boolean>;
  focus(): void;
  setDark(dark: boolean): void;
  /** A person is typing into a cell. */
  isEditing(): boolean;
}

export function gridOver(injector: Injector): Grid {
  const commands = injector.get(ICommandService);
  return {
    injector,
    run: (command, params) => commands.executeCommand<object, boolean>(command, params),
    focus: () => injector.get(ILayoutService).focus(),
    setDark: (dark) => {
      injector.get(ThemeService).setDarkMode(dark);
      colourHeadings(injector, dark);
    },
    isEditing: () => injector.get(IEditorBridgeService).isVisible().visible,
  };
}

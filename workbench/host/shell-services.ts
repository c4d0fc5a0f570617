/** The services of the application shell that batches reach by name: ribbon, task pane, actions, custom functions. */
import { HostError, type ClassModel, type HostObject } from "./class-model";
import type { FunctionHost } from "./function-host";
import type { Host } from "./host";

export interface RibbonUpdate {
  readonly id: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
}

export interface Shell {
  readonly functions: Pick<FunctionHost, "accept">;
  readonly pane: Host["pane"];
  updateRibbon(update: RibbonUpdate): void;
  /** One of the two signs that the page is ready. */
  signal(sign: "functions" | "actions"): void;
}

type Calls = NonNullable<ClassModel["call"]>;

const service = (className: string, call: Calls): HostObject => ({
  model: { className, call },
  target: null,
});

function functionService(shell: Shell): HostObject {
  const accept = (_: unknown, [rows]: unknown[]) => {
    shell.functions.accept(Array.isArray(rows) ? rows : []);
    return null;
  };
  return service("CustomFunctions", {
    SetInvocationArrayResults: accept,
    SetInvocationResults: accept,
    _GetEnabledFeatures: () => [],
    _SetOsfControlContainerReadyForCustomFunctions: () => {
      shell.signal("functions");
      return null;
    },
  });
}

const buttonModel = (shell: Shell): ClassModel<string> => ({
  className: "RibbonButton",
  identity: (id) => ({ Id: id }),
  read: { Id: (id) => id },
  write: { Enabled: (id, enabled: boolean) => shell.updateRibbon({ id, enabled }) },
  call: {
    SetEnabled: (id, [enabled]) => {
      shell.updateRibbon({ id, enabled: Boolean(enabled) });
      return null;
    },
  },
});

const tabModel = (shell: Shell): ClassModel<string> => ({
  className: "RibbonTab",
  identity: (id) => ({ Id: id }),
  read: { Id: (id) => id },
  call: {
    SetVisibility: (id, [visible]) => {
      shell.updateRibbon({ id, visible: Boolean(visible) });
      return null;
    },
  },
});

interface RibbonInput {
  readonly tabs?: readonly RibbonPart[];
}
interface RibbonPart {
  readonly id?: string;
  readonly visible?: boolean;
  readonly enabled?: boolean;
  readonly groups?: readonly RibbonPart[];
  readonly controls?: readonly RibbonPart[];
}

function updateParts(shell: Shell, part: RibbonPart): void {
  const { id, visible, enabled } = part;
  if (id && (visible !== undefined || enabled !== undefined)) shell.updateRibbon({ id, visible, enabled });
  for (const below of [...(part.groups ?? []), ...(part.controls ?? [])]) updateParts(shell, below);
}

function ribbonService(shell: Shell): HostObject {
  const button = buttonModel(shell);
  const tab = tabModel(shell);
  return service("DynamicRibbon", {
    GetButton: (_, [id]) => ({ model: button, target: String(id) }),
    GetTab: (_, [id]) => ({ model: tab, target: String(id) }),
    ExecuteRequestUpdate: (_, [json]) => {
      const input = JSON.parse(String(json)) as RibbonInput;
      for (const part of input.tabs ?? []) updateParts(shell, part);
      return null;
    },
  });
}

function runtimeService(shell: Shell): HostObject {
  return service("AppRuntimeService", {
    SetAppRuntimeState: (_, [state]) => {
      if (state === "Visible") shell.pane.show();
      else shell.pane.hide();
      return null;
    },
    GetAppRuntimeState: () => (shell.pane.visible ? "Visible" : "Background"),
  });
}

function persistenceService(): HostObject {
  let startState = "Inactive";
  return service("AppRuntimePersistenceService", {
    SetAppRuntimeStartState: (_, [state]) => {
      startState = String(state);
      return null;
    },
    GetAppRuntimeStartState: () => startState,
  });
}

function actionService(): HostObject {
  let shortcuts: Record<string, unknown> = {};
  return service("ActionService", {
    AreShortcutsInUse: (_, [asked]) =>
      (Array.isArray(asked) ? asked : []).map((shortcut: unknown) => ({ shortcut, inUse: false })),
    GetShortcuts: () => shortcuts,
    ReplaceShortcuts: (_, [next]) => {
      shortcuts = { ...shortcuts, ...(next as Record<string, unknown>) };
      return null;
    },
  });
}

function servicesByName(shell: Shell): Readonly<Record<string, HostObject>> {
  return {
    "Microsoft.ExcelServices.CustomFunctions": functionService(shell),
    "Microsoft.DynamicRibbon.DynamicRibbon": ribbonService(shell),
    "Microsoft.AppRuntime.AppRuntimeService": runtimeService(shell),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": persistenceService(),
    "Microsoft.Office.ActionService": actionService(),
    "Microsoft.InternalService.AddinInternalService": service("AddinInternalService", {
      NotifyActionHandlerReady: () => {
        shell.signal("actions");
        return null;
      },
    }),
  };
}

/** By the full names of object path type 2; what is not here fails by name. */
export function shellServices(shell: Shell): (name: string) => HostObject {
  const services = servicesByName(shell);
  return (name) => {
    const found = services[name];
    if (!found) throw new HostError("ApiNotFound", `The workbench has no service ${name}.`, 404);
    return found;
  };
}

/** The models behind the services, for the list of what the workbench answers. */
export function shellModels(): readonly ClassModel[] {
  const nobody = () => undefined;
  const shell: Shell = {
    functions: { accept: nobody },
    pane: { visible: true, onChange: () => nobody, show: nobody, hide: nobody },
    updateRibbon: nobody,
    signal: nobody,
  };
  return [
    ...Object.values(servicesByName(shell)).map(({ model }) => model),
    buttonModel(shell),
    tabModel(shell),
  ];
}

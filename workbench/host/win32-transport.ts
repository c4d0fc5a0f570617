/** Win32 flavour: the object that `window.external` must be before office.js loads. */
import {
  channelEvent,
  dispatchId,
  noCapability,
  urlAmong,
  type ChannelEvent,
  type HostSide,
} from "./add-in-link";
import { EventChannel } from "./event-channel";

type Callback = (answer: unknown) => void;

/** A COM array as far as the library looks. */
function safeArray(values: unknown[]): unknown[] {
  return Object.assign(values, { toArray: () => values, dimensions: () => 1 });
}

const eventNames = new Map<number, ChannelEvent>(
  Object.entries(channelEvent).map(([name, id]) => [id, name as ChannelEvent]),
);

/** Colours as numbers: office.js writes them as `#RRGGBB`. */
const themes = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xf5f5f5,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x1f1f1f,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x292929,
    controlForegroundColor: 0xffffff,
  },
} as const;

function contextObject(host: HostSide, instanceId: string): object {
  const [major = "16", minor = "0"] = host.version.split(".");
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => host.addIn.id,
    GetAppVersionMajor: () => Number(major),
    GetAppVersionMinor: () => Number(minor),
    GetAppUILocale: () => host.locale,
    GetAppDataLocale: () => host.culture,
    GetDocUrl: () => host.documentUrl,
    GetAppCapabilities: () => (host.readOnly ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => host.requirementMatrix,
    GetInstanceId: () => instanceId,
    GetCorrelationId: () => instanceId,
    GetHostFullVersion: () => host.version,
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify(host.dark ? themes.dark : themes.light),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of host.settings()) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        host.saveSettings(keys.map((key, index) => [key, values[index] ?? "null"] as const));
      },
    }),
  };
}

async function execute(host: HostSide, id: number, args: unknown[], done: Callback): Promise<void> {
  switch (id) {
    case dispatchId.richApi: {
      // [custom data, verb, path, headers, body, 0, flags, …]
      const [, , , , body, , flags] = args[0] as unknown[];
      const answer = await host.batch(String(body), Number(flags ?? 0));
      done(answer.error || safeArray([0, safeArray([200, safeArray([]), answer.body])]));
      return;
    }
    case dispatchId.commandCompleted:
      host.commandCompleted(String(args[0]));
      done(safeArray([0]));
      return;
    case dispatchId.openBrowserWindow:
      host.openBrowserWindow(urlAmong(args) ?? "");
      done(safeArray([0]));
      return;
    default:
      done(noCapability);
  }
}

export function createWindowExternal(host: HostSide, instanceId: string): object {
  // Plain entries: two of them with toArray would be taken for table data.
  const channel = new EventChannel((entries) => safeArray(entries));
  host.pageStarted();
  host.connect(channel);
  const context = contextObject(host, instanceId);
  return {
    GetHostInfo: () => `_host_Info=Excel|Win32|16.01|${host.locale}|${instanceId}||disableLogging|3`,
    GetContext: () => context,
    Execute(id: number, args: unknown[], done: Callback) {
      void execute(host, id, [...args], done);
    },
    RegisterEvent(
      id: number,
      _target: string,
      handler: (id: number, payload: unknown) => void,
      done: Callback,
    ) {
      const name = eventNames.get(id);
      done(safeArray([0]));
      if (name) channel.register(name, (payload) => handler(id, payload));
    },
    UnregisterEvent(id: number, _target: string, done: Callback) {
      const name = eventNames.get(id);
      if (name) channel.unregister(name);
      done(safeArray([0]));
    },
  };
}

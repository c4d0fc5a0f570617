/** Web flavour: office.js in an iframe, talking to this page with postMessage, as Excel on the web does. */
import { channelEvent, dispatchId, noCapability, type ChannelEvent, type HostSide } from "./add-in-link";
import { EventChannel } from "./event-channel";

interface Envelope {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const action = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const excelOnTheWeb = 16;

interface MethodCall {
  readonly ArrayData?: unknown[];
  readonly DdaMethod: { readonly DispatchId: number };
  readonly DdaSettingsMethod?: { readonly Properties: [string, string][] };
  readonly [position: string]: unknown;
}

/** One frame, from before its first document until it is replaced. */
export class WebTransport {
  private readonly conversationId = crypto.randomUUID();
  private readonly controlId = crypto.randomUUID();
  private channel = new EventChannel((entries) => ({ ArrayData: entries }));
  private readonly listener = (event: MessageEvent) => this.receive(event);
  private origin = "*";

  constructor(
    private readonly host: HostSide,
    private readonly frame: HTMLIFrameElement,
    private readonly page: Window,
  ) {}

  /** The name must stand before the frame enters the document: its first document would have none. */
  open(url: string): void {
    const { locale } = this.host;
    this.frame.name = JSON.stringify({
      baseFrameName: `_xdm_${this.controlId}`,
      hostInfo: `Excel$Web$16.00$${locale}$${crypto.randomUUID()}$$disableLogging$3`,
      xdmInfo: `${this.conversationId}|${this.controlId}|${this.page.location.href.split("#")[0]}`,
      serializerVersion: "1",
      flights: "[]",
    });
    this.origin = new URL(url, this.page.location.href).origin;
    this.page.addEventListener("message", this.listener);
    this.frame.src = url;
  }

  close(): void {
    this.page.removeEventListener("message", this.listener);
  }

  private receive(event: MessageEvent): void {
    if (typeof event.data !== "string" || event.source !== this.frame.contentWindow) return;
    const message = parse(event.data);
    if (!message || message._messageType !== 0 || message._conversationId !== this.conversationId) return;
    if (message._actionType === action.registerEvent) this.register(message);
    else if (message._actionType === action.unregisterEvent) {
      this.channel.unregister(message._actionName);
      this.answer(message, { Version: 1, Error: 0 });
    } else void this.invoke(message);
  }

  private post(envelope: object): void {
    this.frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: 1,
        _origin: this.page.location.origin,
        _serializerVersion: 1,
        ...envelope,
      }),
      this.origin,
    );
  }

  private answer(request: Envelope, data: unknown, isEvent = false): void {
    this.post({
      _actionName: request._actionName,
      _conversationId: request._conversationId,
      _correlationId: request._correlationId,
      _responseType: isEvent ? 1 : 0,
      _errorCode: 0,
      _data: data,
    });
  }

  private register(message: Envelope): void {
    this.answer(message, { Version: 1, Error: 0 });
    if (message._actionName in channelEvent)
      this.channel.register(message._actionName as ChannelEvent, (payload) =>
        this.answer(message, payload, true),
      );
  }

  private async invoke(message: Envelope): Promise<void> {
    if (message._actionName === "ContextActivationManager_getAppContextAsync") {
      this.start();
      this.answer(message, this.appContext());
    } else if (message._actionName === "executeMethod")
      this.answer(message, await this.execute(message._data as MethodCall));
    else this.answer(message, null);
  }

  /** Also after a reload of the frame: name and conversation survive it, the runtime does not. */
  private start(): void {
    this.channel = new EventChannel((entries) => ({ ArrayData: entries }));
    this.host.pageStarted();
    this.host.connect(this.channel);
  }

  private async execute(call: MethodCall): Promise<object> {
    const { host } = this;
    switch (call.DdaMethod.DispatchId) {
      case dispatchId.richApi: {
        const [, , , , body, , flags] = call.ArrayData ?? [];
        const answer = await host.batch(String(body), Number(flags ?? 0));
        return answer.error
          ? { Version: 1, Error: answer.error }
          : { Version: 1, Error: 0, Data: [200, [], answer.body] };
      }
      case dispatchId.commandCompleted:
        host.commandCompleted(String(call["0"]));
        return { Version: 1, Error: 0 };
      case dispatchId.settingsSave:
        host.saveSettings(call.DdaSettingsMethod?.Properties ?? []);
        return { Version: 1, Error: 0 };
      case dispatchId.settingsRefresh: {
        const Settings = host.settings().map(([Name, Value]) => ({ Name, Value }));
        return { Version: 1, Error: 0, Properties: { Settings } };
      }
      default:
        return { Version: 1, Error: noCapability };
    }
  }

  private appContext(): object {
    const { host } = this;
    return {
      _id: this.controlId,
      _appName: excelOnTheWeb,
      _appVersion: host.version,
      _appUILocale: host.locale,
      _dataLocale: host.culture,
      _docUrl: host.documentUrl,
      _clientMode: host.readOnly ? 0 : 1,
      _settings: host.settings(),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.conversationId,
      _appInstanceId: this.conversationId,
      _requirementMatrix: host.requirementMatrix,
      _hostFullVersion: host.version,
      _initialDisplayMode: 2,
      _appDomains: [],
      _addinName: host.addIn.displayName,
      _featureGates: {},
      _clientWindowWidth: this.page.innerWidth,
      _clientWindowHeight: this.page.innerHeight,
    };
  }
}

function parse(text: string): Envelope | null {
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    // Other frames and browser extensions post what they like.
    return null;
  }
}

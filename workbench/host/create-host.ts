/** An Excel host over a book: engine, events, functions, shell and both transports. */
import type { Book, Rect } from "../book/book";
import type { HostSide, PageSide } from "./add-in-link";
import type { ClassModel, HostContext, HostObject } from "./class-model";
import { Commands } from "./commands";
import { DocumentSettings } from "./document-settings";
import { Engine } from "./engine";
import { EventHub } from "./event-hub";
import { EventSource } from "./event-source";
import { messageCategory } from "./event-types";
import { createFaults } from "./faults";
import { FunctionHost } from "./function-host";
import type { BatchEntry, Host, HostOptions } from "./host";
import { modelOf, workbookObject } from "./model/registry";
import { createPane } from "./pane-state";
import { Readiness } from "./readiness";
import { References } from "./references";
import { defaultRequirementSets, isSetSupported } from "./requirement-sets";
import { shellServices, type RibbonUpdate } from "./shell-services";
import { WebTransport } from "./web-transport";
import { createWindowExternal } from "./win32-transport";
import { withFunctionSign } from "./workbook-root";

/** Excel's build the host passes itself off as; the last one whose API set is ExcelApi 1.15 or older knows it too. */
const hostVersion = "16.0.15407.10000";
const action = 1000;
const defaultDocument = "Book1.xlsx";

/** The object model behind the host; tests of the protocol give a tiny one. */
export interface HostWorld {
  readonly root: (book: Book) => HostObject;
  readonly modelOf: (className: string) => ClassModel | null;
}
const excelWorld: HostWorld = { root: workbookObject, modelOf };

class ExcelHost implements Host {
  dark = false;
  readonly faults;
  readonly pane;
  readonly ready: Promise<void>;
  openBrowserWindow: ((url: string) => void) | null = null;
  openWorkbook: ((base64: string) => void) | null = null;
  private readonly hub = new EventHub();
  private readonly references = new References();
  private readonly functions: FunctionHost;
  private readonly commands: Commands;
  private readonly settings: DocumentSettings;
  private readonly readiness: Readiness;
  private readonly engine: Engine;
  private readonly ribbonListeners = new Set<(update: RibbonUpdate) => void>();
  private readonly stops: (() => void)[] = [];
  private readonly eventRanges: string[] = [];
  private page: PageSide | null = null;
  private disconnect: (() => void) | null = null;
  private web: WebTransport | null = null;

  constructor(
    private readonly options: HostOptions,
    private readonly world: HostWorld,
  ) {
    const { book } = options;
    this.faults = createFaults(book);
    this.pane = createPane(this.hub);
    this.functions = new FunctionHost(book, this.hub, this.faults);
    this.commands = new Commands(options.commandTimeout ?? 30_000);
    this.settings = new DocumentSettings(book);
    this.readiness = new Readiness(["functions", "actions"], () => this.functions.start());
    this.ready = this.readiness.now();
    this.engine = this.createEngine();
    const tellsTrigger = isSetSupported(
      options.requirementSets ?? defaultRequirementSets,
      "ExcelApi",
      "1.14",
    );
    const keep = (sheet: string, rect: Rect) => this.keepForEvent(sheet, rect);
    const source = new EventSource(book, this.hub, keep, tellsTrigger);
    this.stops.push(
      book.on((event, origin) => {
        this.engine.follow(event);
        source.handle(event, origin);
      }),
      this.hub.onLegacy((name) => {
        if (name === "documentSelectionChanged") this.page?.raise(name, {});
      }),
    );
    book.registerFunctions(options.addIn.namespace, options.addIn.functions, this.functions);
  }

  get book(): Book {
    return this.options.book;
  }

  get flavour() {
    return this.options.flavour;
  }

  private createEngine(): Engine {
    const { book, locale, culture = locale, requirementSets = defaultRequirementSets } = this.options;
    book.culture = culture;
    const { faults, hub, references } = this;
    const context: HostContext = {
      book,
      culture,
      listen: (type, target) => hub.listen(type, target),
      unlisten: (type, target) => hub.unlisten(type, target),
      keep: (object) => references.keep(object),
      release: (id) => references.release(id),
      openWorkbook: (base64) => this.openWorkbook?.(base64),
      get readOnly() {
        return faults.readOnly;
      },
      get eventsEnabled() {
        return hub.enabled;
      },
      set eventsEnabled(on) {
        hub.enabled = on;
      },
      documentName: (this.options.documentUrl ?? defaultDocument).split(/[\\/]/).pop(),
      isSupported: (set, version) => isSetSupported(requirementSets, set, version),
    };
    const service = shellServices({
      functions: this.functions,
      pane: this.pane,
      signal: (sign) => this.readiness.signal(sign),
      updateRibbon: (update) => {
        for (const listener of this.ribbonListeners) listener(update);
      },
    });
    const workbook = this.world.root(book);
    const root = withFunctionSign(workbook, () => this.readiness.signal("functions"));
    return new Engine({ book, faults, hub, references, context, root, service });
  }

  /** The last changes stay reachable for `args.getRange(context)`; older ones are forgotten. */
  private keepForEvent(sheetId: string, rect: Rect): string {
    const sheet = this.book.sheet(sheetId);
    const model = this.world.modelOf("Range");
    if (!sheet || !model) return "";
    const id = this.references.keep({ model, target: { sheet, rect } });
    this.eventRanges.push(id);
    if (this.eventRanges.length > 500) this.references.release(this.eventRanges.shift()!);
    return id;
  }

  async process(body: string, kind?: BatchEntry["kind"]): Promise<string> {
    const answer = await this.engine.submit(body, kind);
    if (answer.error) throw new DispatchError(answer.error);
    return answer.body;
  }

  attachFrame(frame: HTMLIFrameElement, url: string): void {
    this.web?.close();
    this.web = new WebTransport(this.side(), frame, frame.ownerDocument.defaultView ?? window);
    this.web.open(url);
  }

  windowExternal(): object {
    return createWindowExternal(this.side(), crypto.randomUUID());
  }

  private side(): HostSide {
    const { options, faults } = this;
    const isDark = () => this.dark;
    return {
      flavour: options.flavour,
      locale: options.locale,
      culture: options.culture ?? options.locale,
      addIn: options.addIn,
      documentUrl: options.documentUrl ?? defaultDocument,
      version: hostVersion,
      get dark() {
        return isDark();
      },
      get readOnly() {
        return faults.readOnly;
      },
      requirementMatrix: JSON.stringify(options.requirementSets ?? defaultRequirementSets),
      batch: (body, flags) => this.engine.submit(body, undefined, flags),
      settings: () => this.settings.pairs(),
      saveSettings: (pairs) => this.settings.save(pairs),
      commandCompleted: (id) => this.commands.complete(id),
      openBrowserWindow: (url) => this.openBrowserWindow?.(url),
      pageStarted: () => this.leavePage("The add-in's page was loaded again."),
      connect: (page) => {
        this.page = page;
        this.disconnect = this.hub.connect((entries) => page.messages(entries));
      },
    };
  }

  private leavePage(why: string): void {
    this.disconnect?.();
    this.disconnect = null;
    this.page = null;
    this.readiness.reset();
    this.functions.stop();
    this.hub.reset();
    this.references.releaseAll();
    this.commands.cancelAll(why);
  }

  async runCommand(functionName: string, controlId: string): Promise<void> {
    await this.readiness.now();
    const source = JSON.stringify({ source: { id: controlId } });
    return this.commands.start(functionName, (commandId) =>
      this.page?.raise("appCommandInvoked", [commandId, functionName, source]),
    );
  }

  async runAction(actionId: string, argument: unknown = null): Promise<void> {
    await this.readiness.now();
    const message = [actionId, JSON.stringify(argument)];
    this.hub.push({
      category: messageCategory.actions,
      type: action,
      targetId: "",
      message,
      isRemote: false,
    });
  }

  roundTrips(): number {
    return this.engine.log.roundTrips;
  }

  onBatch(listener: (entry: BatchEntry) => void): () => void {
    return this.engine.log.onBatch(listener);
  }

  onRibbonUpdate(listener: (update: RibbonUpdate) => void): () => void {
    this.ribbonListeners.add(listener);
    return () => this.ribbonListeners.delete(listener);
  }

  detach(): void {
    this.leavePage("The add-in was closed.");
    this.web?.close();
    for (const stop of this.stops.splice(0)) stop();
    this.ribbonListeners.clear();
  }
}

/** A batch that got no answer body: cell edit mode, throttling, payload too large. */
class DispatchError extends Error {
  constructor(readonly number: number) {
    super(`The host refused the batch with ${number}`);
  }
}

export const createHost = (options: HostOptions, world: HostWorld = excelWorld): Host =>
  new ExcelHost(options, world);

/** The Excel host as page and tests see it. `create-host.ts` makes one over a book. */
import type { Book } from "../book/book";
import type { FunctionMetadata } from "../book/functions/function-runtime";

export type Flavour = "web" | "win32";

/** Switches of the developer drawer; each makes the host behave as Excel does on a bad day. */
export interface Faults {
  /** As if the person were typing in a cell: batches answer 5004. The page also sets it while a cell is really edited. */
  cellEdit: boolean;
  readOnly: boolean;
  /** Names of sheets that refuse writes, as protected ones do. */
  protectedSheets: Set<string>;
  /** Tables stay as they are when rows are written below them (AutoCorrect switched off). */
  tableDoesNotGrow: boolean;
  /** Writes of cells are accepted and forgotten. */
  writeSwallowed: boolean;
  /** The n-th action (from 0) of the next batch that writes fails with GeneralException, earlier ones stand; null = off. */
  failAtAction: number | null;
  /** Runs once before the next batch that reads or writes: a co-author's edit between two round trips. */
  beforeNextBatch: ((book: Book) => void | Promise<void>) | null;
  /** Every batch answers this dispatch error: 5012 timed out, 5102 throttled, 5103 too large, and is not run; null = off. */
  dispatchError: number | null;
  /** Every batch is run, and then answers this dispatch error: its writes stand, unknown to the add-in; null = off. */
  answerLost: number | null;
  /** Bytes a request or response may have; 5 MB as on the web, null = no limit. */
  payloadLimit: number | null;
  sharedStreams: boolean;
  moveDoesNotReinvoke: boolean;
  /** What custom functions get for a blank cell: null as on the web, 0 as on Windows, or an empty text. */
  blanks: null | 0 | "";
  /** Extra milliseconds per batch. */
  delay: number;
}

export interface BatchEntry {
  readonly id: number;
  readonly at: number;
  readonly kind: "workbook" | "shell" | "functions" | "cleanup";
  readonly actions: readonly string[];
  /** Places in `actions` of those that change the workbook. */
  readonly writes: readonly number[];
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly milliseconds: number;
  readonly error: string | null;
}

export interface AddInDescription {
  readonly id: string;
  readonly displayName: string;
  readonly namespace: string;
  readonly functions: readonly FunctionMetadata[];
  readonly taskpaneUrl: string;
}

export interface HostOptions {
  readonly book: Book;
  readonly flavour: Flavour;
  /** Display language, e.g. `zh-CN`. */
  readonly locale: string;
  /** Number settings of the computer (decimal sign, dates), e.g. `de-DE`; defaults to the display language's. */
  readonly culture?: string;
  readonly addIn: AddInDescription;
  /** Defaults to everything the host has (ExcelApi 1.15). */
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly documentUrl?: string;
  /** Milliseconds a ribbon command may take before the host gives up; 30 s. */
  readonly commandTimeout?: number;
}

export interface Host {
  readonly book: Book;
  readonly flavour: Flavour;
  readonly faults: Faults;
  /** The window is in a dark theme; on Windows office.js asks for it. */
  dark: boolean;
  /** One ProcessQuery body in, one response body out; batches are served in order. */
  process(body: string, kind?: BatchEntry["kind"]): Promise<string>;
  /** Web flavour: prepares name and messages of a frame that is not yet in the document, then sets its src. */
  attachFrame(frame: HTMLIFrameElement, url: string): void;
  /** Win32 flavour: what `window.external` of the add-in's page must be before office.js loads. */
  windowExternal(): object;
  /** A ribbon button of type ExecuteFunction; resolves when the add-in calls `event.completed()`. */
  runCommand(functionName: string, controlId: string): Promise<void>;
  /** An action of `Office.actions.associate`, as a keyboard shortcut starts it. */
  runAction(actionId: string, argument?: unknown): Promise<void>;
  readonly pane: {
    visible: boolean;
    onChange(listener: (visible: boolean) => void): () => void;
    show(): void;
    hide(): void;
  };
  /** The add-in is ready for functions and commands. */
  readonly ready: Promise<void>;
  /** Workbook batches since the start, without clean-ups: what "round trips" counts. */
  roundTrips(): number;
  onBatch(listener: (entry: BatchEntry) => void): () => void;
  /** Buttons enabled and tabs shown by Office.ribbon.requestUpdate. */
  onRibbonUpdate(
    listener: (update: { id: string; enabled?: boolean; visible?: boolean }) => void,
  ): () => void;
  openBrowserWindow: ((url: string) => void) | null;
  /** What becomes of a new workbook that the add-in opens from a file. */
  openWorkbook: ((base64: string) => void) | null;
  /** Ends the add-in's runtime: calls cancelled, listeners dropped; cells keep their last values. */
  detach(): void;
}

import type { Book } from "../book/book";
import type { BookSnapshot } from "../book/book-snapshot";
import type { Host } from "../host/host";
import { base64Of, bytesOf } from "./files/base64";
import type { Workbench } from "./workbench";

/** `window.workbench`: the page for tests, and the host for the page of the add-in (provide-external.js). */
interface PageApi {
  readonly book: Book;
  readonly host: Host;
  /** The window is drawn and the add-in answers. */
  readonly ready: Promise<void>;
  snapshot(): BookSnapshot;
  /** The bytes of the workbook as .xlsx, base64. */
  saveXlsx(): Promise<string>;
  /** Opens .xlsx bytes (base64) in place of the workbook; done when the add-in answers again. */
  openXlsx(base64: string, name?: string): Promise<void>;
}

declare global {
  interface Window {
    workbench: PageApi;
  }
}

export function installPageApi(workbench: Workbench, started: Promise<void>): void {
  const ready = started.then(() => workbench.current.host.ready);
  // Whoever waits for it sees the failure; nobody has to wait.
  ready.catch(() => undefined);
  window.workbench = {
    get book() {
      return workbench.current.book;
    },
    get host() {
      return workbench.current.host;
    },
    ready,
    snapshot: () => workbench.snapshot(),
    saveXlsx: async () => base64Of(await workbench.save()),
    openXlsx: async (base64, name = "workbook.xlsx") => {
      await workbench.open(bytesOf(base64), name);
      await workbench.current.host.ready;
    },
  };
}

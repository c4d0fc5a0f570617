import { flushSync } from "react-dom";
import type { Root } from "react-dom/client";
import type { BookSnapshot } from "../book/book-snapshot";
import type { Book } from "../book/book";
import { restoreBook } from "../book/restore-book";
import { bookSnapshot } from "../book/snapshot";
import type { Host } from "../host/host";
import { profileOf, type Profile } from "../host/profiles";
import { App } from "./App";
import {
  fetchAddIn,
  fetchConfig,
  fetchOk,
  openEmptyWorkbook,
  startHost,
  type AddIn,
  type PageConfig,
} from "./boot";
import { readWorkbookFile, writeWorkbookFile } from "./files/xlsx-files";
import { chooseLocale, textsFor, type WorkbenchLocale } from "./texts/texts";

interface Running {
  readonly book: Book;
  readonly host: Host;
}

/** One window: boots it, and boots it anew when another file is opened, as Excel opens another document. */
export class Workbench {
  private running: Running | null = null;
  private config!: PageConfig;
  private addIn!: AddIn;
  private locale: WorkbenchLocale = "en-US";
  private profile: Profile = {};
  private generation = 0;
  documentName = "";

  constructor(private readonly root: Root) {}

  get current(): Running {
    if (!this.running) throw new Error("The workbench has not started yet.");
    return this.running;
  }

  async start(): Promise<void> {
    this.config = await fetchConfig();
    const address = new URLSearchParams(location.search);
    const wish = address.get("lang");
    this.profile = profileOf(address.get("profile") ?? "");
    this.locale = chooseLocale(wish, this.config.locale, navigator.language);
    document.documentElement.lang = this.locale;
    this.addIn = await fetchAddIn(this.locale, this.config.addInOrigin);
    const { open } = this.config;
    if (!open) return this.show(null, textsFor(this.locale)("untitled"));
    const bytes = await (await fetchOk("/workbench/open.xlsx")).arrayBuffer();
    await this.open(new Uint8Array(bytes), open);
  }

  /** Throws, and keeps what is open, if the bytes are no workbook. */
  async open(bytes: Uint8Array, fileName: string): Promise<void> {
    const snapshot = await readWorkbookFile(bytes);
    const opened = textsFor(this.locale)("status.opened", { name: fileName });
    this.show(snapshot, fileName.replace(/\.xlsx$/i, ""), opened);
  }

  snapshot(): BookSnapshot {
    return bookSnapshot(this.current.book);
  }

  /** The workbook as the bytes of an .xlsx file. */
  save(): Promise<Uint8Array<ArrayBuffer>> {
    return writeWorkbookFile(this.current.book, this.addIn.manifest.functions?.namespace ?? "");
  }

  private show(snapshot: BookSnapshot | null, documentName: string, notice?: string): void {
    this.close();
    const workbook = openEmptyWorkbook(this.locale, this.profile);
    if (snapshot) restoreBook(workbook.book, snapshot);
    const { flavour } = this.config;
    const host = startHost(workbook, this.addIn, {
      flavour,
      locale: this.locale,
      documentName,
      profile: this.profile,
    });
    this.running = { book: workbook.book, host };
    this.documentName = documentName;
    document.title = `${documentName} – ${textsFor(this.locale)("workbench")}`;
    this.generation += 1;
    this.root.render(
      <App
        key={this.generation}
        workbench={this}
        gridElement={workbook.element}
        firstNotice={notice}
        session={{
          book: workbook.book,
          host,
          grid: workbook.grid,
          manifest: this.addIn.manifest,
          locale: this.locale,
          texts: textsFor(this.locale),
          documentName,
        }}
      />,
    );
  }

  private close(): void {
    if (!this.running) return;
    // The add-in's page has to be gone before its host is.
    flushSync(() => this.root.render(null));
    this.running.host.detach();
    this.running.book.dispose();
    this.running = null;
  }
}

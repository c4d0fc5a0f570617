import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import type { Book } from "../book/book";
import type { FunctionMetadata } from "../book/functions/function-runtime";
import { createBook } from "../book/create-book";
import { BookPlugin, bookOverrides } from "../book/install";
import { storeOf } from "../book/snapshot";
import { createHost } from "../host/create-host";
import type { Flavour, Host } from "../host/host";
import type { Profile } from "../host/profiles";
import { chartKeys, drawCharts } from "./charts/chart-layer";
import { bytesOf } from "./files/base64";
import { download } from "./files/use-files";
import { showErrorMessages } from "./grid/error-messages";
import { filterPanelKeys } from "./grid/filter-panel";
import { gridOver, type Grid } from "./grid/grid";
import { drawNumbersIn } from "./grid/number-settings";
import { showNumberFormatsOfRules } from "./grid/rule-number-formats";
import { readEntriesLikeExcel } from "./grid/typed-entries";
import { drawListsLikeExcel } from "./grid/list-arrows";
import { listKeys } from "./grid/list-keys";
import { gridLocales } from "./grid/locales";
import { registerGridPlugins } from "./grid/plugins";
import { nameGridControls } from "./grid/name-controls";
import { gridTheme } from "./grid/theme";
import { handleKeysFirst, listenBeforeGrid } from "./keyboard/early-keys";
import type { AddInManifest } from "./manifest/manifest";
import { readManifest } from "./manifest/read-manifest";
import { served } from "./manifest/resources";
import { textsFor, type WorkbenchLocale } from "./texts/texts";

/** What the server says about this start. */
export interface PageConfig {
  readonly flavour: Flavour;
  readonly locale: string | null;
  /** Where the add-in's page comes from; null: from where the window comes. */
  readonly addInOrigin: string | null;
  /** Name of the file to open at the start; its bytes are at `/workbench/open.xlsx`. */
  readonly open: string | null;
}

export async function fetchConfig(): Promise<PageConfig> {
  return (await fetchOk("/workbench/config.json")).json() as Promise<PageConfig>;
}

export async function fetchOk(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

/** The add-in of this server: what its manifest says, and the metadata of its functions. */
export interface AddIn {
  readonly manifest: AddInManifest;
  readonly functions: readonly FunctionMetadata[];
}

export async function fetchAddIn(locale: WorkbenchLocale, addInOrigin: string | null): Promise<AddIn> {
  const text = await (await fetchOk("/manifest.xml")).text();
  const document = new DOMParser().parseFromString(text, "text/xml");
  const read = readManifest(document, locale, location.origin);
  const manifest = addInOrigin ? { ...read, taskpaneUrl: served(read.taskpaneUrl, addInOrigin) } : read;
  if (!manifest.functions) return { manifest, functions: [] };
  const metadata = (await (await fetchOk(manifest.functions.metadataUrl)).json()) as {
    functions?: FunctionMetadata[];
  };
  return { manifest, functions: metadata.functions ?? [] };
}

export interface OpenWorkbook {
  readonly book: Book;
  readonly grid: Grid;
  readonly element: HTMLElement;
}

/** Univer in an element of its own, an empty workbook in it, and the book over that. */
export function openEmptyWorkbook(locale: WorkbenchLocale, { date1904 }: Profile): OpenWorkbook {
  const element = document.createElement("div");
  element.className = "wb-univer";
  listenBeforeGrid();
  const univer = new Univer({
    theme: gridTheme,
    locale: locale === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: gridLocales,
    logLevel: LogLevel.WARN,
    override: bookOverrides(),
  });
  registerGridPlugins(univer, element);
  univer.registerPlugin(BookPlugin);
  const book = createBook(univer, { date1904 });
  nameGridControls(element, textsFor(locale));
  const injector = univer.__getInjector();
  showNumberFormatsOfRules(injector);
  readEntriesLikeExcel(injector, book);
  drawListsLikeExcel(injector, book);
  drawCharts(injector, book);
  handleKeysFirst(chartKeys(book, filterPanelKeys(injector, element, listKeys(injector, book))));
  const grid = gridOver(injector);
  storeOf(book).editing = () => grid.isEditing();
  return { book, element, grid };
}

/** The host over a workbook; it makes the add-in's functions known to the formula editor. */
export function startHost(
  workbook: OpenWorkbook,
  addIn: AddIn,
  options: { flavour: Flavour; locale: string; documentName: string; profile: Profile },
): Host {
  const { manifest, functions } = addIn;
  const host = createHost({
    book: workbook.book,
    flavour: options.flavour,
    locale: options.locale,
    culture: options.profile.culture,
    requirementSets: options.profile.requirementSets,
    documentUrl: new URL(`${options.documentName}.xlsx`, location.origin).href,
    addIn: {
      id: manifest.id,
      displayName: manifest.displayName,
      namespace: manifest.functions?.namespace ?? "",
      functions,
      taskpaneUrl: manifest.taskpaneUrl,
    },
  });
  drawNumbersIn(workbook.grid.injector, workbook.book.culture);
  host.faults.blanks = options.profile.blanks ?? null;
  host.openWorkbook = (base64) => download(bytesOf(base64), "Copy.xlsx");
  host.openBrowserWindow = (url) => void window.open(url, "_blank", "noopener");
  showErrorMessages(workbook.grid.injector, workbook.book);
  return host;
}

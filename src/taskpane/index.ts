/** The runtime of the add-in: starts the live card and the ribbon commands, then, when it is to be seen, the pane. */
import { version } from "../../package.json";
import { associateCommands } from "../commands/commands";
import { languages } from "../core/units";
import { expectLiveFigures, registerLiveFigures } from "../functions/live-figures";
import { loadTexts } from "../locales/load-texts";
import { textsFor } from "../locales/texts";
import { dayNow, serialNow } from "../office/clock";
import { ExcelWorkbook } from "../office/excel-workbook";
import { openLocalStorage, openPageMemory } from "../office/local-storage";
import {
  displayLanguage,
  officeReady,
  onPaneShown,
  openInBrowser,
  startWithWorkbook,
} from "../office/office-host";
import { currentTheme, onThemeChange } from "../office/theme";
import type { Desk } from "../workbook/desk";
import type { Card } from "../workbook/card";
import { createLiveCard } from "../workbook/live-card";
import { LiveFiguresOfCard } from "../workbook/live-figures-of-card";
import { loadPart } from "../workbook/load-part";
import { MappedColumns } from "../workbook/mapped-columns";
import type { HostChecks } from "../workbook/self-test/self-test";
import type { PaneEnvironment, PaneRequest } from "./environment";

const storage = openStorageLater();

/** Storage is partitioned by what Office says, so it opens with Office. */
function openStorageLater() {
  let opened: ReturnType<typeof openLocalStorage> | null = null;
  const open = () => (opened ??= openLocalStorage());
  return {
    get: (key: string) => open().get(key),
    set: (key: string, value: string | null) => open().set(key, value),
  };
}

const randomShare = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** Names this installation in the audit chain; made once, kept on this computer. */
function installationId(): string {
  const known = storage.get("writer");
  if (known) return known;
  const made = crypto.randomUUID().slice(0, 8);
  storage.set("writer", made);
  return made;
}

function createDesk(): Desk {
  return {
    gateway: new MappedColumns(new ExcelWorkbook()),
    today: () => dayNow(new Date()),
    now: () => serialNow(new Date()),
    chance: randomShare,
    author: () => storage.get("author") ?? "",
    writer: installationId(),
    language: displayLanguage,
    progress: () => undefined,
  };
}

/** What ribbon buttons ask of a pane that may not stand yet. */
function createRequests() {
  const listeners = new Set<(request: PaneRequest) => void>();
  let waiting: PaneRequest | null = null;
  return {
    send(request: PaneRequest): void {
      if (listeners.size === 0) waiting = request;
      for (const listener of listeners) listener(request);
    },
    listen(listener: (request: PaneRequest) => void): () => void {
      listeners.add(listener);
      if (waiting) listener(waiting);
      waiting = null;
      return () => listeners.delete(listener);
    },
  };
}

const helpPage = (): string => new URL(`help/${displayLanguage()}/index.html`, document.baseURI).href;

const namespace = "KAM";

/** The checks of the self-test; they watch which cells the live functions say they stand in. */
const selfTestOf = (figures: LiveFiguresOfCard) => async (): Promise<HostChecks> => {
  const { excelChecks } = await loadPart(
    () => import(/* webpackChunkName: "self-test" */ "../office/self-test/excel-checks"),
  );
  return excelChecks({ version, namespace, watchBareCalls: (listener) => figures.onAsked(listener) });
};

function environmentOf(
  requests: ReturnType<typeof createRequests>,
  selfTest: PaneEnvironment["selfTest"],
): PaneEnvironment {
  return {
    language: displayLanguage(),
    theme: currentTheme(),
    onThemeChange,
    onRequest: requests.listen,
    storage,
    memory: openPageMemory(),
    today: () => dayNow(new Date()),
    author: () => storage.get("author") ?? "",
    setAuthor: (name) => storage.set("author", name || null),
    version,
    selfTest,
    openUrl: openInBrowser,
  };
}

/** Pane and workbook may speak different languages, so the card starts with both. */
const loadEveryText = () =>
  Promise.all(languages.map((language) => loadPart(() => loadTexts(language)))).then(() => undefined);

const loadPane = () => loadPart(() => import(/* webpackChunkName: "pane" */ "./mount-pane"));

/** Draws the pane once; where its files cannot be had it says so, and the next time it is shown it tries again. */
function createMount(card: Card, environment: () => PaneEnvironment): () => Promise<void> {
  let mounting: Promise<void> | null = null;
  const mount = async (): Promise<void> => {
    const root = document.getElementById("pane");
    if (!root) return;
    try {
      const { mountPane } = await loadPane();
      await mountPane(root, card, environment());
    } catch (error) {
      mounting = null;
      root.textContent = textsFor(displayLanguage())("labels:notLoaded");
      throw error;
    }
  };
  return () => (mounting ??= mount());
}

async function start(): Promise<void> {
  const giveUp = expectLiveFigures();
  // They arrive while Office gets ready; whoever needs one that did not asks for it again.
  void Promise.allSettled([loadPane(), loadEveryText()]);
  const { inExcel, paneVisible } = await officeReady();
  if (!inExcel) return giveUp();
  const desk = createDesk();
  const card = createLiveCard(desk);
  const figures = new LiveFiguresOfCard(card, desk);
  registerLiveFigures(figures);
  const requests = createRequests();
  associateCommands({ card, request: requests.send, openHelp: () => openInBrowser(helpPage()) });
  const texts = loadEveryText();
  const wake = (): void => void texts.then(() => card.wake());
  wake();

  const mount = createMount(card, () => environmentOf(requests, selfTestOf(figures)));
  await onPaneShown(() => {
    wake();
    void mount();
  });
  if (paneVisible) await mount();
  window.addEventListener("focus", wake);
  await startWithWorkbook();
}

void start();

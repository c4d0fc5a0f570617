import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import type { Book } from "../../book/book";
import { showList } from "./show-list";

const openList = '[data-u-comp="sheets-dropdown-list"]';
const marked = "wb-list-active";

/** The choices of the list that is open. */
function choices(): HTMLElement[] {
  const list = document.querySelector(openList);
  return [...(list?.lastElementChild?.children ?? [])].filter((child) => child instanceof HTMLElement);
}

function mark(step: number): void {
  const items = choices();
  const current = items.findIndex((item) => item.classList.contains(marked));
  // From nothing marked: the first one downwards, the last one upwards; else the chosen one has a check mark.
  const from = current >= 0 ? current : items.findIndex((item) => item.querySelector("svg"));
  const next = Math.min(Math.max((from < 0 && step < 0 ? items.length : from) + step, 0), items.length - 1);
  items.forEach((item, index) => {
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === next));
    item.classList.toggle(marked, index === next);
  });
  items[next]?.scrollIntoView({ block: "nearest" });
}

/** Keys of drop-down lists as in Excel: Alt+Down opens, arrows choose, Enter takes, Escape leaves it as it was. */
export function listKeys(injector: Injector, book: Book): (event: KeyboardEvent) => void {
  const instances = injector.get(IUniverInstanceService);
  const commands = injector.get(ICommandService);
  const open = () => {
    const { active } = book.selection();
    const workbook = instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const sheet = workbook?.getActiveSheet();
    if (!workbook || !sheet) return;
    const place = { unitId: workbook.getUnitId(), subUnitId: sheet.getSheetId() };
    void showList(commands, { ...place, row: active.row, column: active.column });
  };
  const actions: Record<string, () => void> = {
    ArrowDown: () => mark(1),
    ArrowUp: () => mark(-1),
    Enter: () => document.querySelector<HTMLElement>(`.${marked}`)?.click(),
    Escape: () => void commands.executeCommand("sheet.operation.hide-data-validation-dropdown", {}),
  };
  return (event) => {
    if (book.isEditingCell) return;
    const isOpen = document.querySelector(openList) !== null;
    // With nothing chosen, Enter does what it does in any cell.
    if (event.key === "Enter" && !document.querySelector(`.${marked}`)) return;
    const action = event.altKey && event.key === "ArrowDown" ? open : isOpen ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  };
}

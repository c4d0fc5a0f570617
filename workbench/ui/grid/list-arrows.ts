import {
  DataValidationType,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type ICellCustomRender,
  type ICellRenderContext,
  type Injector,
} from "@univerjs/core";
import { DataValidatorRegistryService } from "@univerjs/data-validation";
import { getCurrentTypeOfRenderer, IRenderManagerService } from "@univerjs/engine-render";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import type { Book } from "../../book/book";
import { showList } from "./show-list";

/** Pixels. */
const arrow = { box: 16, wide: 7, high: 4 } as const;

interface HeaderSizes {
  readonly rowHeaderWidth: number;
  readonly columnHeaderHeight: number;
}

/** The arrow of a drop-down list: at the active cell only, over its right edge, as Excel draws it. */
class ListArrow implements ICellCustomRender {
  private hit: { left: number; top: number } | null = null;

  constructor(
    private readonly book: Book,
    private readonly commands: ICommandService,
  ) {}

  drawWith(ctx: CanvasRenderingContext2D, info: ICellRenderContext, skeleton: HeaderSizes): void {
    if (!this.isActive(info)) return;
    const { endX, endY } = info.primaryWithCoord;
    const left = endX - arrow.box - 1;
    const top = endY - arrow.box - 1;
    ctx.save();
    ctx.fillStyle = "#f3f3f3";
    ctx.strokeStyle = "#8a8a8a";
    ctx.lineWidth = 1;
    ctx.fillRect(left, top, arrow.box, arrow.box);
    ctx.strokeRect(left + 0.5, top + 0.5, arrow.box - 1, arrow.box - 1);
    ctx.fillStyle = "#333333";
    ctx.beginPath();
    ctx.moveTo(left + (arrow.box - arrow.wide) / 2, top + (arrow.box - arrow.high) / 2);
    ctx.lineTo(left + (arrow.box + arrow.wide) / 2, top + (arrow.box - arrow.high) / 2);
    ctx.lineTo(left + arrow.box / 2, top + (arrow.box + arrow.high) / 2);
    ctx.fill();
    ctx.restore();
    this.hit = { left: left + skeleton.rowHeaderWidth, top: top + skeleton.columnHeaderHeight };
  }

  isHit = ({ x, y }: { x: number; y: number }, info: ICellRenderContext): boolean => {
    if (!this.hit || !this.isActive(info)) return false;
    const { left, top } = this.hit;
    return x >= left && x <= left + arrow.box && y >= top && y <= top + arrow.box;
  };

  onPointerDown = ({ unitId, subUnitId, row, col }: ICellRenderContext): void => {
    void showList(this.commands, { unitId, subUnitId, row, column: col });
  };

  private isActive({ row, col }: ICellRenderContext): boolean {
    const { active } = this.book.selection();
    return active.row === row && active.column === col;
  }
}

/** Univer opens a cell's list whenever a person types into it, over the help on formulas; Excel does not. */
function closeListsOfEditors(injector: Injector, commands: ICommandService): void {
  injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => {
    if (visible) void commands.executeCommand("sheet.operation.hide-data-validation-dropdown", {});
  });
}

/**
 * Cells with a list look like other cells; Univer would draw each of them as a pill with an arrow and make rows
 * higher for it.
 */
export function drawListsLikeExcel(injector: Injector, book: Book): void {
  const commands = injector.get(ICommandService);
  // Later than this the window's own plugin has put its way of drawing there.
  void injector
    .get(LifecycleService)
    .onStage(LifecycleStages.Rendered)
    .then(() => {
      const list = injector.get(DataValidatorRegistryService).getValidatorItem(DataValidationType.LIST);
      const drawing = { canvasRender: new ListArrow(book, commands), skipDefaultFontRender: () => false };
      if (list) Object.assign(list, drawing);
      closeListsOfEditors(injector, commands);
    });
  const instances = injector.get(IUniverInstanceService);
  book.on((event) => {
    if (event.kind !== "selection") return;
    const renderers = injector.get(IRenderManagerService);
    getCurrentTypeOfRenderer(
      UniverInstanceType.UNIVER_SHEET,
      instances,
      renderers,
    )?.mainComponent?.makeForceDirty();
  });
}

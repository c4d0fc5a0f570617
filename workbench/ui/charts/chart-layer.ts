import {
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type Injector,
} from "@univerjs/core";
import {
  DRAWING_OBJECT_LAYER_INDEX,
  getCurrentTypeOfRenderer,
  Image as CanvasImage,
  IRenderManagerService,
  Rect as CanvasRect,
  type Scene,
} from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Book } from "../../book/book";
import { boxOf } from "../../book/charts/chart-place";
import type { ChartRecord } from "../../book/charts/chart-record";
import { chartOption } from "./chart-option";
import { pixels } from "./series-option";

interface Shown {
  readonly object: CanvasImage;
  readonly scene: Scene;
  /** What it was drawn from. */
  readonly drawn: string;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const accent = "#107C41";

/**
 * Charts as pictures in the grid's own scene, so that scrolling, zoom and frozen panes treat them like cells.
 * The drawing library is fetched when the first chart is to be seen.
 */
class ChartLayer {
  private readonly shown = new Map<string, Shown>();
  private frame: CanvasRect | null = null;
  private waiting = false;
  private drawing: Promise<void> = Promise.resolve();

  constructor(
    private readonly injector: Injector,
    private readonly book: Book,
  ) {
    book.on((event) => {
      if (event.kind === "selection") book.activeChart = null;
      this.later();
    });
  }

  /** Once for all that happens in this turn, and never two at a time. */
  later(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.drawing = this.drawing.then(() => this.draw());
    });
  }

  private stage() {
    const render = getCurrentTypeOfRenderer(
      UniverInstanceType.UNIVER_SHEET,
      this.injector.get(IUniverInstanceService),
      this.injector.get(IRenderManagerService),
    );
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    return render && skeleton ? { scene: render.scene, skeleton } : null;
  }

  private async draw(): Promise<void> {
    const charts = this.book.activeSheet.charts();
    if (charts.length === 0 && this.shown.size === 0) return;
    const { chartPicture } = await import("./chart-picture");
    const stage = this.stage();
    if (!stage) return;
    const present = new Set(charts.map(({ id }) => id));
    for (const [id, { object }] of this.shown)
      if (!present.has(id)) {
        object.dispose();
        this.shown.delete(id);
      }
    const { rowHeaderWidth, columnHeaderHeight } = stage.skeleton;
    for (const chart of charts) {
      const box = boxOf(this.book.activeSheet, chart.place);
      const place = {
        left: pixels(box.left) + rowHeaderWidth,
        top: pixels(box.top) + columnHeaderHeight,
        width: pixels(box.width),
        height: pixels(box.height),
      };
      const option = chartOption(this.book, chart);
      const border = chart.format?.border;
      const drawn = JSON.stringify([option, border, place, labelTexts(chart)]);
      if (this.shown.get(chart.id)?.drawn === drawn && this.shown.get(chart.id)?.scene === stage.scene)
        continue;
      this.shown.get(chart.id)?.object.dispose();
      const picture = place.width < 1 || place.height < 1 ? "" : chartPicture(option, border, place);
      const object = this.show(stage.scene, chart.id, place, picture);
      this.shown.set(chart.id, { object, scene: stage.scene, drawn });
    }
    this.markActive(stage.scene);
  }

  private show(scene: Scene, id: string, place: Place, picture: string): CanvasImage {
    const object = new CanvasImage(`chart-${id}`, {
      ...place,
      zIndex: 1,
      url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`,
      success: () => scene.makeDirty(true),
      evented: true,
    });
    object.onPointerDown$.subscribeEvent((_event, state) => {
      state.stopPropagation();
      this.book.activeChart = id;
      this.later();
    });
    scene.addObject(object, DRAWING_OBJECT_LAYER_INDEX);
    return object;
  }

  private markActive(scene: Scene): void {
    this.frame?.dispose();
    this.frame = null;
    const object = this.shown.get(this.book.activeChart ?? "")?.object;
    if (!object) {
      scene.makeDirty(true);
      return;
    }
    const { left, top, width, height } = object;
    this.frame = new CanvasRect("chart-frame", {
      left,
      top,
      width,
      height,
      zIndex: 2,
      stroke: accent,
      strokeWidth: 2,
      fill: "transparent",
      evented: false,
    });
    scene.addObject(this.frame, DRAWING_OBJECT_LAYER_INDEX);
    scene.makeDirty(true);
  }
}

/** Functions are lost in JSON: what the label formats say, beside it. */
const labelTexts = (chart: ChartRecord): unknown => [
  chart.axes,
  chart.series.map(({ dataLabels, hasDataLabels }) => [dataLabels, hasDataLabels]),
];

/** Draws the charts of the active sheet from now on. */
export function drawCharts(injector: Injector, book: Book): void {
  const layer = new ChartLayer(injector, book);
  void injector
    .get(LifecycleService)
    .onStage(LifecycleStages.Rendered)
    .then(() => layer.later());
}

/** Delete takes the chosen chart away, Escape lets it go. */
export function chartKeys(book: Book, next: (event: KeyboardEvent) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const id = book.activeChart;
    const isOurs = event.key === "Delete" || event.key === "Backspace" || event.key === "Escape";
    if (id === null || book.isEditingCell || !isOurs) return next(event);
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Escape") {
      book.activeChart = null;
      return;
    }
    const sheet = book.sheets().find((each) => each.charts().some((chart) => chart.id === id));
    if (sheet && !sheet.protection) void book.batch("user", () => sheet.removeChart(id));
  };
}

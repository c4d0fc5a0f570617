import { BarChart, LineChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartLine } from "../../book/charts/chart-record";
import { pixels, type Option } from "./series-option";

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** An area has a thin grey border unless it was given another or none. */
function borderOf(border: ChartLine | undefined, { width, height }: PictureSize): string {
  if (border?.lineStyle === "None") return "";
  const line = pixels(border?.weight ?? 0.75);
  const at = line / 2;
  return `<rect x="${at}" y="${at}" width="${width - line}" height="${height - line}" fill="none" stroke="${border?.color ?? "#D9D9D9"}" stroke-width="${line}"/>`;
}

/** The chart as SVG text. */
export function chartPicture(option: Option, border: ChartLine | undefined, size: PictureSize): string {
  const drawing = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    drawing.setOption(option);
    return drawing.renderToSVGString().replace(/<\/svg>$/, `${borderOf(border, size)}</svg>`);
  } finally {
    drawing.dispose();
  }
}

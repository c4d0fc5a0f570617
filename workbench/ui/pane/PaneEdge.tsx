import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { useSession } from "../session";
import { paneWidth } from "./pane-width";

interface PaneEdgeProps {
  readonly width: number;
  onResize(width: number): void;
}

/** The edge between grid and pane, moved by pointer or by the arrow keys. */
export function PaneEdge({ width, onResize }: PaneEdgeProps) {
  const { texts } = useSession();
  const drag = useRef<{ x: number; width: number } | null>(null);
  const start = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current) onResize(drag.current.width + drag.current.x - event.clientX);
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = { ArrowLeft: paneWidth.step, ArrowRight: -paneWidth.step };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(width + step);
  };
  return (
    <div
      className="wb-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={texts("pane.width")}
      aria-valuenow={width}
      aria-valuemin={paneWidth.least}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={byKey}
    />
  );
}

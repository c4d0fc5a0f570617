import type { Desk, Progress } from "../desk";
import { markingGateway } from "./marking-gateway";

/** The desk of one operation: its progress is shown to whoever watches, and it can be cancelled. */
export function operationDesk(desk: Desk, signal: AbortSignal, show: (progress: Progress) => void): Desk {
  return {
    gateway: markingGateway(desk.gateway),
    writer: desk.writer,
    today: () => desk.today(),
    now: () => desk.now(),
    chance: () => desk.chance(),
    author: () => desk.author(),
    language: () => desk.language(),
    progress: (progress) => {
      desk.progress(progress);
      show(progress);
    },
    signal,
  };
}

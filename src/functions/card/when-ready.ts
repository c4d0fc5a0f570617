import type { CardModel } from "../../core/figures";
import { liveFigures, liveFiguresExpected, onLiveFigures } from "../live-figures";
import { answered, notAvailable } from "../problem";

/**
 * An answer from the card for a function that does not stream: at once where the card is there, as soon as it is loaded
 * otherwise; the sentence of FN2 where there is none, or where it is not read.
 */
export function whenReady<Result>(answer: (model: CardModel) => Result): Result | Promise<Result> {
  const model = modelNow();
  if (model !== "later") return answered(() => answer(model));
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = [];
    const look = (): void => {
      try {
        const now = answered(modelNow);
        if (now === "later") return;
        for (const stop of stops) stop();
        resolve(answered(() => answer(now)));
      } catch (thrown) {
        for (const stop of stops) stop();
        reject(thrown);
      }
    };
    stops.push(onLiveFigures(() => follow()));
    const follow = (): void => {
      const figures = liveFigures();
      if (figures !== null) stops.push(figures.subscribe(look));
      look();
    };
    follow();
  });
}

function modelNow(): CardModel | "later" {
  const figures = liveFigures();
  if (figures === null || figures.state === "none") {
    if (liveFiguresExpected()) return "later";
    throw notAvailable("noCard");
  }
  if (figures.state === "unread") throw notAvailable("unread");
  return (figures.state === "ready" ? figures.model() : null) ?? "later";
}

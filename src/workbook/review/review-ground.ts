import type { CardModel } from "../../core/figures";
import type { Desk } from "../desk";
import { figuresOf } from "../figures-of";
import type { OpenBook } from "../open-book";
import { done, failed } from "../operations/failure";
import type { Outcome } from "../outcome";
import { readCard } from "../read-card";

/** What an operation on reviews stands on: where the tables are now, and what the model makes of them. */
export interface ReviewGround {
  readonly book: OpenBook;
  readonly model: CardModel;
}

/** Reads the workbook anew; `noCard` where it holds none. */
export async function readGround(desk: Desk): Promise<Outcome<ReviewGround>> {
  const card = await readCard(desk.gateway, desk.language());
  if (!card) return failed("noCard");
  const model = await figuresOf(card.records, desk.today());
  return done({ book: card.book, model });
}

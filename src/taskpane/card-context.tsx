import { createContext, useContext, useSyncExternalStore, type PropsWithChildren } from "react";
import type { CardModel } from "../core/figures";
import type { Card, CardState, ReadyCard } from "../workbook/card";
import type { PaneEnvironment } from "./environment";

interface Surroundings {
  readonly card: Card;
  readonly environment: PaneEnvironment;
}

const Context = createContext<Surroundings | null>(null);

export function CardProvider({ card, environment, children }: PropsWithChildren<Surroundings>) {
  return <Context.Provider value={{ card, environment }}>{children}</Context.Provider>;
}

function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("This component must stand inside CardProvider.");
  return surroundings;
}

export const useCard = (): Card => useSurroundings().card;
export const useEnvironment = (): PaneEnvironment => useSurroundings().environment;

export function useCardState(): CardState {
  const { card } = useSurroundings();
  return useSyncExternalStore(
    (changed) => card.subscribe(changed),
    () => card.state,
  );
}

/** The ready card; views that need it stand only where the pane has checked the state. */
export function useReadyCard(): ReadyCard {
  const state = useCardState();
  if (state.kind !== "ready") throw new Error("The card is not ready.");
  return state;
}

/** Figures to show, from a ready card or from what a damaged workbook still gives. */
export function modelOf(state: CardState): CardModel | null {
  return state.kind === "ready" || state.kind === "damaged" ? state.model : null;
}

export function useModel(): CardModel {
  const model = modelOf(useCardState());
  if (!model) throw new Error("There are no figures to show.");
  return model;
}

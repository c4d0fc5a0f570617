import { createContext, useContext, useMemo, useReducer, useRef, type PropsWithChildren } from "react";

export const areas = ["today", "account", "reviews", "data", "settings"] as const;
export type Area = (typeof areas)[number];

/** A view that opens over its area, one level deep. */
export type DrillIn =
  | { readonly kind: "log"; readonly account: string | null; readonly interaction?: "visit" | "call" }
  | { readonly kind: "why" }
  | { readonly kind: "preview" }
  | { readonly kind: "import" }
  | { readonly kind: "values-copy" }
  | { readonly kind: "functions" }
  | { readonly kind: "criteria" }
  | { readonly kind: "cadence" }
  | { readonly kind: "groups" }
  | { readonly kind: "as-of" }
  | { readonly kind: "person" }
  | { readonly kind: "language" }
  | { readonly kind: "sample" }
  | { readonly kind: "repair" }
  | { readonly kind: "remove-card" }
  | { readonly kind: "about" }
  | { readonly kind: "self-test" };

export interface Place {
  readonly area: Area;
  readonly drillIn: DrillIn | null;
}

interface Routing {
  readonly place: Place;
  toArea(area: Area): void;
  open(drillIn: DrillIn): void;
  /** Leaves the drill-in; focus returns to the control that opened it. */
  back(): void;
}

// State in memory: Office pages have no usable history.
type Step =
  | { readonly to: "area"; readonly area: Area }
  | { readonly to: "drill-in"; readonly drillIn: DrillIn }
  | { readonly to: "back" };

function follow(place: Place, step: Step): Place {
  if (step.to === "area") return { area: step.area, drillIn: null };
  if (step.to === "drill-in") return { area: place.area, drillIn: step.drillIn };
  return { area: place.area, drillIn: null };
}

const Context = createContext<Routing | null>(null);

/** An element as it can be found again after its view was drawn anew. */
function mark(element: Element | null): string | null {
  return element instanceof HTMLElement ? (element.dataset.opener ?? null) : null;
}

function focusMarked(opener: string | null): void {
  if (opener === null) return;
  const found = [...document.querySelectorAll<HTMLElement>("[data-opener]")];
  found.find((element) => element.dataset.opener === opener)?.focus();
}

const today: Place = { area: "today", drillIn: null };

export function RoutingProvider({ start = today, children }: PropsWithChildren<{ start?: Place }>) {
  const [place, go] = useReducer(follow, start);
  const opener = useRef<string | null>(null);
  const routing = useMemo<Routing>(
    () => ({
      place,
      toArea: (area) => go({ to: "area", area }),
      open: (drillIn) => {
        opener.current = mark(document.activeElement);
        go({ to: "drill-in", drillIn });
      },
      back: () => {
        go({ to: "back" });
        const wanted = opener.current;
        opener.current = null;
        // The view the control stands in is drawn after this event.
        window.setTimeout(() => focusMarked(wanted), 0);
      },
    }),
    [place],
  );
  return <Context.Provider value={routing}>{children}</Context.Provider>;
}

export function useRouting(): Routing {
  const routing = useContext(Context);
  if (!routing) throw new Error("This component must stand inside RoutingProvider.");
  return routing;
}

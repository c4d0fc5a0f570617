import { Today } from "../today/Today";
import type { Area, DrillIn, Place } from "../routing";
import type { ComponentType } from "react";
import { laterViews } from "./later-views";

const {
  log: Log,
  why: Why,
  functions,
  selfTest,
  repair,
  removeCard,
  account,
  reviews,
  data,
  settings,
} = laterViews;

const areas: Readonly<Record<Area, ComponentType>> = { today: Today, account, reviews, data, settings };

/** Views that open over their area; the other places to drill into are the area's own. */
const overAreas: Readonly<Partial<Record<DrillIn["kind"], ComponentType>>> = {
  functions,
  "self-test": selfTest,
  repair,
  "remove-card": removeCard,
};

/** The view a place names. */
export function ViewOfPlace({ place: { area, drillIn } }: { readonly place: Place }) {
  if (drillIn?.kind === "log") return <Log account={drillIn.account} interaction={drillIn.interaction} />;
  if (drillIn?.kind === "why") return <Why />;
  const View = (drillIn && overAreas[drillIn.kind]) ?? areas[area];
  return <View />;
}

import type { Day } from "../../core/units";
import type { LogDraft } from "../card";

/** An entry nobody has typed into yet: a visit on that day. */
export const blankDraft = (id: string, account: string | null, date: Day): LogDraft => ({
  ids: [id],
  accounts: account === null ? [] : [account],
  contacts: "",
  kind: "visit",
  channel: "in-person",
  date,
  content: "",
  result: "",
  usage: "",
  newNeeds: "",
  productsIntroduced: "",
  nextAction: "",
  nextDate: null,
});

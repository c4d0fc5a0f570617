import type { Desk } from "../desk";
import { loadPart } from "../load-part";
import { numberColumns } from "../records/number-columns";
import { drawId } from "../row-ids";
import type { RuleVerbs } from "../rule-verbs";
import { cardParts } from "./card-parts";
import type { VerbGround } from "./live-daily-verbs";

/** The rules of a live card: what they may be made from, and what they were. */
export class LiveRuleVerbs implements RuleVerbs {
  constructor(
    private readonly desk: Desk,
    private readonly ground: VerbGround,
  ) {}

  newCriterionId = (): string => {
    const taken = new Set(this.ground.snapshot()?.records.criteria.map(({ id }) => id));
    return drawId("CRI", this.desk.today(), () => this.desk.chance(), taken);
  };

  numberColumns: RuleVerbs["numberColumns"] = () => {
    const snapshot = this.ground.snapshot();
    const accounts = snapshot?.results.get("accounts");
    return snapshot && accounts ? numberColumns(accounts, snapshot.book.dialect) : [];
  };

  versions: RuleVerbs["versions"] = () =>
    this.ground.run([], async (desk, { book, records }) => {
      const { ruleVersions } = await loadPart(cardParts.versions);
      return ruleVersions(desk, book, records);
    });
}

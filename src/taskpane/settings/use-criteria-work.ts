import { useState } from "react";
import { boundsOfModel } from "../../core/bounds/propose-bounds";
import type { RuleChange, ShownRules } from "../../workbook/rule-verbs";
import type { Issue } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { useCard, useReadyCard } from "../card-context";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";
import {
  changeOf,
  criteriaForm,
  hasProblem,
  wholeOf,
  type CriteriaChange,
  type CriteriaForm,
} from "./criteria-form";
import { proposedForm } from "./proposed-form";
import { ruleChanges } from "./rule-figures";
import { saved } from "./saved";

interface Proposal {
  readonly changes: readonly RuleChange[];
  /** The form before the proposal filled it. */
  readonly before: CriteriaForm;
}

export interface CriteriaWork {
  readonly form: CriteriaForm;
  /** The rules the form was made from (WB15). */
  readonly shown: ShownRules;
  /** The form says something else than they do. */
  readonly touched: boolean;
  /** Save was asked for while a figure was wrong. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly issue: Issue | null;
  /** What somebody else has changed since the form was opened. */
  readonly foreign: readonly RuleChange[];
  readonly proposal: Proposal | null;
  /** The version that was just saved, with the rules before it. */
  readonly kept: { readonly version: number; readonly before: ShownRules } | null;
  change(form: CriteriaForm): void;
  propose(): void;
  dropProposal(): void;
  save(): Promise<void>;
  undo(): Promise<void>;
  takeTheirs(): void;
  keepMine(): void;
}

/** A form over the rules: tried while it is typed, written on Save as a new version, with a way back. */
export function useCriteriaWork(): CriteriaWork {
  const texts = useTexts();
  const card = useCard();
  const { records, model } = useReadyCard();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [shown, setShown] = useState<ShownRules>(records);
  const [form, setForm] = useState(() => criteriaForm(records));
  const [tried, setTried] = useState(false);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [kept, setKept] = useState<CriteriaWork["kept"]>(null);
  const change = (next: CriteriaForm): void => {
    setForm(next);
    setKept(null);
  };
  const startFrom = (rules: ShownRules): void => {
    setShown(rules);
    setForm(criteriaForm(rules));
    setProposal(null);
    setTried(false);
  };
  const write = async (wanted: CriteriaChange): Promise<boolean> => {
    const done = await attempt.run(() => saved(card.changeCriteria(wanted, shown)));
    if (!done) return false;
    startFrom(card.state.kind === "ready" ? card.state.records : shown);
    return true;
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (hasProblem(form)) {
      announcer.alert(texts("criteria.correct"));
      return;
    }
    const version = shown.settings.ruleVersion + 1;
    const unweighed = form.added.map((criterion) => ({ ...criterion, weight: 0 }));
    const before = { settings: shown.settings, criteria: [...shown.criteria, ...unweighed] };
    if (!(await write(changeOf(form, shown)))) return;
    setKept({ version, before });
    announcer.say(texts("criteria.saved", { version }));
  };
  const undo = async (): Promise<void> => {
    const version = shown.settings.ruleVersion + 1;
    if (!kept || !(await write(changeOf(criteriaForm(kept.before), kept.before)))) return;
    setKept(null);
    announcer.say(texts("criteria.undone", { version, before: kept.version - 1 }));
  };
  const propose = (): void => {
    const proposed = proposedForm(form, wholeOf(form, shown), boundsOfModel(model, records.purchases));
    setProposal({ changes: proposed.changes, before: form });
    change(proposed.form);
  };
  return {
    form,
    shown,
    touched: hasProblem(form) || ruleChanges(shown, wholeOf(form, shown)).length > 0,
    tried,
    busy: attempt.busy,
    issue: attempt.issue,
    foreign: attempt.busy ? [] : ruleChanges(shown, records),
    proposal,
    kept,
    change,
    propose,
    dropProposal: () => {
      if (proposal) change(proposal.before);
      setProposal(null);
    },
    save,
    undo,
    takeTheirs: () => {
      attempt.clear();
      startFrom(records);
    },
    keepMine: () => {
      attempt.clear();
      setShown(records);
      setForm({ ...form, criteria: { ...criteriaForm(records).criteria, ...form.criteria } });
    },
  };
}

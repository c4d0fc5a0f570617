import {
  BoxDismiss20Regular,
  TableCellsMerge20Regular,
  CalendarClock20Regular,
  CalendarLtr20Regular,
  DatabaseArrowDown20Regular,
  Info20Regular,
  LocalLanguage20Regular,
  Person20Regular,
  Scales20Regular,
  Wrench20Regular,
  type FluentIcon,
} from "@fluentui/react-icons";
import type { CadenceRule } from "../../core/records";
import { useCard, useCardState, useEnvironment } from "../card-context";
import { DrillInRow } from "../elements/DrillInRow";
import { usePaneLanguage, useTexts } from "../language";

type SettingKind =
  | "criteria"
  | "cadence"
  | "groups"
  | "as-of"
  | "person"
  | "language"
  | "sample"
  | "repair"
  | "remove-card"
  | "about";

interface SettingLine {
  readonly kind: SettingKind;
  readonly value: string;
}

const icons: Readonly<Record<SettingKind, FluentIcon>> = {
  criteria: Scales20Regular,
  cadence: CalendarClock20Regular,
  groups: TableCellsMerge20Regular,
  "as-of": CalendarLtr20Regular,
  person: Person20Regular,
  language: LocalLanguage20Regular,
  sample: DatabaseArrowDown20Regular,
  repair: Wrench20Regular,
  "remove-card": BoxDismiss20Regular,
  about: Info20Regular,
};

const targetOf = (rules: readonly CadenceRule[], item: CadenceRule["item"]): number | null =>
  rules.find((rule) => rule.item === item && rule.tier === "important")?.target ?? null;

/** The lines of the list with the value each has now. */
export function useSettingRows(): readonly SettingLine[] {
  const { texts, formats, language, chosen } = usePaneLanguage();
  const environment = useEnvironment();
  const state = useCardState();
  const name = environment.author();
  const { removedSample } = useCard().upkeep;
  const always: readonly SettingLine[] = [
    { kind: "person", value: name || texts("settings.noName") },
    {
      kind: "language",
      value: [texts(`language.${language}`), chosen ? "" : texts("settings.asOffice")]
        .filter(Boolean)
        .join(texts("separator")),
    },
    { kind: "repair", value: texts("settings.repairValue") },
    { kind: "remove-card", value: texts("settings.removeValue") },
    { kind: "about", value: texts("about.product", { version: environment.version }) },
  ];
  if (state.kind !== "ready") return always;
  const { settings, criteria, cadence } = state.records;
  const sampleValue = state.hasSample
    ? texts("settings.hasSample")
    : texts("settings.sampleGone", { count: removedSample });
  const used = criteria.filter(({ weight }) => weight > 0).length;
  const visit = targetOf(cadence, "visit");
  const cut = formats.number(settings.tierCut, Number.isInteger(settings.tierCut) ? 0 : 1);
  const own: SettingLine[] = [
    {
      kind: "criteria",
      value: [texts("settings.criteriaUsed", { count: used }), texts("why.importantFrom", { cut })].join(
        texts("separator"),
      ),
    },
    {
      kind: "cadence",
      value: [
        visit === null ? "" : texts("settings.visits", { count: visit }),
        texts("settings.reviewEvery", { count: targetOf(cadence, "review") ?? settings.reviewMonths }),
      ]
        .filter(Boolean)
        .join(texts("separator")),
    },
    { kind: "groups", value: texts(`group:setting.${settings.scoreGroups ? "togetherShort" : "eachShort"}`) },
    {
      kind: "as-of",
      value:
        settings.asOf === null
          ? texts("asOf.today")
          : texts("settings.fixed", { date: formats.fullDate(settings.asOf) }),
    },
  ];
  const sample: SettingLine[] =
    state.hasSample || removedSample > 0 ? [{ kind: "sample", value: sampleValue }] : [];
  return [...own, ...always.slice(0, 2), ...sample, ...always.slice(2)];
}

export function SettingRow({ kind, value }: SettingLine) {
  const texts = useTexts();
  return <DrillInRow to={{ kind }} icon={icons[kind]} name={texts(`settings.${kind}`)} value={value} />;
}

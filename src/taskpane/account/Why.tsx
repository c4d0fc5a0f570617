import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular, Lightbulb20Regular } from "@fluentui/react-icons";
import type { AccountFigures } from "../../core/figures";
import { explainScore, type ScoreExplanation } from "../../core/scoring/explain-score";
import { useModel } from "../card-context";
import { TierBadge } from "../elements/TierBadge";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { criterionName, tierName } from "../names";
import { useRouting } from "../routing";
import { criterionValueText } from "./criterion-value-text";
import { CriterionRows } from "./CriterionRows";
import { useFollowedAccount } from "./follow-account";
import { useFormulaInserting } from "./InsertFormula";
import { ScoredTogether } from "./ScoredTogether";
import { ScoreBar } from "./ScoreBar";

const useStyles = makeStyles({
  tier: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  gap: {
    marginLeft: "auto",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  lift: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  liftTitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  liftText: { margin: 0, gridColumn: "1 / -1" },
  text: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** Opens over the account; leaves by itself when the account is gone. */
export function Why() {
  const texts = usePaneLanguage().texts;
  const model = useModel();
  const { account } = useFollowedAccount();
  const { back } = useRouting();
  const figures = account === null ? undefined : model.accounts.get(account);
  if (figures) return <WhyScore figures={figures} />;
  return (
    <ViewFrame title={texts("account.noneTitle")} onBack={back}>
      {texts("account.none")}
    </ViewFrame>
  );
}

function WhyScore({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { settings } = useModel();
  const { back } = useRouting();
  const why = explainScore(figures, "economic", settings);
  const context = [figures.account.name, texts("why.version", { version: settings.ruleVersion })];
  const score = why.score === null ? null : formats.number(why.score, 1);
  const inserting = useFormulaInserting(figures.account.id, why.parts.length);
  const missing = why.parts.filter(({ value }) => value === null);
  return (
    <ViewFrame
      title={score === null ? texts("why.noTitle") : texts("why.title", { score })}
      context={context.join(texts("separator"))}
      onBack={back}
      dockMessage={inserting.message}
      actions={inserting.buttons}
    >
      {why.score === null ? (
        <p className={styles.text}>
          {texts("why.notEnough", {
            present: why.parts.length - missing.length,
            count: why.parts.length,
            missing: missing.map(({ criterion }) => criterionName(texts, criterion)).join(texts("comma")),
          })}
        </p>
      ) : (
        <>
          <ScoreBar parts={why.parts} score={why.score} line={why.line} />
          <NextTier why={why} />
        </>
      )}
      {figures.group ? <ScoredTogether group={figures.group} /> : null}
      <CriterionRows parts={why.parts} score={why.score} />
      <Lift why={why} />
    </ViewFrame>
  );
}

function NextTier({ why }: { why: ScoreExplanation }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  if (why.margin === null) return null;
  const points = formats.number(Math.abs(why.margin), 1);
  return (
    <p className={styles.tier}>
      <TierBadge tier={why.tier} beside />
      <span>{tierName(texts, why.tier)}</span>
      {why.margin < 0 && why.tier !== "important" ? (
        <>
          <ArrowRight16Regular aria-label={texts("why.to")} role="img" />
          <TierBadge tier="important" beside />
          <span>{tierName(texts, "important")}</span>
        </>
      ) : null}
      <span className={styles.gap}>{texts(why.margin < 0 ? "why.toGo" : "why.above", { points })}</span>
    </p>
  );
}

/** The one change that would be enough, or that no single one is. */
function Lift({ why }: { why: ScoreExplanation }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  if (why.margin === null || why.margin >= 0) return null;
  const sentence = (): string => {
    if (!why.change) return texts("why.noSingle");
    const { part, value } = why.change;
    return texts("why.lift", {
      criterion: criterionName(texts, part.criterion),
      from: part.value === null ? "" : criterionValueText(texts, formats, part.criterion.metric, part.value),
      to: criterionValueText(texts, formats, part.criterion.metric, value),
    });
  };
  return (
    <section className={styles.lift} aria-labelledby="lift">
      <Lightbulb20Regular aria-hidden />
      <h3 id="lift" className={styles.liftTitle}>
        {texts("why.liftTitle")}
      </h3>
      <p className={styles.liftText}>{sentence()}</p>
    </section>
  );
}

import { Badge, Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowRight16Regular } from "@fluentui/react-icons";
import { decisions, type DecisionRow, type ReviewPreview, type StoppedRow } from "../../workbook/card";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { TierBadge } from "../elements/TierBadge";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { decisionName } from "../names";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  messages: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  reason: {
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  move: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  calm: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface PreviewProps {
  readonly preview: ReviewPreview;
  readonly attempt: ReturnType<typeof useOutcome>;
  readonly onApply: () => void;
  readonly onLookAgain: () => void;
  readonly onBack: () => void;
}

/** What Apply will write: what cannot be applied first, then the changes by decision. */
export function Preview({ preview, attempt, onApply, onLookAgain, onBack }: PreviewProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const count = preview.toApply.length;
  const cycle = texts("reviews.title", { cycle: formats.cycle(preview.cycle) });
  const nothing = preview.alreadyApplied > 0 ? "reviews.nothingNew" : "reviews.nothingDecided";
  return (
    <ViewFrame
      title={texts("preview.title", { count })}
      context={[cycle, texts("preview.together")].join(texts("separator"))}
      onBack={onBack}
      dockMessage={
        attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <>
          {count > 0 ? (
            <Button
              appearance="primary"
              disabledFocusable={attempt.busy}
              icon={
                attempt.busy ? <Spinner size="extra-tiny" aria-label={texts("preview.applying")} /> : null
              }
              onClick={onApply}
            >
              {attempt.busy ? texts("preview.applying") : texts("preview.apply", { count })}
            </Button>
          ) : null}
          <Button disabledFocusable={attempt.busy} onClick={onLookAgain}>
            {texts("preview.again")}
          </Button>
        </>
      }
    >
      {preview.stopped.length > 0 ? (
        <section className={styles.messages} aria-label={texts("preview.stopped")}>
          {preview.stopped.map((row) => (
            <StoppedNote key={`${row.sheet} ${row.row}`} row={row} />
          ))}
        </section>
      ) : null}
      {count === 0 ? <p>{texts(nothing)}</p> : null}
      {preview.undecided > 0 ? (
        <p className={styles.calm}>{texts("preview.undecided", { count: preview.undecided })}</p>
      ) : null}
      {[...decisions]
        .sort((a, b) => Number(a === "keep") - Number(b === "keep"))
        .map((decision) => (
          <Changes
            key={decision}
            title={decisionName(texts, decision)}
            id={`preview-${decision}`}
            rows={preview.toApply.filter((row) => row.decision === decision)}
          />
        ))}
    </ViewFrame>
  );
}

function StoppedNote({ row }: { row: StoppedRow }) {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const go = useOutcome();
  const sentence = texts("preview.leftOut", { name: row.name, reason: issueSentence(texts, row.issue) });
  return (
    <Message intent="warning" sentence={go.issue ? issueSentence(texts, go.issue) : sentence}>
      <Button
        size="small"
        disabledFocusable={go.busy}
        onClick={() => void go.run(() => card.goTo({ sheet: row.sheet, row: row.row }))}
      >
        {texts("preview.toRow")}
      </Button>
    </Message>
  );
}

function Changes({ id, title, rows }: { id: string; title: string; rows: readonly DecisionRow[] }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id} title={title} count={rows.length} />
      <ul className={styles.list}>
        {rows.map(({ account, name, decision, tierBefore, tierAfter, reason }) => (
          <li key={account} className={styles.row}>
            <span className={styles.name}>{name}</span>
            <span className={styles.move}>
              {decision === "exit" || tierBefore !== tierAfter ? (
                <>
                  <TierBadge tier={tierBefore} />
                  <ArrowRight16Regular role="img" aria-label={texts("why.to")} />
                </>
              ) : null}
              {decision === "exit" ? (
                <Badge appearance="outline" color="informative">
                  {decisionName(texts, decision)}
                </Badge>
              ) : (
                <TierBadge tier={tierAfter} />
              )}
            </span>
            {reason ? <span className={styles.reason}>{reason}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

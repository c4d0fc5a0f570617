import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { importKinds, type ImportReceipt } from "../../workbook/import/import-job";
import { useCard } from "../card-context";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useOutcome } from "../use-outcome";
import type { ImportForm } from "./import-form";
import { ImportSteps } from "./ImportSteps";
import type { ImportWork } from "./use-import-work";

const useStyles = makeStyles({
  text: {
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, fontVariantNumeric: "tabular-nums" },
});

interface ResultProps {
  readonly work: ImportWork;
  readonly form: ImportForm;
  readonly receipt: ImportReceipt;
  /** New rows the preview announced. */
  readonly planned: number;
  readonly onBack: () => void;
}

/** What is in the workbook now, where it stands, and the way back. */
export function ImportResult({ work, form, receipt, planned, onBack }: ResultProps) {
  const { texts } = usePaneLanguage();
  const card = useCard();
  const going = useOutcome();
  const { attempt } = work;
  const { place } = receipt;
  const whole = !receipt.cancelled && receipt.issue === null && receipt.missing === 0;
  const title = receipt.cancelled ? "cancelledTitle" : whole ? "resultTitle" : "partTitle";
  const issue = attempt.issue ?? going.issue;
  return (
    <ViewFrame
      title={texts(`import.${title}`)}
      context={form.source.name}
      onBack={onBack}
      dockMessage={issue ? <Message intent="warning" sentence={issueSentence(texts, issue)} /> : null}
      actions={
        <>
          {whole ? (
            <Button appearance="primary" onClick={() => work.back("source")}>
              {texts("import.another")}
            </Button>
          ) : (
            <Button appearance="primary" onClick={() => void work.look(form)}>
              {texts("import.again")}
            </Button>
          )}
          {place ? (
            <Button onClick={() => void going.run(() => card.goTo(place))}>{texts("import.show")}</Button>
          ) : null}
          <Button
            disabledFocusable={attempt.busy}
            icon={attempt.busy ? <Spinner size="extra-tiny" aria-label={texts("import.undo")} /> : null}
            onClick={() => void work.undo()}
          >
            {texts("import.undo")}
          </Button>
        </>
      }
    >
      <ImportSteps current="import" />
      <Said receipt={receipt} planned={planned} name={form.source.name} />
    </ViewFrame>
  );
}

function Said({ receipt, planned, name }: { receipt: ImportReceipt; planned: number; name: string }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const written = importKinds.reduce((sum, table) => sum + receipt.counts[table].added, 0);
  const values = { written: formats.number(written), total: formats.number(planned) };
  const lines = importKinds.flatMap((table) => {
    const { added, changed } = receipt.counts[table];
    const line = (what: string, count: number) =>
      count > 0 ? [`${formats.number(count)} ${texts(`import.${what}.${table}`, { count })}`] : [];
    return [...line("added", added), ...line("wrote", changed)];
  });
  const left = receipt.leftOut;
  const out = left > 0 ? [`${formats.number(left)} ${texts("import.leftOut", { count: left })}`] : [];
  return (
    <>
      {receipt.cancelled ? (
        <Message intent="info" sentence={texts("import.result.cancelled", values)} />
      ) : null}
      {receipt.issue ? <Message intent="warning" sentence={issueSentence(texts, receipt.issue)} /> : null}
      {!receipt.cancelled && receipt.missing > 0 ? (
        <Message intent="warning" sentence={texts("import.result.missing", values)} />
      ) : null}
      <p className={styles.text}>{texts("import.result.written", { name })}</p>
      <ul className={styles.list}>
        {(lines.length > 0 ? [...lines, ...out] : [texts("import.result.none"), ...out]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {receipt.bounds ? <Bounds bounds={receipt.bounds} /> : null}
    </>
  );
}

/** Scores depend on them, so they are said with their figures. */
function Bounds({ bounds }: { bounds: NonNullable<ImportReceipt["bounds"]> }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const said = bounds.highs.map(({ label, high }) =>
    texts("import.bound", { label, high: formats.number(high) }),
  );
  return (
    <p className={styles.text}>
      {texts("import.bounds", {
        bounds: said.join(texts("comma")),
        minimum: formats.money(bounds.watchMinimum),
        ratio: formats.number(bounds.growingRatio, 1),
      })}
    </p>
  );
}

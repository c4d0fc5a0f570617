import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import {
  Add20Regular,
  CheckmarkCircle20Regular,
  Edit20Regular,
  Warning20Regular,
  type FluentIcon,
} from "@fluentui/react-icons";
import { importKinds, type ImportPreview, type RowReport } from "../../workbook/import/import-job";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import type { ImportForm } from "./import-form";
import { ImportSteps } from "./ImportSteps";
import { ReportList } from "./ReportLists";
import type { ImportWork } from "./use-import-work";

const useStyles = makeStyles({
  counts: { margin: 0, padding: 0, listStyleType: "none" },
  count: {
    display: "grid",
    gridTemplateColumns: "20px minmax(44px, auto) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  number: {
    textAlign: "end",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  warning: { color: tokens.colorStatusWarningForeground1 },
  message: { marginTop: tokens.spacingVerticalS },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  line: { display: "block" },
  after: { color: tokens.colorNeutralForeground1 },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface PreviewProps {
  readonly work: ImportWork;
  readonly form: ImportForm;
  readonly preview: ImportPreview;
}

/** The dry run: how much is new, changes, stays, or is left out; which rows and which cells; nothing is written yet. */
export function ImportPreviewView({ work, form, preview }: PreviewProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { attempt } = work;
  const writes = importKinds.reduce(
    (sum, table) => sum + preview.counts[table].added + preview.counts[table].changed,
    0,
  );
  return (
    <ViewFrame
      title={texts("import.previewTitle")}
      context={texts("import.context.dry", { name: form.source.name })}
      onBack={() => work.back("map")}
      dockMessage={
        attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null
      }
      actions={
        <>
          {writes > 0 ? (
            <Button appearance="primary" onClick={() => void work.write(preview)}>
              {attempt.issue ? texts("import.again") : texts("import.go", { count: writes })}
            </Button>
          ) : null}
          <Button onClick={() => work.back("map")}>{texts("import.back")}</Button>
        </>
      }
    >
      <ImportSteps current="preview" />
      {writes === 0 ? <Message intent="info" sentence={texts("import.nothing")} /> : null}
      {preview.hasSample && writes > 0 ? <SampleWarning /> : null}
      <Counts preview={preview} />
      {preview.unknown.accounts > 0 ? <UnknownAccounts work={work} form={form} preview={preview} /> : null}
      <Reports preview={preview} />
      <p className={styles.note}>{texts("import.blankNote")}</p>
    </ViewFrame>
  );
}

/** Own data in a sample cannot be told from it by eye (TP6). */
function SampleWarning() {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { toArea, open } = useRouting();
  const remove = (): void => {
    toArea("settings");
    open({ kind: "sample" });
  };
  return (
    <div className={styles.message}>
      <Message intent="warning" sentence={texts("import.sample")}>
        <Button size="small" onClick={remove}>
          {texts("import.removeSample")}
        </Button>
      </Message>
    </div>
  );
}

function Counts({ preview }: { preview: ImportPreview }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const lines = importKinds.flatMap((table) => {
    const { added, changed, same } = preview.counts[table];
    return [
      { key: `added.${table}`, count: added, Icon: Add20Regular },
      { key: `changed.${table}`, count: changed, Icon: Edit20Regular },
      { key: `same.${table}`, count: same, Icon: CheckmarkCircle20Regular },
    ];
  });
  const line = (key: string, count: number, Icon: FluentIcon, className?: string) => (
    <li key={key} className={styles.count}>
      <Icon aria-hidden className={className} />
      <span className={styles.number}>{formats.number(count)}</span>
      <span>{texts(`import.${key}`, { count })}</span>
    </li>
  );
  return (
    <ul className={styles.counts}>
      {lines.filter(({ count }) => count > 0).map(({ key, count, Icon }) => line(key, count, Icon))}
      {preview.leftOut > 0 ? line("leftOut", preview.leftOut, Warning20Regular, styles.warning) : null}
    </ul>
  );
}

function UnknownAccounts({ work, form, preview }: PreviewProps) {
  const { texts, formats } = usePaneLanguage();
  const { accounts, rows } = preview.unknown;
  const values = { accounts: formats.number(accounts), rows: formats.number(rows) };
  return (
    <Field label={texts("import.unknown.label", values)}>
      <RadioGroup
        value={form.unknownAccounts}
        onChange={(_event, { value }) =>
          void work.look({ ...form, unknownAccounts: value === "create" ? "create" : "leave-out" })
        }
      >
        <Radio value="create" label={texts("import.unknown.create")} />
        <Radio value="leave-out" label={texts("import.unknown.leaveOut")} />
      </RadioGroup>
    </Field>
  );
}

function Reports({ preview }: { preview: ImportPreview }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const section = (name: string): string => texts(`import.sections.${name}`);
  const by = (what: RowReport["what"]) => preview.reports.filter((report) => report.what === what);
  return (
    <>
      <ReportList
        id="import-first"
        title={section("first")}
        items={preview.first}
        shown={10}
        render={(report) => <StoredRow report={report} />}
      />
      <ReportList
        id="import-added"
        title={section("added")}
        items={by("added")}
        shown={0}
        render={(report) => <StoredRow report={report} />}
      />
      <ReportList
        id="import-changed"
        title={section("changed")}
        items={by("changed")}
        shown={10}
        render={(report) => <ChangedRow report={report} />}
      />
      <ReportList
        id="import-left"
        title={section("leftOut")}
        items={by("left-out")}
        shown={10}
        render={({ row, issue }) =>
          texts("import.rowNote", { row, sentence: issue ? issueSentence(texts, issue) : "" })
        }
      />
      <ReportList
        id="import-words"
        title={section("words")}
        items={preview.words}
        shown={10}
        render={({ header, word, count }) => texts("import.word", { header, word, count })}
      />
      <ReportList
        id="import-notes"
        title={section("notes")}
        items={preview.notes}
        shown={10}
        render={({ row, issue }) => (
          <span className={styles.line}>
            {texts("import.rowNote", { row, sentence: issueSentence(texts, issue) })}
          </span>
        )}
      />
    </>
  );
}

function StoredRow({ report }: { report: RowReport }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  return (
    <>
      <span className={styles.name}>{report.id}</span>{" "}
      {report.cells
        .filter(({ text }) => text !== "")
        .map(({ header, text }) => texts("import.cell", { header, text }))
        .join(texts("separator")) || report.label}
    </>
  );
}

function ChangedRow({ report }: { report: RowReport }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.name}>{report.label || report.id}</span>
      {report.cells.map(({ header, text, before }) => (
        <span key={header} className={styles.line}>
          {header} {before ? <del>{before}</del> : null} → <ins className={styles.after}>{text}</ins>
        </span>
      ))}
    </>
  );
}

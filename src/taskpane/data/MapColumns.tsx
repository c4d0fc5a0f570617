import { Button, Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { encodings } from "../../workbook/import/encodings";
import { separators } from "../../workbook/import/csv-file";
import { importKinds } from "../../workbook/import/import-job";
import { useAnnouncer } from "../announcer";
import { Message } from "../elements/Message";
import { ViewFrame } from "../elements/ViewFrame";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { asKind, canSum, obstacle, type ImportForm } from "./import-form";
import { ImportSteps } from "./ImportSteps";
import { MapRow } from "./MapRow";
import { csvOf, type ImportWork } from "./use-import-work";
import { sourceLine, separatorName } from "./source-line";

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, flexBasis: "130px", minWidth: 0, "& select": { width: "100%", minWidth: 0 } },
  heads: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 16px minmax(0, 1.15fr)",
    columnGap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  goesTo: { gridColumn: 3 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  boxes: { display: "flex", flexDirection: "column", marginTop: tokens.spacingVerticalS },
});

/** What each column of the source is; proposed from its name, remembered for the next time. */
export function MapColumns({ work, form }: { work: ImportWork; form: ImportForm }) {
  const styles = useStyles();
  const { texts, formats, language } = usePaneLanguage();
  const announcer = useAnnouncer();
  const [asked, setAsked] = useState(false);
  const missing = obstacle(form, language, texts);
  const { attempt } = work;
  const look = (): void => {
    setAsked(true);
    if (missing) announcer.alert(missing);
    else void work.look(form);
  };
  const problem = attempt.issue ? issueSentence(texts, attempt.issue) : asked ? missing : null;
  return (
    <ViewFrame
      title={texts(`import.mapTitle.${form.kind}`)}
      context={sourceLine(texts, formats, form.source)}
      onBack={() => work.back("source")}
      dockMessage={problem ? <Message intent="warning" sentence={problem} /> : null}
      actions={
        <>
          <Button appearance="primary" onClick={look}>
            {texts("import.preview")}
          </Button>
          <Button onClick={() => work.back("source")}>{texts("import.back")}</Button>
        </>
      }
    >
      <ImportSteps current="map" />
      <SourceForm work={work} form={form} />
      <div className={styles.heads} aria-hidden>
        <span>{texts("import.yours")}</span>
        <span className={styles.goesTo}>{texts("import.goesTo")}</span>
      </div>
      <ul className={styles.list}>
        {form.facts.map((facts, index) => (
          <MapRow key={`${index} ${facts.header}`} form={form} index={index} onChange={work.setForm} />
        ))}
      </ul>
      <Boxes work={work} form={form} />
    </ViewFrame>
  );
}

/** What the rows are, and how the file is written. */
function SourceForm({ work, form }: { work: ImportWork; form: ImportForm }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const csv = csvOf(form.source);
  return (
    <>
      <Field label={texts("import.kind")}>
        <Select
          value={form.kind}
          onChange={(_event, { value }) => {
            const kind = importKinds.find((one) => one === value);
            if (kind) work.setForm(asKind(form, kind));
          }}
        >
          {importKinds.map((kind) => (
            <option key={kind} value={kind}>
              {texts(`import.kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {csv ? (
        <div className={styles.fields}>
          <Field className={styles.field} size="small" label={texts("import.encoding")}>
            <Select
              value={csv.form.encoding}
              onChange={(_event, { value }) => {
                const encoding = encodings.find((one) => one === value);
                if (encoding) work.reopen({ encoding });
              }}
            >
              {encodings.map((one) => (
                <option key={one} value={one}>
                  {texts(`import.encodings.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field className={styles.field} size="small" label={texts("import.separator")}>
            <Select
              value={csv.form.separator}
              onChange={(_event, { value }) => {
                const separator = separators.find((one) => one === value);
                if (separator) work.reopen({ encoding: csv.form.encoding, separator });
              }}
            >
              {separators.map((one) => (
                <option key={one} value={one}>
                  {separatorName(texts, one)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      ) : null}
      {csv && csv.unreadCells > 0 ? (
        <Message
          intent="warning"
          sentence={texts("import.unread", { cells: formats.number(csv.unreadCells) })}
        />
      ) : null}
    </>
  );
}

function Boxes({ work, form }: { work: ImportWork; form: ImportForm }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const nulls = form.facts.reduce((sum, facts) => sum + facts.nulls, 0);
  const sum = canSum(form);
  return (
    <div className={styles.boxes}>
      {nulls > 0 ? (
        <Checkbox
          label={texts("import.nulls", { cells: formats.number(nulls) })}
          checked={form.nullIsBlank}
          onChange={(_event, { checked }) => work.setForm({ ...form, nullIsBlank: checked === true })}
        />
      ) : null}
      {sum === "no" ? null : (
        <Checkbox
          label={texts(sum === "must" ? "import.perMonthForced" : "import.perMonth")}
          checked={form.perMonth}
          disabled={sum === "must"}
          onChange={(_event, { checked }) => work.setForm({ ...form, perMonth: checked === true })}
        />
      )}
      <Checkbox
        label={texts("import.remember")}
        checked={form.remember}
        onChange={(_event, { checked }) => work.setForm({ ...form, remember: checked === true })}
      />
    </div>
  );
}

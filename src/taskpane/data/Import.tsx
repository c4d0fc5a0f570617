import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ProgressSteps } from "../elements/ProgressSteps";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { ImportPreviewView } from "./ImportPreviewView";
import { ImportResult } from "./ImportResult";
import { ImportUndone } from "./ImportUndone";
import { MapColumns } from "./MapColumns";
import { SourceChoices } from "./SourceChoices";
import { useImportWork } from "./use-import-work";

const useStyles = makeStyles({
  waiting: { marginTop: tokens.spacingVerticalL, justifyContent: "flex-start" },
});

/** One import: choose the rows, say what their columns are, see what will change, write it. */
export function Import() {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { back } = useRouting();
  const work = useImportWork();
  const { step, form } = work;
  if (step.kind === "writing" && form) {
    const name = texts("import.writing", { name: form.source.name });
    return (
      <ViewFrame title={name} focusHeading={false}>
        <ProgressSteps name={name} cancelEffect={texts("import.cancelEffect")} />
      </ViewFrame>
    );
  }
  if (step.kind === "reading" || step.kind === "checking") {
    const reading = step.kind === "reading";
    const label = reading
      ? texts("import.reading", { rows: formats.number(step.rows) })
      : texts("import.checking");
    return (
      <ViewFrame title={texts("import.title")} onBack={() => work.back(reading ? "source" : "map")}>
        <Spinner className={styles.waiting} size="tiny" label={label} />
      </ViewFrame>
    );
  }
  if (step.kind === "map" && form) return <MapColumns key="map" work={work} form={form} />;
  if (step.kind === "preview" && form)
    return <ImportPreviewView work={work} form={form} preview={step.preview} />;
  if (step.kind === "result" && form)
    return (
      <ImportResult work={work} form={form} receipt={step.receipt} planned={step.planned} onBack={back} />
    );
  if (step.kind === "undone") return <ImportUndone work={work} receipt={step.receipt} onBack={back} />;
  return <SourceChoices work={work} onBack={back} />;
}

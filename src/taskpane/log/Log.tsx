import { Button, Link, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { LogDraft } from "../../workbook/card";
import { useModel } from "../card-context";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { useRouting } from "../routing";
import { useEnterSaves } from "./enter-saves";
import { isBlank } from "./log-form";
import { LogFields, type FocusField, type Register } from "./LogFields";
import { SaveMessage } from "./SaveMessage";
import { useLogForm, type LogForm } from "./use-log-form";

const useStyles = makeStyles({
  // Hears the keys of the whole form without a box of its own.
  keys: { display: "contents" },
  hint: {
    marginLeft: "auto",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  save: { minWidth: "96px" },
  kept: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground2,
  },
  link: { fontSize: tokens.fontSizeBase200 },
});

const focusFields = ["name", "account", "content"] as const satisfies readonly FocusField[];

function firstToFill(form: LogForm): FocusField {
  if (form.askName) return "name";
  return form.draft.accounts.length === 0 ? "account" : "content";
}

/** Says that the entry was left earlier and kept, or that another one waits. */
function KeptNote({ form }: { form: LogForm }) {
  const styles = useStyles();
  const texts = useTexts();
  const model = useModel();
  const nameOf = ({ accounts }: LogDraft): string =>
    (accounts[0] && model.accounts.get(accounts[0])?.account.name) || texts("log.noAccount");
  if (form.resumed)
    return (
      <span className={styles.kept}>
        {texts("log.kept")}{" "}
        <Link as="button" className={styles.link} onClick={form.startOver}>
          {texts("log.startOver")}
        </Link>
      </span>
    );
  const { waiting } = form;
  if (!waiting || !isBlank(form.draft)) return null;
  return (
    <Link as="button" className={styles.link} onClick={() => form.resume(waiting)}>
      {texts("log.resume", { name: nameOf(waiting) })}
    </Link>
  );
}

/** Log a visit, call or revisit: by keyboard alone, nothing lost, success only after the row was seen. */
export function Log(opening: { account: string | null; interaction?: "visit" | "call" | undefined }) {
  const styles = useStyles();
  const texts = useTexts();
  const { back } = useRouting();
  const form = useLogForm(opening);
  const elements = useRef(new Map<FocusField, HTMLElement>());
  const register: Register = (field) => (element) => {
    if (element) elements.current.set(field, element);
    else elements.current.delete(field);
  };
  const start = useRef(firstToFill(form));
  useEffect(() => elements.current.get(start.current)?.focus(), []);
  const save = async (): Promise<void> => {
    const result = await form.save();
    if (result === "stopped") return;
    const wanted = result === "saved" ? "account" : focusFields.find((field) => result.includes(field));
    if (wanted) elements.current.get(wanted)?.focus();
  };
  const keys = useEnterSaves(() => void save());
  const title = texts(`log.title.${form.draft.kind}`);
  return (
    <div className={styles.keys} {...keys}>
      <ViewFrame
        title={title}
        focusHeading={false}
        onBack={back}
        beside={<KeptNote form={form} />}
        dockMessage={<SaveMessage form={form} />}
        actions={
          <>
            <Button
              className={styles.save}
              appearance="primary"
              disabledFocusable={form.busy}
              icon={form.busy ? <Spinner size="extra-tiny" aria-label={texts("log.saving")} /> : null}
              onClick={() => void save()}
            >
              {form.busy ? texts("log.saving") : texts(form.issue ? "log.saveAgain" : "log.save")}
            </Button>
            <Button onClick={back}>{texts("log.leave")}</Button>
            <span className={styles.hint}>{texts("log.enterSaves")}</span>
          </>
        }
      >
        <LogFields form={form} register={register} />
      </ViewFrame>
    </div>
  );
}

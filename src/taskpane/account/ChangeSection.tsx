import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Outcome } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { Message } from "../elements/Message";
import { SectionTitle } from "../elements/SectionTitle";
import { useFocusAfter } from "../elements/use-focus-after";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";
import { useOutcome } from "../use-outcome";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: {
    flexGrow: 1,
    minWidth: "140px",
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What the form of a section is given. */
export interface ChangeForm<Done> {
  readonly busy: boolean;
  save(write: () => Promise<Outcome<Done>>): void;
  close(): void;
}

interface ChangeSectionProps<Done> {
  /** Of the heading, for the section's name. */
  readonly id: string;
  readonly title: string;
  /** How it stands. */
  readonly standing: string;
  readonly open: string;
  /** What was written last, and whoever keeps it. */
  readonly done: Done | null;
  readonly onDone: (done: Done | null) => void;
  readonly sentence: (done: Done) => string;
  readonly takeBack: (done: Done) => Promise<Outcome<unknown>>;
  readonly form: (props: ChangeForm<Done>) => ReactNode;
}

/** Something of an account that a form changes: how it stands, the form, then what was written with its way back (TP8). */
export function ChangeSection<Done>(props: ChangeSectionProps<Done>) {
  const { id, title, standing, open, done, onDone, sentence, takeBack, form } = props;
  const styles = useStyles();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const attempt = useOutcome();
  const [editing, setEditing] = useState(false);
  const opener = useFocusAfter(editing);
  const save = async (write: () => Promise<Outcome<Done>>): Promise<void> => {
    const written = await attempt.run(write);
    if (!written) return;
    setEditing(false);
    onDone(written);
    announcer.say(sentence(written));
  };
  const undo = async (written: Done): Promise<void> => {
    const outcome = await attempt.run(async () => {
      const taken = await takeBack(written);
      return taken.ok ? { ok: true, value: true } : taken;
    });
    if (!outcome) return;
    onDone(null);
    announcer.say(texts("today.undone"));
  };
  return (
    <section aria-labelledby={id}>
      <SectionTitle id={id} title={title} />
      {attempt.issue ? <Message intent="warning" sentence={issueSentence(texts, attempt.issue)} /> : null}
      {done && !attempt.issue ? (
        <Message intent="success" sentence={sentence(done)}>
          <Button size="small" disabledFocusable={attempt.busy} onClick={() => void undo(done)}>
            {texts("undo")}
          </Button>
        </Message>
      ) : null}
      {editing ? (
        form({ busy: attempt.busy, save: (write) => void save(write), close: () => setEditing(false) })
      ) : (
        <div className={styles.line}>
          <span className={styles.text}>{standing}</span>
          <Button ref={opener} size="small" onClick={() => setEditing(true)}>
            {open}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ChangeFieldsProps {
  readonly save: string;
  readonly busy: boolean;
  /** What was typed can be written. */
  readonly right: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** The fields; what is wrong with them shows once Save was pressed. */
  readonly children: (tried: boolean) => ReactNode;
}

/** The fields of such a form with Save and Cancel. */
export function ChangeFields({ save, busy, right, onSave, onClose, children }: ChangeFieldsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (right && !busy) onSave();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {children(tried)}
      <div className={styles.line}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={busy}>
          {busy ? texts("log.saving") : save}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts("cancel")}
        </Button>
      </div>
    </form>
  );
}

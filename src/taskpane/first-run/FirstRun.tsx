import { Button, Field, Input, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ContactCard32Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { languages, type Language } from "../../core/units";
import type { CardState } from "../../workbook/card";
import { useAnnouncer } from "../announcer";
import { useCard, useEnvironment } from "../card-context";
import { Message } from "../elements/Message";
import { issueIntent, issueSentence } from "../issue-sentence";
import { usePaneLanguage, useTexts } from "../language";
import { useOutcome } from "../use-outcome";
import { BringBack } from "./BringBack";
import { FIRST_HINT } from "./first-hint";
import { FoundNote } from "./FoundNote";
import { SetUpProgress } from "./SetUpProgress";

const useStyles = makeStyles({
  view: {
    height: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  main: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    // Office draws its own menu over the top right corner.
    padding: `56px ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
    scrollbarWidth: "thin",
  },
  mark: {
    flexShrink: 0,
    width: "44px",
    height: "44px",
    display: "grid",
    placeItems: "center",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  buttons: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  footer: {
    flexShrink: 0,
    minHeight: "28px",
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalNone} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  paneLanguage: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

type NoCard = Extract<CardState, { kind: "none" }>;

/** One promise, one choice, one primary button. */
export function FirstRun({ state }: { state: NoCard }) {
  const styles = useStyles();
  const card = useCard();
  const environment = useEnvironment();
  const { texts, language, choose } = usePaneLanguage();
  const [workbookLanguage, setWorkbookLanguage] = useState<Language>(language);
  const [name, setName] = useState(environment.author());
  const attempt = useOutcome();
  const announcer = useAnnouncer();
  const setUp = async (sample: boolean): Promise<void> => {
    environment.setAuthor(name.trim());
    // Written before the card appears: this view is gone the moment the workbook holds one.
    environment.storage.set(FIRST_HINT, sample ? "sample" : "empty");
    announcer.say(texts("first.working"));
    const done = await attempt.run(() => card.setUp({ language: workbookLanguage, sample }));
    if (done) announcer.say(texts("first.done"));
    else environment.storage.set(FIRST_HINT, null);
  };
  const otherLanguage = languages.find((one) => one !== language) ?? language;
  return (
    <div className={styles.view}>
      <main className={styles.main}>
        <span className={styles.mark}>
          <ContactCard32Regular />
        </span>
        {attempt.busy ? (
          <SetUpProgress />
        ) : (
          <>
            <Intro />
            {state.readOnly ? <Message intent="warning" sentence={texts("first.readOnly")} /> : null}
            {state.found?.structureLocked ? (
              <Message intent="warning" sentence={texts("first.locked")} />
            ) : null}
            <BringBack />
            <FoundNote state={state} language={workbookLanguage} />
            <WorkbookLanguage language={workbookLanguage} onChoose={setWorkbookLanguage} />
            <Field label={texts("person.name")} hint={texts("person.hint")}>
              <Input value={name} autoComplete="name" onChange={(_event, data) => setName(data.value)} />
            </Field>
            {attempt.issue ? (
              <Message intent={issueIntent(attempt.issue)} sentence={issueSentence(texts, attempt.issue)} />
            ) : null}
            <div className={styles.buttons}>
              <Button appearance="primary" size="large" onClick={() => void setUp(false)}>
                {texts("first.setUp")}
              </Button>
              <Button size="large" onClick={() => void setUp(true)}>
                {texts("first.sample")}
              </Button>
            </div>
            <p className={styles.small}>{texts("first.ownData")}</p>
            <p className={styles.small}>{texts("first.privacy")}</p>
          </>
        )}
      </main>
      <footer className={styles.footer}>
        <span>{texts("about.product", { version: environment.version })}</span>
        <Link
          as="button"
          lang={otherLanguage}
          className={styles.paneLanguage}
          onClick={() => {
            choose(otherLanguage);
            setWorkbookLanguage(otherLanguage);
          }}
        >
          {texts(`language.${otherLanguage}`)}
        </Link>
      </footer>
    </div>
  );
}

function Intro() {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div>
      <h1 className={styles.title}>{texts("first.title")}</h1>
      <p className={styles.text}>{texts("first.text")}</p>
    </div>
  );
}

function WorkbookLanguage(props: { language: Language; onChoose: (language: Language) => void }) {
  const texts = useTexts();
  return (
    <Field label={texts("first.language")} hint={texts("first.languageHint")}>
      <Select
        value={props.language}
        onChange={(_event, data) =>
          props.onChoose(languages.find((one) => one === data.value) ?? props.language)
        }
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {texts(`language.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

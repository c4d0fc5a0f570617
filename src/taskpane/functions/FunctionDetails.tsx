import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEnvironment } from "../card-context";
import { usePaneLanguage } from "../language";
import type { CatalogueFunction } from "./catalogue";
import { ExampleResult } from "./ExampleResult";
import type { ExampleInserting } from "./use-insert-example";

const useStyles = makeStyles({
  details: {
    gridColumn: "1 / -1",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  title: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  parameters: { margin: 0 },
  parameter: { marginTop: tokens.spacingVerticalXXS },
  explained: { margin: `0 0 0 ${tokens.spacingHorizontalM}` },
  code: { fontFamily: tokens.fontFamilyMonospace },
  quiet: { color: tokens.colorNeutralForeground2 },
  example: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
});

interface FunctionDetailsProps {
  readonly id: string;
  readonly shown: CatalogueFunction;
  readonly inserting: ExampleInserting;
}

/** What a function answers, when not to use it, its arguments, and its example with the result. */
export function FunctionDetails({ id, shown, inserting }: FunctionDetailsProps) {
  const styles = useStyles();
  const { texts, language } = usePaneLanguage();
  const { openUrl } = useEnvironment();
  // The pages stand beside the pane's own.
  const page = () => new URL(`help/${language}/${shown.id.toLowerCase()}.html`, document.baseURI).href;
  return (
    <div id={id} className={styles.details}>
      <h4 className={styles.title}>{texts("catalogue:answers")}</h4>
      <p className={styles.text}>{shown.answers}</p>
      <h4 className={styles.title}>{texts("catalogue:notFor")}</h4>
      <p className={styles.text}>{shown.notFor}</p>
      {shown.parameters.length > 0 ? <Parameters shown={shown} /> : null}
      <h4 className={styles.title}>{texts("catalogue:example")}</h4>
      <p className={styles.text}>{shown.example}</p>
      <div className={styles.example}>
        <code className={styles.code} lang="en">
          {inserting.formulaOf(shown)}
        </code>
        <ExampleResult shown={shown} />
      </div>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={inserting.busy} onClick={() => inserting.insert(shown)}>
          {texts("catalogue:insert")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => openUrl(page())}>
          {texts("catalogue:page")}
        </Button>
      </div>
    </div>
  );
}

function Parameters({ shown: { parameters } }: { readonly shown: CatalogueFunction }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  return (
    <>
      <h4 className={styles.title}>{texts("catalogue:arguments")}</h4>
      <dl className={styles.parameters}>
        {parameters.map(({ name, optional, text }) => (
          <div key={name} className={styles.parameter}>
            <dt>
              <code className={styles.code} lang="en">
                {name}
              </code>
              {optional ? <span className={styles.quiet}> {texts("catalogue:optional")}</span> : null}
            </dt>
            <dd className={styles.explained}>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

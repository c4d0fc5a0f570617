import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { languages } from "../../core/units";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";

const AS_OFFICE = "office";

const useStyles = makeStyles({ field: { marginTop: tokens.spacingVerticalM } });

/** Changes at once; the workbook keeps its own language. */
export function LanguageChoice() {
  const styles = useStyles();
  const { texts, chosen, choose } = usePaneLanguage();
  const { back } = useRouting();
  return (
    <ViewFrame title={texts("settings.language")} onBack={back}>
      <Field
        className={styles.field}
        label={texts("settings.paneLanguage")}
        hint={texts("settings.languageHint")}
      >
        <RadioGroup
          value={chosen ?? AS_OFFICE}
          onChange={(_event, data) => choose(languages.find((one) => one === data.value) ?? null)}
        >
          <Radio value={AS_OFFICE} label={texts("settings.asOffice")} />
          {languages.map((one) => (
            <Radio key={one} value={one} label={{ children: texts(`language.${one}`), lang: one }} />
          ))}
        </RadioGroup>
      </Field>
    </ViewFrame>
  );
}

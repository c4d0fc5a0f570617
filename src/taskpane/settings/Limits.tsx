import { Field, Input, makeStyles, Slider, tokens } from "@fluentui/react-components";
import type { CardSettings } from "../../core/records";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";
import { limitProblem, limits, numberOf, type CriteriaForm, type Limit } from "./criteria-form";

const useStyles = makeStyles({
  limits: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalSNudge },
  cut: { display: "grid", gridTemplateColumns: "88px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS },
  figure: { minWidth: 0, width: "100%" },
});

interface LimitsProps {
  readonly form: CriteriaForm;
  /** The settings in force. */
  readonly shown: CardSettings;
  readonly onChange: (form: CriteriaForm) => void;
}

/** Cuts, band and the limits of the watch rules; each says what it was once it is another one. */
export function Limits({ form, shown, onChange }: LimitsProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const change = (limit: Limit, text: string): void =>
    onChange({ ...form, limits: { ...form.limits, [limit]: text } });
  const hintOf = (limit: Limit): string => {
    const [before, now] = [shown[limit], numberOf(form.limits[limit])];
    const hint = texts(`criteria.limitHint.${limit}`);
    if (before === now) return hint;
    const value = before === null ? "–" : formats.number(before, Number.isInteger(before) ? 0 : 2);
    return [texts("criteria.was", { value }), hint].join(texts("separator"));
  };
  const problemOf = (limit: Limit): string | null => {
    const problem = limitProblem(limit, form.limits[limit]);
    return problem === null ? null : texts(`criteria.problem.${problem}`);
  };
  return (
    <section aria-labelledby="limits">
      <SectionTitle id="limits" title={texts("criteria.limits")} />
      <div className={styles.limits}>
        {limits.map((limit) => (
          <Field
            key={limit}
            label={texts(`criteria.limit.${limit}`)}
            hint={hintOf(limit)}
            validationMessage={problemOf(limit)}
          >
            {(field) => (
              <div className={limit === "tierCut" ? styles.cut : undefined}>
                <Input
                  {...field}
                  className={styles.figure}
                  type="number"
                  step="any"
                  value={form.limits[limit]}
                  onChange={(_event, data) => change(limit, data.value)}
                />
                {limit === "tierCut" ? (
                  <Slider
                    aria-label={texts("criteria.slide")}
                    min={0}
                    max={100}
                    value={numberOf(form.limits[limit]) ?? shown.tierCut}
                    onChange={(_event, data) => change(limit, String(data.value))}
                  />
                ) : null}
              </div>
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}

import { Field, Input, makeStyles, type FieldProps } from "@fluentui/react-components";
import { useState } from "react";
import { dayFromIso, isoText } from "../../core/calendar/days";
import type { Day } from "../../core/units";

interface DateFieldProps {
  readonly label: string;
  /** null while the date is blank or half typed. */
  readonly day: Day | null;
  readonly onChange: (day: Day | null) => void;
  readonly required?: boolean;
  readonly hint?: FieldProps["hint"];
  readonly problem?: string | null;
  readonly readOnly?: boolean;
  readonly className?: string;
}

// The platform's field is wider than half a narrow pane unless it may shrink.
const useStyles = makeStyles({ input: { minWidth: 0, width: "100%" } });

const textOf = (day: Day | null): string => (day === null ? "" : isoText(day));

/** The platform's own date field: its keyboard, its calendar, its order of day and month. */
export function DateField(props: DateFieldProps) {
  const styles = useStyles();
  // What was typed counts as long as the day is still the one it led to.
  const [typed, setTyped] = useState({ text: textOf(props.day), day: props.day });
  const text = typed.day === props.day ? typed.text : textOf(props.day);
  return (
    <Field
      label={props.label}
      required={props.required ?? false}
      hint={props.hint}
      className={props.className ?? ""}
      validationMessage={props.problem ?? null}
    >
      <Input
        className={styles.input}
        type="date"
        value={text}
        readOnly={props.readOnly ?? false}
        onChange={(_event, data) => {
          const day = dayFromIso(data.value);
          setTyped({ text: data.value, day });
          props.onChange(day);
        }}
      />
    </Field>
  );
}

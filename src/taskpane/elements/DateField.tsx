import { Field, Input, makeStyles, type FieldProps } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { dayFromIso, isoText } from "../../core/calendar/days";
import type { Day } from "../../core/units";

interface DateFieldProps {
  readonly label: string;
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
  const [text, setText] = useState(textOf(props.day));
  const shown = useRef(props.day);
  useEffect(() => {
    // While a date is half typed the field is blank to us and must not be overwritten.
    if (shown.current === props.day) return;
    shown.current = props.day;
    setText(textOf(props.day));
  }, [props.day]);
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
          setText(data.value);
          shown.current = dayFromIso(data.value);
          props.onChange(shown.current);
        }}
      />
    </Field>
  );
}

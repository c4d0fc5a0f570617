import { Input, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  cell: { minWidth: 0, width: "100%" },
  input: {
    minWidth: 0,
    width: "100%",
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    // Arrow keys stay; their buttons would cover the figure in 320 px.
    appearance: "textfield",
    "::-webkit-inner-spin-button": { appearance: "none", margin: 0 },
  },
});

interface NumberCellProps {
  /** Names the cell: column and row, as in "Weight, Revenue". */
  readonly name: string;
  readonly text: string;
  readonly invalid: boolean;
  readonly min?: number;
  readonly step?: number | "any";
  readonly describedBy?: string | undefined;
  readonly onChange: (text: string) => void;
}

/** A figure as typed; what it means is checked when the view is saved and while it is edited. */
export function NumberCell({
  name,
  text,
  invalid,
  min,
  step = "any",
  describedBy,
  onChange,
}: NumberCellProps) {
  const styles = useStyles();
  return (
    <Input
      className={styles.cell}
      size="small"
      type="number"
      aria-label={name}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      min={min}
      step={step}
      value={text}
      input={{ className: styles.input }}
      onChange={(_event, data) => onChange(data.value)}
    />
  );
}

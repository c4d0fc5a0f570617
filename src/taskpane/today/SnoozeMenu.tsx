import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Clock20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from "react";
import type { Day } from "../../core/units";
import { useModel } from "../card-context";
import { DateField } from "../elements/DateField";
import { usePaneLanguage } from "../language";
import { snoozeDays } from "./snooze-days";

const useStyles = makeStyles({
  place: { position: "relative", display: "flex", flexShrink: 0 },
  button: { minWidth: "24px", maxWidth: "24px", height: "24px", padding: tokens.spacingHorizontalNone },
  popup: {
    position: "absolute",
    zIndex: 10,
    top: "100%",
    right: 0,
    width: "max-content",
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    display: "flex",
    flexDirection: "column",
  },
  item: { justifyContent: "space-between", fontWeight: tokens.fontWeightRegular, minHeight: "32px" },
  date: {
    marginLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  pick: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXS,
  },
});

interface SnoozeMenuProps {
  /** "Snooze visit, Berglunds snabbköp". */
  readonly name: string;
  readonly title: string;
  readonly onChoose: (day: Day) => void;
}

/** Tomorrow, Friday, next Monday, or a date: closes by itself when the focus leaves it. */
export function SnoozeMenu({ name, title, onChoose }: SnoozeMenuProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open || event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    close();
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div className={styles.place} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        ref={opener}
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={<Clock20Regular />}
        aria-label={name}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open ? <SnoozePopup name={name} onChoose={onChoose} /> : null}
    </div>
  );
}

function SnoozePopup({ name, onChoose }: Pick<SnoozeMenuProps, "name" | "onChoose">) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { asOf } = useModel();
  const [picking, setPicking] = useState(false);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    popup.current?.querySelector<HTMLElement>("[role=menuitem], input")?.focus();
    popup.current?.scrollIntoView?.({ block: "nearest" });
  }, [picking]);
  if (picking) return <PickDate onChoose={onChoose} popup={popup} />;
  return (
    <div ref={popup} className={styles.popup} role="menu" aria-label={name} onKeyDown={walkItems}>
      {snoozeDays(asOf).map((choice) => (
        <Button
          key={choice.name}
          role="menuitem"
          className={styles.item}
          appearance="subtle"
          onClick={() => onChoose(choice.day)}
        >
          {texts(`snooze.${choice.name}`)}
          <span className={styles.date}>{formats.date(choice.day)}</span>
        </Button>
      ))}
      <Button role="menuitem" className={styles.item} appearance="subtle" onClick={() => setPicking(true)}>
        {texts("snooze.pick")}
      </Button>
    </div>
  );
}

/** Arrows, Home and End walk the menu; they must not walk the rows behind it. */
function walkItems(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const here = items.findIndex((item) => item === document.activeElement);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: (here + 1) % items.length,
    ArrowUp: (here + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = items[steps[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

function PickDate({
  onChoose,
  popup,
}: {
  onChoose: (day: Day) => void;
  popup: RefObject<HTMLDivElement | null>;
}) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const { asOf } = useModel();
  const [day, setDay] = useState<Day | null>(asOf + 1);
  const [tried, setTried] = useState(false);
  const problem = day === null || day <= asOf ? texts("snooze.later") : null;
  const set = (): void => {
    setTried(true);
    if (day !== null && problem === null) onChoose(day);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The date field's own arrows must not walk the rows behind it.
    event.stopPropagation();
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) set();
  };
  return (
    <div
      ref={popup}
      className={styles.popup}
      role="group"
      aria-label={texts("snooze.pick")}
      onKeyDown={(event) => (event.key === "Escape" ? undefined : onKeyDown(event))}
    >
      <div className={styles.pick}>
        <DateField
          label={texts("snooze.date")}
          day={day}
          onChange={setDay}
          problem={tried ? problem : null}
        />
        <Button size="small" onClick={set}>
          {texts("snooze.set")}
        </Button>
      </div>
    </div>
  );
}

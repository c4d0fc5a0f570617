import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from "react";

const useStyles = makeStyles({
  list: { display: "flex", alignItems: "stretch", minWidth: 0 },
  tab: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    columnGap: tokens.spacingHorizontalXXS,
    padding: tokens.spacingHorizontalSNudge,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    "::after": {
      content: '""',
      position: "absolute",
      bottom: 0,
      left: tokens.spacingHorizontalSNudge,
      right: tokens.spacingHorizontalSNudge,
      height: tokens.strokeWidthThick,
      borderRadius: tokens.borderRadiusCircular,
    },
    ":hover": { color: tokens.colorNeutralForeground2Hover },
    ":hover::after": { backgroundColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
    "@media (forced-colors: active)": { ":hover::after": { backgroundColor: "Highlight" } },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": { backgroundColor: tokens.colorCompoundBrandStroke },
    ":hover::after": { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    "@media (forced-colors: active)": { "::after": { backgroundColor: "Highlight" } },
  },
  words: { display: "grid" },
  said: { gridArea: "1 / 1" },
  room: { gridArea: "1 / 1", visibility: "hidden", fontWeight: tokens.fontWeightSemibold },
});

export interface TabItem<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Shown instead of the text, which then names it. */
  readonly icon?: ReactElement;
  /** Behind the text. */
  readonly after?: ReactNode;
  readonly className?: string;
  readonly id?: string;
  /** Id of the panel it shows. */
  readonly panel?: string;
}

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Value>[];
  /** null: none of them is on show. */
  readonly chosen: Value | null;
  readonly className?: string;
  onChoose(value: Value): void;
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/**
 * Tabs after the ARIA pattern: one stop for the Tab key, arrows between them, Enter or Space chooses. The stop goes with
 * the focus, since Excel on the web leads nowhere from elsewhere (docs/adr/0006). Fluent's own tabs bring 24 kB of focus
 * handling into the first paint (docs/adr/0007).
 */
export function Tabs<Value extends string>({ label, items, chosen, className, onChoose }: TabsProps<Value>) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<Value | null>(null);
  const stop = Math.max(
    0,
    items.findIndex(({ value }) => value === (focused ?? chosen)),
  );
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
  };
  const move = (event: KeyboardEvent): void => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>("[role=tab]") ?? [])];
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const next = steps[event.key]?.(at, tabs.length);
    if (next === undefined || at < 0) return;
    event.preventDefault();
    tabs[next]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.list, className)}
      onKeyDown={move}
      onBlur={onBlur}
    >
      {items.map((item, index) => (
        <button
          key={item.value}
          type="button"
          role="tab"
          id={item.id}
          aria-selected={item.value === chosen}
          aria-controls={item.panel}
          aria-label={item.icon ? item.text : undefined}
          title={item.icon ? item.text : undefined}
          tabIndex={index === stop ? 0 : -1}
          className={mergeClasses(styles.tab, item.value === chosen && styles.chosen, item.className)}
          onFocus={() => setFocused(item.value)}
          onClick={() => onChoose(item.value)}
        >
          {item.icon ?? <Words text={item.text} />}
          {item.after}
        </button>
      ))}
    </div>
  );
}

/** Twice in the same place, once bold and unseen: choosing a tab then moves nothing. */
function Words({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.words}>
      <span className={styles.said}>{text}</span>
      <span className={styles.room} aria-hidden>
        {text}
      </span>
    </span>
  );
}

import { Button, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { AccountFigures } from "../../core/figures";
import type { Interaction } from "../../core/records";
import { useCardState } from "../card-context";
import { usePaneLanguage } from "../language";
import { kindName } from "../names";
import { useRouting } from "../routing";
import { KindIcon } from "./KindIcon";
import { MonthColumns } from "./MonthColumns";
import { timelineOf, type OrderDay, type TimelineEntry, type TimelineFilter } from "./timeline";

const PAGE = 12;
const filters = ["all", "contacts", "orders"] as const satisfies readonly TimelineFilter[];

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: {
    display: "grid",
    gridTemplateColumns: "56px 16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalSNudge,
    paddingBottom: tokens.spacingVerticalXS,
  },
  date: {
    textAlign: "end",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  icon: { color: tokens.colorNeutralForeground3, paddingTop: tokens.spacingVerticalXXS },
  text: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  kind: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  more: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  empty: { marginTop: tokens.spacingVerticalM, marginBottom: tokens.spacingVerticalS },
});

function useDetails(): (interaction: Interaction) => readonly string[] {
  const { texts, formats } = usePaneLanguage();
  return ({
    contacts,
    result,
    usage,
    newNeeds,
    productsIntroduced,
    nextAction,
    nextDate,
    author,
    source,
  }) => {
    const named = (key: string, text: string): string => (text ? texts(key, { text }) : "");
    const date = nextDate === null ? "" : formats.weekdayDate(nextDate);
    const next = [nextAction, date].filter(Boolean).join(texts("separator"));
    return [
      named("timeline.result", result),
      named("timeline.usage", usage),
      named("timeline.newNeeds", newNeeds),
      named("timeline.introduced", productsIntroduced),
      named("timeline.next", next),
      // Rows typed by hand carry no author.
      [named("timeline.with", contacts), author, source].filter(Boolean).join(texts("separator")),
    ].filter(Boolean);
  };
}

function Entry({
  day,
  kind,
  children,
}: {
  day: number;
  kind: Interaction["kind"] | "order";
  children: ReactNode;
}) {
  const styles = useStyles();
  const { formats } = usePaneLanguage();
  return (
    <li className={styles.entry}>
      <span className={styles.date}>{formats.date(day)}</span>
      <span className={styles.icon}>
        <KindIcon kind={kind} />
      </span>
      <div>{children}</div>
    </li>
  );
}

function OrderEntry({ order }: { order: OrderDay }) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const more = order.otherProducts > 0 ? texts("timeline.moreProducts", { count: order.otherProducts }) : "";
  return (
    <Entry day={order.day} kind="order">
      <span className={styles.text}>
        <span className={styles.kind}>{texts("timeline.order")}</span> {formats.money(order.amount)}
        {order.product ? `${texts("separator")}${order.product}` : ""} {more}
      </span>
    </Entry>
  );
}

function InteractionEntry({ interaction }: { interaction: Interaction }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const details = useDetails();
  return (
    <Entry day={interaction.at} kind={interaction.kind}>
      <span className={styles.text}>
        <span className={styles.kind}>{kindName(texts, interaction.kind)}</span>{" "}
        {interaction.completed ? "" : `${texts("timeline.planned")} `}
        {interaction.content}
      </span>
      {details(interaction).map((detail) => (
        <div key={detail} className={styles.detail}>
          {detail}
        </div>
      ))}
    </Entry>
  );
}

const entryKey = (entry: TimelineEntry): string =>
  entry.kind === "order" ? `order ${entry.day}` : entry.interaction.id;

/** Revenue by month, then contacts and orders in one stream. */
export function TimelineTab({ figures }: { figures: AccountFigures }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const state = useCardState();
  const { open } = useRouting();
  const [filter, setFilter] = useState<TimelineFilter>("all");
  const [shown, setShown] = useState(PAGE);
  const purchases = state.kind === "ready" ? state.records.purchases : [];
  const entries = timelineOf(figures, purchases, filter);
  return (
    <>
      <MonthColumns monthly={figures.metrics.monthly} />
      <div className={styles.head}>
        <span>{texts("timeline.count", { count: entries.length })}</span>
        <Select
          size="small"
          aria-label={texts("timeline.filter")}
          value={filter}
          onChange={(_event, data) => setFilter(filters.find((one) => one === data.value) ?? "all")}
        >
          {filters.map((one) => (
            <option key={one} value={one}>
              {texts(`timeline.filters.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      {entries.length === 0 ? (
        <>
          <p className={styles.empty}>{texts("timeline.empty")}</p>
          <Button data-opener="first log" onClick={() => open({ kind: "log", account: figures.account.id })}>
            {texts("timeline.logFirst")}
          </Button>
        </>
      ) : null}
      <ul className={styles.list} aria-label={texts("account.tab.timeline")}>
        {entries
          .slice(0, shown)
          .map((entry) =>
            entry.kind === "order" ? (
              <OrderEntry key={entryKey(entry)} order={entry.order} />
            ) : (
              <InteractionEntry key={entryKey(entry)} interaction={entry.interaction} />
            ),
          )}
      </ul>
      {entries.length > shown ? (
        <Link as="button" className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {texts("timeline.older")}
        </Link>
      ) : null}
    </>
  );
}

import type { BatchEntry } from "../../host/host";
import { useSession } from "../session";
import { actionSummary } from "./action-summary";
import type { LoggedBatches } from "./use-batches";

/** Every batch of the add-in with its actions, sizes and time. */
export function BatchLog({ batches }: { batches: LoggedBatches }) {
  const { texts, host, book, locale } = useSession();
  const columns = [
    "number",
    "time",
    "kind",
    "actions",
    "bytesIn",
    "bytesOut",
    "milliseconds",
    "error",
  ] as const;
  return (
    <div className="wb-log">
      <div className="wb-drawer-head">
        <h2>{texts("drawer.log")}</h2>
        <span className="wb-muted">
          {texts("drawer.counts", { trips: host.roundTrips(), calls: book.liveCalls().length })}
        </span>
        <button type="button" className="wb-quiet" onClick={batches.clear}>
          {texts("drawer.clear")}
        </button>
      </div>
      <div className="wb-log-scroll" tabIndex={0} role="region" aria-label={texts("drawer.log")}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {texts(`log.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {batches.entries.map((entry) => (
              <BatchRow key={entry.id} entry={entry} locale={locale} />
            ))}
          </tbody>
        </table>
        {batches.entries.length === 0 && <p className="wb-muted">{texts("drawer.empty")}</p>}
      </div>
    </div>
  );
}

function BatchRow({ entry, locale }: { entry: BatchEntry; locale: string }) {
  const number = new Intl.NumberFormat(locale);
  return (
    <tr data-failed={entry.error ? true : undefined}>
      <td className="wb-number">{entry.id}</td>
      <td>{new Date(entry.at).toLocaleTimeString(locale)}</td>
      <td>{entry.kind}</td>
      <td className="wb-actions" title={entry.actions.join("\n")}>
        {actionSummary(entry.actions)}
      </td>
      <td className="wb-number">{number.format(entry.bytesIn)}</td>
      <td className="wb-number">{number.format(entry.bytesOut)}</td>
      <td className="wb-number">{number.format(Math.round(entry.milliseconds * 10) / 10)}</td>
      <td>{entry.error ?? ""}</td>
    </tr>
  );
}

import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Checkmark20Regular, Eye20Regular, NotepadEdit20Regular } from "@fluentui/react-icons";
import type { ReactElement, ReactNode } from "react";
import { textsFor } from "../../locales/texts";
import { useFollowedAccount } from "../account/follow-account";
import { useCard, useModel } from "../card-context";
import { EntryRow } from "../elements/EntryRow";
import { EvidenceLine } from "../elements/EvidenceLine";
import { formatsFor } from "../formats";
import { issueSentence } from "../issue-sentence";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { actionEvidence, ruleEvidence, touchEvidence, watchEvidence } from "./evidence";
import { SnoozeMenu } from "./SnoozeMenu";
import type { DueAction, DueTouch, Warning } from "./today-list";
import type { Handled, TodayLine } from "./use-handled";

const useStyles = makeStyles({
  action: {
    flexShrink: 0,
    minWidth: "24px",
    maxWidth: "24px",
    height: "24px",
    padding: tokens.spacingHorizontalNone,
  },
  issue: { display: "block", color: tokens.colorPaletteRedForeground1 },
});

/** A row on its way through Today: what it is about and what has become of it. */
interface RowProps {
  readonly line: TodayLine;
  readonly handled: Handled;
}

function useOpenAccount(): (id: string) => void {
  const { open } = useFollowedAccount();
  const { toArea } = useRouting();
  return (id) => {
    open(id);
    toArea("account");
  };
}

/** The evidence, with what kept the last verb from working under it. */
function Evidence({ line, handled, children }: RowProps & { children: ReactNode }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const issue = handled.lineOf(line.key)?.issue;
  return (
    <>
      {children}
      {issue ? <span className={styles.issue}>{issueSentence(texts, issue)}</span> : null}
    </>
  );
}

interface VerbProps extends RowProps {
  readonly verb: string;
  readonly icon: ReactElement;
  readonly opener?: string;
  readonly onClick: () => void;
}

function Verb({ line, verb, icon, opener, onClick }: VerbProps) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  return (
    <Button
      className={styles.action}
      appearance="subtle"
      size="small"
      icon={icon}
      aria-label={[verb, line.name].join(texts("comma"))}
      title={verb}
      data-opener={opener}
      onClick={onClick}
    />
  );
}

/** The verbs of a row, or a spinner while one of them works. */
function Verbs({ line, handled, children }: RowProps & { children: ReactNode }) {
  const { texts } = usePaneLanguage();
  const busy = handled.lineOf(line.key)?.state === "busy";
  return busy ? <Spinner size="extra-tiny" aria-label={texts("log.saving")} /> : children;
}

export function TouchRow({ due: { figures, touch }, ...row }: RowProps & { due: DueTouch }) {
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const { asOf } = useModel();
  const { open } = useRouting();
  const openAccount = useOpenAccount();
  const { id, name } = figures.account;
  const snooze = (day: number): void => {
    const said = texts("today.snoozed", { date: formats.weekdayDate(day) });
    void row.handled.act(row.line, said, () => card.daily.snooze(id, touch, day));
  };
  return (
    <EntryRow
      tier={figures.tierInForce}
      name={name}
      opener={`touch ${id}`}
      onOpen={() => openAccount(id)}
      evidence={
        <Evidence {...row}>
          <EvidenceLine evidence={touchEvidence({ texts, formats }, touch, asOf)} />
        </Evidence>
      }
      actions={
        <Verbs {...row}>
          <Verb
            {...row}
            verb={texts(`today.${touch.item}.log`)}
            icon={<NotepadEdit20Regular />}
            opener={`log ${id}`}
            onClick={() => open({ kind: "log", account: id, interaction: touch.item })}
          />
          <SnoozeMenu
            name={[texts(`today.${touch.item}.snooze`), name].join(texts("comma"))}
            title={texts("today.snooze")}
            onChoose={snooze}
          />
        </Verbs>
      }
    />
  );
}

export function ActionRow({ due: { figures, action }, ...row }: RowProps & { due: DueAction }) {
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const { asOf } = useModel();
  const openAccount = useOpenAccount();
  const { name } = figures.account;
  const postpone = (day: number): void => {
    const said = texts("today.postponed", { date: formats.weekdayDate(day) });
    void row.handled.act(row.line, said, () => card.daily.postpone(action, day));
  };
  return (
    <EntryRow
      tier={figures.tierInForce}
      name={name}
      opener={`action ${action.id}`}
      onOpen={() => openAccount(figures.account.id)}
      evidence={
        <Evidence {...row}>
          <EvidenceLine evidence={actionEvidence({ texts, formats }, action, asOf)} />
        </Evidence>
      }
      actions={
        <Verbs {...row}>
          <Verb
            {...row}
            verb={texts("today.done")}
            icon={<Checkmark20Regular />}
            onClick={() =>
              void row.handled.act(row.line, texts("today.isDone", { text: action.text }), () =>
                card.daily.finish(action),
              )
            }
          />
          <SnoozeMenu
            name={[texts("today.snoozePromise"), name].join(texts("comma"))}
            title={texts("today.snooze")}
            onChoose={postpone}
          />
        </Verbs>
      }
    />
  );
}

export function WarningRow({ warning, ...row }: RowProps & { warning: Warning }) {
  const { texts, formats } = usePaneLanguage();
  const card = useCard();
  const { settings, asOf } = useModel();
  const openAccount = useOpenAccount();
  const { account, tierInForce } = warning.figures;
  const evidence =
    "fired" in warning
      ? ruleEvidence({ texts, formats }, warning.fired)
      : watchEvidence({ texts, formats }, warning.entry);
  const acknowledge = () => {
    if ("entry" in warning) return card.daily.acknowledge({ account: account.id, entry: warning.entry });
    // The row in the workbook speaks the workbook's language.
    const spoken = textsFor(settings.language);
    const speech = {
      texts: spoken,
      formats: formatsFor(settings.language, spoken, asOf, settings.currency),
    };
    const { lead, rest } = ruleEvidence(speech, warning.fired);
    return card.daily.acknowledge({
      account: account.id,
      rule: warning.fired.rule,
      sentence: [lead, rest].join(spoken("separator")),
    });
  };
  return (
    <EntryRow
      tier={tierInForce}
      name={account.name}
      opener={row.line.key}
      onOpen={() => openAccount(account.id)}
      evidence={
        <Evidence {...row}>
          <EvidenceLine evidence={evidence} />
        </Evidence>
      }
      actions={
        <Verbs {...row}>
          <Verb
            {...row}
            verb={texts("today.acknowledge")}
            icon={<Eye20Regular />}
            onClick={() =>
              void row.handled.act(row.line, texts("today.noted", { warning: evidence.lead }), acknowledge)
            }
          />
        </Verbs>
      }
    />
  );
}

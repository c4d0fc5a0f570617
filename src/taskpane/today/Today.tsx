import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NotepadEdit20Regular } from "@fluentui/react-icons";
import { useFollowedAccount } from "../account/follow-account";
import { useCardState, useModel } from "../card-context";
import { EntryRow } from "../elements/EntryRow";
import { EvidenceLine } from "../elements/EvidenceLine";
import { ViewFrame } from "../elements/ViewFrame";
import { usePaneLanguage } from "../language";
import { useRouting } from "../routing";
import { actionEvidence, ruleEvidence, touchEvidence, watchEvidence } from "./evidence";
import { FirstHint } from "./FirstHint";
import { NothingDue } from "./NothingDue";
import { NotRead } from "./NotRead";
import { OwnerChoice } from "./OwnerChoice";
import { useOwnerFilter } from "./owner-filter";
import { ReviewTile } from "./ReviewTile";
import { Section } from "./Section";
import { countToday, todayOf, type DueAction, type DueTouch, type Warning } from "./today-list";

const useStyles = makeStyles({
  action: { minWidth: "24px", maxWidth: "24px", height: "24px", padding: tokens.spacingHorizontalNone },
});

function useOpenAccount(): (id: string) => void {
  const { open } = useFollowedAccount();
  const { toArea } = useRouting();
  return (id) => {
    open(id);
    toArea("account");
  };
}

function TouchRow({ figures, touch }: DueTouch) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { asOf } = useModel();
  const { open } = useRouting();
  const openAccount = useOpenAccount();
  const { id, name } = figures.account;
  const log = texts(`today.${touch.item}.log`);
  return (
    <EntryRow
      tier={figures.tierInForce}
      name={name}
      opener={`touch ${id}`}
      onOpen={() => openAccount(id)}
      evidence={<EvidenceLine evidence={touchEvidence({ texts, formats }, touch, asOf)} />}
      actions={
        <Button
          className={styles.action}
          appearance="subtle"
          size="small"
          icon={<NotepadEdit20Regular />}
          aria-label={`${log}${texts("comma")}${name}`}
          title={log}
          data-opener={`log ${id}`}
          onClick={() => open({ kind: "log", account: id, interaction: touch.item })}
        />
      }
    />
  );
}

function ActionRow({ figures, action }: DueAction) {
  const { texts, formats } = usePaneLanguage();
  const { asOf } = useModel();
  const openAccount = useOpenAccount();
  return (
    <EntryRow
      tier={figures.tierInForce}
      name={figures.account.name}
      opener={`action ${action.id}`}
      onOpen={() => openAccount(figures.account.id)}
      evidence={<EvidenceLine evidence={actionEvidence({ texts, formats }, action, asOf)} />}
    />
  );
}

function WarningRow({ warning }: { warning: Warning }) {
  const { texts, formats } = usePaneLanguage();
  const openAccount = useOpenAccount();
  const { account, tierInForce } = warning.figures;
  const evidence =
    "fired" in warning
      ? ruleEvidence({ texts, formats }, warning.fired)
      : watchEvidence({ texts, formats }, warning.entry);
  return (
    <EntryRow
      tier={tierInForce}
      name={account.name}
      opener={`warning ${account.id} ${evidence.lead}`}
      onOpen={() => openAccount(account.id)}
      evidence={<EvidenceLine evidence={evidence} />}
    />
  );
}

const warningKey = (warning: Warning): string =>
  `${warning.figures.account.id} ${"fired" in warning ? warning.fired.rule : warning.entry.id}`;

/** What to do today: visits and calls, promises, warnings; each line with its evidence and its verb. */
export function Today() {
  const { texts, formats } = usePaneLanguage();
  const model = useModel();
  const state = useCardState();
  const { owner } = useOwnerFilter();
  const list = todayOf(model, owner);
  return (
    <ViewFrame title={formats.longDate(model.asOf)} beside={<OwnerChoice />}>
      <FirstHint />
      {state.kind === "ready" ? <ReviewTile card={state} /> : null}
      {countToday(list) === 0 ? <NothingDue next={list.next} /> : null}
      <Section id="touches" title={texts("today.touches")} shown={3} more="today.more">
        {list.touches.map((due) => (
          <TouchRow key={due.figures.account.id} {...due} />
        ))}
      </Section>
      <Section id="promises" title={texts("today.promises")} shown={2} more="today.more">
        {list.promises.map((due) => (
          <ActionRow key={due.action.id} {...due} />
        ))}
      </Section>
      <Section id="warnings" title={texts("today.warnings")} shown={3} more="today.moreWarnings">
        {list.warnings.map((warning) => (
          <WarningRow key={warningKey(warning)} warning={warning} />
        ))}
      </Section>
      <NotRead />
    </ViewFrame>
  );
}

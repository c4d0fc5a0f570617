import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { AccountFigures, CardModel } from "../../core/figures";
import { AccountGroups, type GroupMember } from "../../core/groups/account-groups";
import { groupTotal } from "../../core/groups/group-total";
import type { Account } from "../../core/records";
import { useModel } from "../card-context";
import { EntryRow } from "../elements/EntryRow";
import { RowList } from "../elements/RowList";
import { SectionTitle } from "../elements/SectionTitle";
import { usePaneLanguage } from "../language";
import type { Fact } from "./file-facts";
import { Facts } from "./Facts";
import { ScoredTogether } from "./ScoredTogether";
import { useFollowedAccount } from "./follow-account";

/** Children shown before "n more". */
const SHOWN = 5;

const useStyles = makeStyles({
  more: {
    display: "inline-block",
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  note: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  label: { color: tokens.colorNeutralForeground2 },
});

function accountsIn({ accounts }: CardModel): Account[] {
  return Array.from(accounts.values(), ({ account }) => account);
}

/** Opens another card; what was pressed is gone then, so the focus goes to its heading. */
function useOpenCard(): (id: string) => void {
  const { open } = useFollowedAccount();
  return (id) => {
    open(id);
    document.querySelector<HTMLElement>("main h2")?.focus();
  };
}

/** The parent, and the accounts below with their total; tiers are each account's own (TP9). */
export function Group({ figures }: { figures: AccountFigures }) {
  const { texts } = usePaneLanguage();
  const model = useModel();
  const groups = useMemo(() => new AccountGroups(accountsIn(model)), [model]);
  const { account } = figures;
  const parent = groups.parentOf(account);
  const below = groups.below(account);
  const named = account.parent !== "" && account.parent !== account.id;
  const unknown = named && !model.accounts.has(account.parent);
  if (!parent && below.length === 0 && !unknown) return null;
  return (
    <section aria-labelledby="file-group">
      <SectionTitle
        id="file-group"
        title={texts("group:title")}
        {...(below.length > 0 ? { count: below.length } : {})}
      />
      {figures.group ? <ScoredTogether group={figures.group} /> : null}
      {parent ? <Parent parent={parent} /> : null}
      {unknown ? <UnknownParent id={account.parent} /> : null}
      {below.length > 0 ? <Below figures={figures} below={below} groups={groups} /> : null}
    </section>
  );
}

function Parent({ parent }: { parent: Account }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  const openCard = useOpenCard();
  return (
    <p className={styles.note}>
      <span className={styles.label}>{texts("group:parent")}</span>{" "}
      <Link as="button" inline className={styles.link} onClick={() => openCard(parent.id)}>
        {parent.name}
      </Link>
    </p>
  );
}

function UnknownParent({ id }: { id: string }) {
  const styles = useStyles();
  const { texts } = usePaneLanguage();
  return (
    <p className={styles.note}>
      <span className={styles.label}>{texts("group:parent")}</span> {texts("group:unknownParent", { id })}
    </p>
  );
}

interface BelowProps {
  readonly figures: AccountFigures;
  readonly below: readonly GroupMember[];
  readonly groups: AccountGroups;
}

function Below({ figures, below, groups }: BelowProps) {
  const styles = useStyles();
  const { texts, formats } = usePaneLanguage();
  const { accounts } = useModel();
  const openCard = useOpenCard();
  const [all, setAll] = useState(false);
  const members = below.flatMap((member) => {
    const found = accounts.get(member.account.id);
    return found ? [{ ...member, figures: found }] : [];
  });
  const total = groupTotal([figures, ...members.map((member) => member.figures)]);
  const facts: Fact[] = [
    { label: texts("group:accounts"), value: formats.number(total.accounts) },
    { label: texts("group:total"), value: formats.money(total.revenue12), note: texts("group:inYear") },
  ];
  if (total.profit12 !== null)
    facts.push({
      label: texts("group:profit"),
      value: formats.money(total.profit12),
      note: texts("group:inYear"),
    });
  const evidence = ({ account, level, figures: { metrics } }: (typeof members)[number]): string => {
    const revenue = texts("group:revenue", { amount: formats.money(metrics.revenue12) });
    const over = level > 1 ? texts("group:below", { name: groups.parentOf(account)?.name ?? "" }) : "";
    return [revenue, over].filter(Boolean).join(texts("separator"));
  };
  const hidden = members.length - SHOWN;
  return (
    <>
      <Facts facts={facts} />
      <RowList labelledBy="file-group">
        {(all ? members : members.slice(0, SHOWN)).map((member) => (
          <EntryRow
            key={member.account.id}
            tier={member.figures.tierInForce}
            name={member.account.name}
            opener={`group ${member.account.id}`}
            onOpen={() => openCard(member.account.id)}
            evidence={evidence(member)}
          />
        ))}
      </RowList>
      {hidden > 0 ? (
        <Link as="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts("today.fewer") : texts("group:more", { count: hidden })}
        </Link>
      ) : null}
    </>
  );
}

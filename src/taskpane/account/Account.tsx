import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { Pin20Filled, Pin20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { AccountFigures } from "../../core/figures";
import type { ChangedAccount } from "../../workbook/daily-verbs";
import { useModel } from "../card-context";
import { Tabs } from "../elements/Tabs";
import { TierBadge } from "../elements/TierBadge";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { tierName } from "../names";
import { FileTab } from "./FileTab";
import { useFollowedAccount } from "./follow-account";
import type { IdentityState } from "./Identity";
import { MetricStrip } from "./MetricStrip";
import { NoAccount } from "./NoAccount";
import { TimelineTab } from "./TimelineTab";

const useStyles = makeStyles({
  pin: { flexShrink: 0, minWidth: "28px", maxWidth: "28px", height: "28px" },
  tabs: {
    position: "sticky",
    // Covers the padding of the scrolling part.
    top: `calc(-1 * ${tokens.spacingVerticalS})`,
    zIndex: 1,
    margin: `${tokens.spacingVerticalXS} calc(-1 * ${tokens.spacingHorizontalSNudge}) ${tokens.spacingVerticalXS} calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingLeft: tokens.spacingHorizontalXXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const tabs = ["file", "timeline"] as const;
type AccountTab = (typeof tabs)[number];

/** The card of the followed account. */
export function Account() {
  const model = useModel();
  const { account } = useFollowedAccount();
  // Kept here: under a new id the card of the account is another one.
  const [changed, onChanged] = useState<ChangedAccount | null>(null);
  const figures = account === null ? undefined : model.accounts.get(account);
  return figures ? <AccountCard figures={figures} identity={{ changed, onChanged }} /> : <NoAccount />;
}

function PinButton() {
  const styles = useStyles();
  const texts = useTexts();
  const { pinned, pin } = useFollowedAccount();
  return (
    <ToggleButton
      className={styles.pin}
      appearance="subtle"
      size="small"
      icon={pinned ? <Pin20Filled /> : <Pin20Regular />}
      checked={pinned}
      aria-label={texts("account.pin")}
      title={texts("account.pin")}
      onClick={() => pin(!pinned)}
    />
  );
}

interface AccountCardProps {
  readonly figures: AccountFigures;
  readonly identity: IdentityState;
}

function AccountCard({ figures, identity }: AccountCardProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { pinned, rowNamesNone } = useFollowedAccount();
  const [tab, setTab] = useState<AccountTab>("file");
  const { account, tierInForce, openWatch } = figures;
  const tier = tierName(texts, tierInForce);
  const context = [
    openWatch.length > 0 && tierInForce === "important" ? texts("account.onWatch", { tier }) : tier,
    account.owner,
    rowNamesNone && !pinned ? texts("account.rowNamesNone") : "",
  ];
  return (
    <ViewFrame
      title={account.name}
      cutTitle
      context={context.filter(Boolean).join(texts("separator"))}
      before={<TierBadge tier={tierInForce} beside />}
      beside={<PinButton />}
    >
      <MetricStrip figures={figures} />
      <div className={styles.tabs}>
        <Tabs<AccountTab>
          label={texts("account.tabs")}
          items={tabs.map((one) => ({
            value: one,
            text: texts(`account.tab.${one}`),
            id: `account-tab-${one}`,
            panel: "account-panel",
          }))}
          chosen={tab}
          onChoose={setTab}
        />
      </div>
      <div role="tabpanel" id="account-panel" aria-labelledby={`account-tab-${tab}`}>
        {tab === "file" ? (
          <FileTab figures={figures} identity={identity} />
        ) : (
          <TimelineTab figures={figures} />
        )}
      </div>
    </ViewFrame>
  );
}

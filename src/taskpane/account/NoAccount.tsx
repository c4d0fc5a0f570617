import { useModel } from "../card-context";
import { BringIn } from "../data/BringIn";
import { EntryRow } from "../elements/EntryRow";
import { RowList } from "../elements/RowList";
import { SectionTitle } from "../elements/SectionTitle";
import { ViewFrame } from "../elements/ViewFrame";
import { useTexts } from "../language";
import { useFollowedAccount } from "./follow-account";

/** Nothing selected yet: the accounts opened last are one press away. */
export function NoAccount() {
  const texts = useTexts();
  const model = useModel();
  const { recent, open } = useFollowedAccount();
  const known = recent.flatMap((id) => model.accounts.get(id) ?? []);
  const text = model.order.length === 0 ? texts("empty.accounts") : texts("account.none");
  return (
    <ViewFrame title={texts("account.noneTitle")} context={text}>
      {model.order.length === 0 ? <BringIn opener="no account import" /> : null}
      {known.length > 0 ? (
        <section aria-labelledby="recent">
          <SectionTitle id="recent" title={texts("account.recent")} />
          <RowList labelledBy="recent">
            {known.map(({ account, tierInForce }) => (
              <EntryRow
                key={account.id}
                tier={tierInForce}
                name={account.name}
                opener={`recent ${account.id}`}
                onOpen={() => open(account.id)}
                evidence={[account.city, account.region, account.owner]
                  .filter(Boolean)
                  .join(texts("separator"))}
              />
            ))}
          </RowList>
        </section>
      ) : null}
    </ViewFrame>
  );
}

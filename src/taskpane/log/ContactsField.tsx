import { Field, Input, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useModel } from "../card-context";
import { useTexts } from "../language";
import { contactNames, toggleContact } from "./log-form";
import type { LogForm } from "./use-log-form";

const useStyles = makeStyles({
  names: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  name: { fontWeight: tokens.fontWeightRegular, minWidth: "auto" },
});

/** Names offered before the field becomes quicker than the list. */
const OFFERED = 5;

/** Who was there: the accounts' contacts by one press, anybody else by name. */
export function ContactsField({ form }: { form: LogForm }) {
  const styles = useStyles();
  const texts = useTexts();
  const model = useModel();
  const { draft, busy } = form;
  const offered = draft.accounts
    .flatMap((id) => model.accounts.get(id)?.contacts ?? [])
    .filter(({ leftOn }) => leftOn === null)
    .slice(0, OFFERED);
  const chosen = contactNames(draft.contacts);
  return (
    <div>
      <Field label={texts("log.contacts")}>
        <Input
          value={draft.contacts}
          readOnly={busy}
          autoComplete="off"
          onChange={(_event, data) => form.change({ contacts: data.value })}
        />
      </Field>
      {offered.length > 0 ? (
        <div role="group" aria-label={texts("log.contactsOffered")} className={styles.names}>
          {offered.map(({ id, name }) => (
            <ToggleButton
              key={id}
              className={styles.name}
              size="small"
              shape="circular"
              checked={chosen.includes(name)}
              onClick={() => form.change({ contacts: toggleContact(draft.contacts, name) })}
            >
              {name}
            </ToggleButton>
          ))}
        </div>
      ) : null}
    </div>
  );
}

import { Badge, Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Copy16Regular } from "@fluentui/react-icons";
import type { Contact } from "../../core/records";
import { storableText } from "../../workbook/codec/storable-text";
import { useAnnouncer } from "../announcer";
import { SectionTitle } from "../elements/SectionTitle";
import { useTexts } from "../language";
import { listName } from "../names";
import { copyText } from "./copy-text";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  contact: {
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  link: {
    fontSize: tokens.fontSizeBase200,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  copy: { minWidth: "24px", maxWidth: "24px", height: "24px", padding: tokens.spacingHorizontalNone },
});

/** An address alone: what a cell says of copies or of a subject is no part of it, and half a character is none. */
const mailTo = (email: string): string =>
  `mailto:${encodeURIComponent(storableText(email)).replaceAll("%40", "@")}`;

/** People of the account who have not left; phone and mail open the computer's own programs. */
export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  const styles = useStyles();
  const texts = useTexts();
  const present = contacts.filter(({ leftOn }) => leftOn === null);
  if (present.length === 0) return null;
  return (
    <section aria-labelledby="file-contacts">
      <SectionTitle id="file-contacts" title={texts("file.contacts")} count={present.length} />
      <ul className={styles.list}>
        {present.map(({ id, name, title, buyingRole, phone, email }) => (
          <li key={id} className={styles.contact}>
            <div className={styles.line}>
              <span className={styles.name}>{name}</span>
              {buyingRole ? (
                <Badge appearance="outline" color="informative">
                  {listName(texts, "buyingRole", buyingRole)}
                </Badge>
              ) : null}
            </div>
            {title ? <div>{title}</div> : null}
            <div className={styles.line}>
              {phone ? (
                <Link className={styles.link} href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
                  {phone}
                </Link>
              ) : null}
              {phone ? <CopyPhone name={name} phone={phone} /> : null}
              {email ? (
                <Link className={styles.link} href={mailTo(email)}>
                  {email}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CopyPhone({ name, phone }: { name: string; phone: string }) {
  const styles = useStyles();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const copy = async (): Promise<void> => {
    if (await copyText(phone)) announcer.say(texts("file.copied", { phone }));
    else announcer.alert(texts("file.notCopied"));
  };
  return (
    <Button
      className={styles.copy}
      appearance="subtle"
      size="small"
      icon={<Copy16Regular />}
      aria-label={[texts("file.copyPhone"), name].join(texts("comma"))}
      title={texts("file.copyPhone")}
      onClick={() => void copy()}
    />
  );
}

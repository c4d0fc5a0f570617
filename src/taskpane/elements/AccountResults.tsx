import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTexts } from "../language";
import type { Match } from "../find-accounts";
import { TierBadge } from "./TierBadge";
import type { AccountSearch } from "./use-account-search";

const useStyles = makeStyles({
  popup: {
    position: "absolute",
    zIndex: 10,
    top: "100%",
    left: 0,
    minWidth: "100%",
    width: "max-content",
    maxWidth: `calc(100vw - 2 * ${tokens.spacingHorizontalM})`,
    boxSizing: "border-box",
    marginTop: tokens.spacingVerticalXXS,
    paddingTop: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  option: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    "@media (forced-colors: active)": {
      outline: `${tokens.strokeWidthThick} solid Highlight`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  words: { minWidth: 0 },
  name: {
    display: "block",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  reason: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  hint: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  line: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
});

interface AccountResultsProps {
  readonly search: AccountSearch;
  /** What the keys do. */
  readonly hint: string;
}

/** Listbox under a find field while it is open; the field keeps the focus and points at the active option. */
export function AccountResults({ search, hint }: AccountResultsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { matches, active, listId } = search;
  const reason = (match: Match): string =>
    [texts(`find.reason.${match.reason}`, { found: match.found }), match.figures.account.city]
      .filter(Boolean)
      .join(texts("separator"));
  if (!search.open) return null;
  return (
    <div className={styles.popup}>
      {matches.length === 0 ? (
        <p className={styles.hint}>{texts("find.nothing")}</p>
      ) : (
        <>
          <ul id={listId} role="listbox" aria-label={texts("find.results")} className={styles.list}>
            {matches.map((match, index) => (
              <li
                key={match.figures.account.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={mergeClasses(styles.option, index === active && styles.active)}
                // The field must not lose the focus before the click arrives.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => search.choose(match)}
              >
                <TierBadge tier={match.figures.tierInForce} />
                <span className={styles.words}>
                  <span className={styles.name}>{match.figures.account.name}</span>
                  <span className={styles.reason}>{reason(match)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className={mergeClasses(styles.hint, styles.line)}>{hint}</p>
        </>
      )}
    </div>
  );
}

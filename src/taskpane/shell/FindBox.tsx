import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useRef, useState, useEffect, type KeyboardEvent } from "react";
import { useFollowedAccount } from "../account/follow-account";
import { modelOf, useCardState } from "../card-context";
import { AccountResults } from "../elements/AccountResults";
import { useAccountSearch } from "../elements/use-account-search";
import { useTexts } from "../language";
import { useRouting } from "../routing";

const useStyles = makeStyles({
  search: { position: "relative", flexGrow: 1, minWidth: 0 },
  box: { width: "100%", minWidth: 0 },
});

const narrowPane = "(max-width: 339px)";

/** Whether the pane is so narrow that the placeholder must shorten. */
function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    if (typeof window.matchMedia !== "function") return;
    const query = window.matchMedia(narrowPane);
    const follow = (): void => setNarrow(query.matches);
    follow();
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  return narrow;
}

/** Finds an account by name, short name, contact or phone and opens it. */
export function FindBox() {
  const styles = useStyles();
  const texts = useTexts();
  const narrow = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const model = modelOf(useCardState());
  const { open } = useFollowedAccount();
  const { toArea } = useRouting();
  const search = useAccountSearch(model, {
    onChoose: (match) => {
      open(match.figures.account.id);
      toArea("account");
    },
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    search.onKeyDown(event);
    // Esc closes the list first, then clears.
    if (event.key === "Escape" && !event.defaultPrevented && search.text !== "") {
      search.clear();
      event.preventDefault();
    }
  };
  return (
    <div role="search" className={styles.search}>
      <SearchBox
        ref={field}
        className={styles.box}
        aria-label={texts("find.label")}
        placeholder={texts(narrow ? "find.short" : "find.label")}
        value={search.text}
        dismiss={search.text === "" ? null : { "aria-label": texts("find.clear") }}
        input={{ ...search.combobox, type: "text" }}
        onChange={(_event, data) => search.type(data.value)}
        onKeyDown={onKeyDown}
        onBlur={() => search.close()}
      />
      <AccountResults search={search} hint={texts("find.keys")} />
    </div>
  );
}

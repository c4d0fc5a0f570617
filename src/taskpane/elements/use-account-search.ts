import { useId } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import type { CardModel } from "../../core/figures";
import { findAccounts, type Match } from "../find-accounts";
import { usePinyin, type PinyinMatch } from "../pinyin";

export interface AccountSearch {
  readonly text: string;
  readonly open: boolean;
  readonly matches: readonly Match[];
  readonly active: number;
  readonly listId: string;
  /** Attributes of the field (ARIA combobox pattern). */
  readonly combobox: {
    readonly role: "combobox";
    readonly "aria-autocomplete": "list";
    readonly "aria-expanded": boolean;
    readonly "aria-controls": string | undefined;
    readonly "aria-activedescendant": string | undefined;
  };
  type(text: string): void;
  clear(): void;
  close(): void;
  choose(match: Match): void;
  /** Arrow keys, Enter and Esc while the list is open; what it handles is marked as handled. */
  onKeyDown(event: KeyboardEvent): void;
}

interface Choice {
  readonly onChoose: (match: Match) => void;
  /** Account ids offered on arrow down while nothing is typed. */
  readonly suggested?: readonly string[];
}

const OFFERED = 6;

function matchesFor(
  model: CardModel,
  text: string,
  suggested: readonly string[],
  pinyin: PinyinMatch | null,
): readonly Match[] {
  if (text.trim() !== "") return findAccounts(model, text, OFFERED, pinyin);
  const ids = [...new Set(suggested)].slice(0, OFFERED);
  return ids.flatMap((id) => {
    const figures = model.accounts.get(id);
    return figures ? [{ figures, reason: "name", found: figures.account.name } as const] : [];
  });
}

/** Text, matches and the active option of one find field; choosing an option clears the text. */
export function useAccountSearch(model: CardModel | null, choice: Choice): AccountSearch {
  const { onChoose, suggested = [] } = choice;
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const pinyin = usePinyin(model, text);
  const listId = useId("accounts");
  const shown = open && (text.trim() !== "" || suggested.length > 0);
  const matches = shown && model ? matchesFor(model, text, suggested, pinyin) : [];
  const listed = shown && matches.length > 0;
  const show = (next: string): void => {
    setText(next);
    setActive(0);
    setOpen(true);
  };
  const choose = (match: Match): void => {
    setText("");
    setOpen(false);
    onChoose(match);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const chosen = matches[active];
    if (!shown) {
      if (event.key !== "ArrowDown" || (text.trim() === "" && suggested.length === 0)) return;
      show(text);
    } else if (event.key === "ArrowDown") setActive(Math.min(active + 1, matches.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Escape") setOpen(false);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else return;
    event.preventDefault();
  };
  return {
    text,
    open: shown,
    matches,
    active,
    listId,
    combobox: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": listed,
      "aria-controls": listed ? listId : undefined,
      "aria-activedescendant": listed ? `${listId}-${active}` : undefined,
    },
    type: show,
    clear: () => {
      setText("");
      setOpen(false);
    },
    close: () => setOpen(false),
    choose,
    onKeyDown,
  };
}

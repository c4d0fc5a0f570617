import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type PropsWithChildren,
} from "react";
import { useCard, useEnvironment } from "../card-context";

interface FollowedAccount {
  /** The account on show; stays when the selection names none. */
  readonly account: string | null;
  /** The account of the selected row right now; null where the row names none. */
  readonly selected: string | null;
  /** A row was selected that names no account; the last one stays on show. */
  readonly rowNamesNone: boolean;
  readonly pinned: boolean;
  /** Accounts opened last, newest first. */
  readonly recent: readonly string[];
  pin(pinned: boolean): void;
  open(account: string): void;
}

const Context = createContext<FollowedAccount | null>(null);
const STORED = "recent-accounts";
const KEPT = 5;

function storedRecent(text: string | null): readonly string[] {
  return (text ?? "").split("\n").filter(Boolean).slice(0, KEPT);
}

/** Follows the selected row, unless the person pinned an account. Never moves the focus. */
export function AccountFollowProvider({ children }: PropsWithChildren) {
  const card = useCard();
  const { memory } = useEnvironment();
  const [account, setAccount] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null | undefined>(undefined);
  const [pinned, setPinned] = useState(false);
  const [recent, setRecent] = useState(() => storedRecent(memory.get(STORED)));
  const pin = useRef(false);
  const open = useCallback((id: string): void => {
    setAccount(id);
    setRecent((known) =>
      known[0] === id ? known : [id, ...known.filter((one) => one !== id)].slice(0, KEPT),
    );
  }, []);
  useEffect(() => memory.set(STORED, recent.join("\n") || null), [memory, recent]);
  useEffect(
    () =>
      card.onSelection((id) => {
        setSelected(id);
        if (id !== null && !pin.current) open(id);
      }),
    [card, open],
  );
  const value = useMemo<FollowedAccount>(
    () => ({
      account,
      selected: selected ?? null,
      rowNamesNone: selected === null,
      pinned,
      recent,
      open,
      pin: (next) => {
        pin.current = next;
        setPinned(next);
      },
    }),
    [account, selected, pinned, recent, open],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useFollowedAccount(): FollowedAccount {
  const value = useContext(Context);
  if (!value) throw new Error("This component must stand inside AccountFollowProvider.");
  return value;
}

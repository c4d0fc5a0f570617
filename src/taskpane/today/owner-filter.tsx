import { createContext, useContext, useMemo, useState, type PropsWithChildren } from "react";
import { useEnvironment } from "../card-context";

const STORED = "today-owner";

interface OwnerFilter {
  /** null = all owners. */
  readonly owner: string | null;
  choose(owner: string | null): void;
}

const Context = createContext<OwnerFilter>({ owner: null, choose: () => undefined });

/** Whose accounts Today and its counter show; remembered on this computer. */
export function OwnerFilterProvider({ children }: PropsWithChildren) {
  const { storage } = useEnvironment();
  const [owner, setOwner] = useState(() => storage.get(STORED));
  const value = useMemo<OwnerFilter>(
    () => ({
      owner,
      choose: (next) => {
        storage.set(STORED, next);
        setOwner(next);
      },
    }),
    [owner, storage],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useOwnerFilter = (): OwnerFilter => useContext(Context);

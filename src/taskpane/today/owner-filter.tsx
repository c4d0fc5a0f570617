import { createContext, useContext, useMemo, useState, type PropsWithChildren } from "react";
import { useEnvironment } from "../card-context";

const STORED = "today-owner";
const ME = "me";

interface OwnerFilter {
  /** null = all owners. */
  readonly owner: string | null;
  choose(owner: string | null): void;
}

const Context = createContext<OwnerFilter>({ owner: null, choose: () => undefined });

/** Whose accounts Today and its counter show; one's own are remembered, another owner's name until Excel is closed. */
export function OwnerFilterProvider({ children }: PropsWithChildren) {
  const { storage, memory, author } = useEnvironment();
  const [owner, setOwner] = useState(
    () => memory.get(STORED) ?? ((storage.get(STORED) === ME && author()) || null),
  );
  const value = useMemo<OwnerFilter>(
    () => ({
      owner,
      choose: (next) => {
        const own = next !== null && next === author();
        storage.set(STORED, own ? ME : null);
        memory.set(STORED, next);
        setOwner(next);
      },
    }),
    [owner, storage, memory, author],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useOwnerFilter = (): OwnerFilter => useContext(Context);

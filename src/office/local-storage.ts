/**
 * What is kept on this computer: the user's name, drafts. Excel on the web partitions it by the page it stands in;
 * browsers may forbid it altogether, and then nothing is remembered.
 */
export interface LocalStorage {
  get(key: string): string | null;
  set(key: string, value: string | null): void;
}

/** Stays when Excel is closed. */
export const openLocalStorage = (): LocalStorage => opened(() => localStorage);

/** Survives a reload of the page and is gone when Excel is closed. */
export const openPageMemory = (): LocalStorage => opened(() => sessionStorage);

function opened(storage: () => Storage): LocalStorage {
  const partition = Office.context.partitionKey ?? "";
  const name = (key: string): string => `${partition}kam-card.${key}`;
  return {
    get: (key) => guarded(() => storage().getItem(name(key)), null),
    set: (key, value) =>
      guarded(() => {
        if (value === null) storage().removeItem(name(key));
        else storage().setItem(name(key), value);
      }, undefined),
  };
}

function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    // Storage is blocked or full: the add-in works on without a memory.
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

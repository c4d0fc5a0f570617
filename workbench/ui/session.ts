import { createContext, useContext } from "react";
import type { Book } from "../book/book";
import type { Host } from "../host/host";
import type { Grid } from "./grid/grid";
import type { AddInManifest } from "./manifest/manifest";
import type { Texts, WorkbenchLocale } from "./texts/texts";

/** Everything the window shows and drives; made once at boot. */
export interface Session {
  readonly book: Book;
  readonly host: Host;
  readonly grid: Grid;
  readonly manifest: AddInManifest;
  readonly locale: WorkbenchLocale;
  readonly texts: Texts;
  /** The name shown in the title bar and given to saved files. */
  readonly documentName: string;
  /** Says something to the person in the status line; failures stay until dismissed. */
  notify(message: string, kind?: "status" | "error"): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("The window is drawn outside its session.");
  return session;
}

import { useCallback, useEffect, useState } from "react";
import { StatusLine, type Notice } from "./chrome/StatusLine";
import { TitleBar } from "./chrome/TitleBar";
import { useColours } from "./chrome/use-colours";
import { Drawer } from "./drawer/Drawer";
import { useBatches } from "./drawer/use-batches";
import { useFiles } from "./files/use-files";
import { GridRegion } from "./grid/GridRegion";
import { useRegionKeys } from "./keyboard/use-region-keys";
import { TaskPane } from "./pane/TaskPane";
import { Ribbon } from "./ribbon/Ribbon";
import { SessionContext, type Session } from "./session";
import type { Workbench } from "./workbench";

interface AppProps {
  readonly session: Omit<Session, "notify">;
  readonly workbench: Workbench;
  /** The element in which the grid is drawn already. */
  readonly gridElement: HTMLElement;
  readonly firstNotice: string | undefined;
}

/** The whole window: title, ribbon, grid and pane side by side, drawer. */
export function App({ session, workbench, gridElement, firstNotice }: AppProps) {
  const [notice, setNotice] = useState<Notice | null>(
    firstNotice ? { message: firstNotice, kind: "status" } : null,
  );
  const notify = useCallback<Session["notify"]>(
    (message, kind = "status") => setNotice({ message, kind }),
    [],
  );
  const dismiss = useCallback(() => setNotice(null), []);
  const full: Session = { ...session, notify };
  return (
    <SessionContext value={full}>
      <Window gridElement={gridElement} workbench={workbench} />
      <StatusLine notice={notice} onDismiss={dismiss} />
    </SessionContext>
  );
}

function Window({ gridElement, workbench }: Pick<AppProps, "gridElement" | "workbench">) {
  const [dark, setDark] = useColours();
  const [drawerOpen, setDrawer] = useState(() => new URLSearchParams(location.search).has("developer"));
  const batches = useBatches();
  const files = useFiles(workbench);
  useRegionKeys();
  useEffect(() => {
    document.documentElement.dataset.colours = dark ? "dark" : "light";
  }, [dark]);
  return (
    <div className="wb-window">
      <TitleBar
        dark={dark}
        drawerOpen={drawerOpen}
        onDark={setDark}
        onDrawer={setDrawer}
        onOpen={(file) => void files.open(file)}
        onSave={() => void files.save()}
      />
      <Ribbon />
      <div className="wb-main">
        <GridRegion element={gridElement} />
        <TaskPane dark={dark} />
      </div>
      {drawerOpen && <Drawer batches={batches} onClose={() => setDrawer(false)} />}
    </div>
  );
}

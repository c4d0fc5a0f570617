import { useEffect, useState } from "react";
import { CloseIcon } from "../chrome/icons";
import { useSession } from "../session";
import { AddInFrame } from "./AddInFrame";
import { PaneEdge } from "./PaneEdge";
import { usePaneWidth } from "./use-pane-width";

/** The add-in's pane. Closed, it is out of sight and reach, but its page goes on: it is the shared runtime. */
export function TaskPane({ dark }: { dark: boolean }) {
  const { host, manifest, texts, grid } = useSession();
  const [visible, setVisible] = useState(host.pane.visible);
  const [width, resize] = usePaneWidth();
  useEffect(() => host.pane.onChange(setVisible), [host]);
  const close = () => {
    host.pane.hide();
    grid.focus();
  };
  return (
    <aside
      className="wb-pane"
      aria-label={texts("pane", { name: manifest.displayName })}
      data-hidden={!visible || undefined}
      inert={!visible}
    >
      <PaneEdge width={width} onResize={resize} />
      <div className="wb-pane-card" style={{ width }}>
        <div className="wb-pane-title">
          <img src={manifest.iconUrl} alt="" width={16} height={16} />
          <h2>{manifest.displayName}</h2>
          <button
            type="button"
            className="wb-icon"
            title={texts("pane.close")}
            aria-label={texts("pane.close")}
            onClick={close}
          >
            <CloseIcon />
          </button>
        </div>
        <AddInFrame dark={dark} />
      </div>
    </aside>
  );
}

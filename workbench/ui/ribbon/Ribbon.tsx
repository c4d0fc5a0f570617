import { useEffect, useState } from "react";
import { useSession } from "../session";
import { AddInGroups } from "./AddInGroups";
import { moveByArrow } from "./arrow-keys";
import { HomeGroups } from "./HomeGroups";
import type { RibbonTab } from "../manifest/manifest";
import { useRibbonState } from "./use-ribbon-state";

/** Home with the grid's own commands, the add-in's groups where its manifest puts them, its own tabs beside. */
export function Ribbon() {
  const { texts, manifest, locale } = useSession();
  const state = useRibbonState();
  const own = manifest.tabs.filter((tab) => tab.label !== null && state.isVisible(tab.id));
  const [selected, select] = useState("home");
  const shown = own.find((tab) => tab.id === selected);
  const current = shown ? shown.id : "home";
  // Office's other built-in tabs do not exist here, so their groups show on Home as well.
  const onHome: RibbonTab[] = manifest.tabs.filter((tab) => tab.label === null);
  useEffect(() => {
    if (selected !== "home" && !shown) select("home");
  }, [selected, shown]);
  const tabs = [{ id: "home", label: texts("tab.home") }, ...own.map(({ id, label }) => ({ id, label }))];
  return (
    <nav className="wb-ribbon" aria-label={texts("ribbon")} lang={locale}>
      <div className="wb-tabs" role="tablist" aria-label={texts("ribbon.tabs")} onKeyDown={moveByArrow}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-selected={tab.id === current}
            aria-controls="wb-ribbon-panel"
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => select(tab.id)}
            onFocus={() => select(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        className="wb-panel"
        role="tabpanel"
        id="wb-ribbon-panel"
        aria-labelledby={`tab-${current}`}
        onKeyDown={moveByArrow}
      >
        {current === "home" && <HomeGroups />}
        <AddInGroups groups={(shown ? [shown] : onHome).flatMap((tab) => tab.groups)} state={state} />
      </div>
    </nav>
  );
}

import { childOf, childrenOf, descend, typeOf } from "./elements";
import type { AddInManifest, RibbonAction, RibbonControl, RibbonGroup, RibbonTab } from "./manifest";
import { localised, readResources, served, type Resources } from "./resources";

/** Reads the workbook part of an add-in manifest; addresses come back on `origin`. */
export function readManifest(document: Document, locale: string, origin: string): AddInManifest {
  const app = document.documentElement;
  const overrides = newestOverrides(app);
  const resources = readResources(overrides, locale, origin);
  const host = overrides && workbookHost(overrides);
  const required = (name: string) => {
    const element = childOf(app, name);
    return element ? localised(element, locale) : "";
  };
  const source = descend(app, "DefaultSettings", "SourceLocation");
  return {
    id: childOf(app, "Id")?.textContent?.trim() ?? "",
    displayName: required("DisplayName"),
    iconUrl: served(required("IconUrl"), origin),
    taskpaneUrl: served(source ? localised(source, locale) : "", origin),
    functions: host && readFunctions(host, resources),
    tabs: host ? readTabs(host, resources) : [],
  };
}

/** A VersionOverrides 1.1 may be nested in the 1.0 one; the innermost is the newest. */
function newestOverrides(parent: Element): Element | null {
  const overrides = childOf(parent, "VersionOverrides");
  return overrides && (newestOverrides(overrides) ?? overrides);
}

function workbookHost(overrides: Element): Element | null {
  const hosts = childOf(overrides, "Hosts");
  return (hosts && childrenOf(hosts, "Host").find((host) => typeOf(host) === "Workbook")) ?? null;
}

function extensionPoints(host: Element, formFactor: string, type: string): Element[] {
  const factor = childOf(host, formFactor);
  return factor ? childrenOf(factor, "ExtensionPoint").filter((point) => typeOf(point) === type) : [];
}

function readFunctions(host: Element, resources: Resources): AddInManifest["functions"] {
  const point = extensionPoints(host, "AllFormFactors", "CustomFunctions")[0];
  if (!point) return null;
  return {
    namespace: resources.text(residOf(childOf(point, "Namespace"))),
    metadataUrl: resources.url(residOf(descend(point, "Metadata", "SourceLocation"))),
  };
}

function readTabs(host: Element, resources: Resources): RibbonTab[] {
  const points = extensionPoints(host, "DesktopFormFactor", "PrimaryCommandSurface");
  return points.flatMap((point) =>
    [...point.children]
      .filter((tab) => tab.localName === "OfficeTab" || tab.localName === "CustomTab")
      .map((tab) => ({
        id: tab.getAttribute("id") ?? "",
        label: tab.localName === "CustomTab" ? resources.text(residOf(childOf(tab, "Label"))) : null,
        groups: childrenOf(tab, "Group").map((group) => readGroup(group, resources)),
      })),
  );
}

function readGroup(group: Element, resources: Resources): RibbonGroup {
  return {
    id: group.getAttribute("id") ?? "",
    label: resources.text(residOf(childOf(group, "Label"))),
    controls: childrenOf(group, "Control").map((control) => readControl(control, resources)),
  };
}

function readControl(control: Element, resources: Resources): RibbonControl {
  const label = resources.text(residOf(childOf(control, "Label")));
  const tip = childOf(control, "Supertip");
  const items = childOf(control, "Items");
  return {
    id: control.getAttribute("id") ?? "",
    label,
    tip: {
      title: (tip && resources.text(residOf(childOf(tip, "Title")))) || label,
      description: tip ? resources.text(residOf(childOf(tip, "Description"))) : "",
    },
    icons: readIcons(childOf(control, "Icon"), resources),
    enabled: childOf(control, "Enabled")?.textContent?.trim() !== "false",
    action: readAction(childOf(control, "Action"), resources),
    items: items ? childrenOf(items, "Item").map((item) => readControl(item, resources)) : [],
  };
}

function readIcons(icon: Element | null, resources: Resources): Record<number, string> {
  const images = icon ? childrenOf(icon, "Image") : [];
  return Object.fromEntries(
    images.map((image) => [Number(image.getAttribute("size")), resources.url(residOf(image))]),
  );
}

function readAction(action: Element | null, resources: Resources): RibbonAction | null {
  if (!action) return null;
  if (typeOf(action) === "ExecuteFunction") {
    return { kind: "execute", functionName: childOf(action, "FunctionName")?.textContent?.trim() ?? "" };
  }
  return { kind: "pane", url: resources.url(residOf(childOf(action, "SourceLocation"))) };
}

function residOf(element: Element | null): string | null {
  return element?.getAttribute("resid") ?? null;
}

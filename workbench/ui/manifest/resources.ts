import { childOf, childrenOf } from "./elements";

/** Texts and addresses of a manifest's `Resources`, resolved for one language. */
export interface Resources {
  text(resid: string | null | undefined): string;
  url(resid: string | null | undefined): string;
}

/** The `Override` of the language, else the default. Office matches whole tags without case. */
export function localised(element: Element, locale: string): string {
  const override = childrenOf(element, "Override").find(
    (candidate) => candidate.getAttribute("Locale")?.toLowerCase() === locale.toLowerCase(),
  );
  return override?.getAttribute("Value") ?? element.getAttribute("DefaultValue") ?? "";
}

/** A manifest names one server; the workbench serves the same paths from its own address. */
export function served(url: string, origin: string): string {
  if (!url) return "";
  const { pathname, search, hash } = new URL(url, origin);
  return new URL(pathname + search + hash, origin).href;
}

export function readResources(overrides: Element | null, locale: string, origin: string): Resources {
  const values = new Map<string, string>();
  const resources = overrides && childOf(overrides, "Resources");
  for (const list of resources ? [...resources.children] : []) {
    for (const entry of [...list.children]) {
      values.set(entry.getAttribute("id") ?? "", localised(entry, locale));
    }
  }
  const text = (resid: string | null | undefined) => (resid ? (values.get(resid) ?? "") : "");
  return { text, url: (resid) => served(text(resid), origin) };
}

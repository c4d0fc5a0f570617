/** XML elements by local name: manifests mix several namespaces and prefixes. */
export function childrenOf(parent: Element, name: string): Element[] {
  return [...parent.children].filter((child) => child.localName === name);
}

export function childOf(parent: Element, name: string): Element | null {
  return childrenOf(parent, name)[0] ?? null;
}

/** Follows child names from an element; null as soon as one is missing. */
export function descend(from: Element, ...names: string[]): Element | null {
  return names.reduce<Element | null>((element, name) => element && childOf(element, name), from);
}

/** `xsi:type`, whatever prefix the manifest gives it. */
export function typeOf(element: Element): string {
  return [...element.attributes].find((attribute) => attribute.localName === "type")?.value ?? "";
}

import type { TextKey, Texts } from "../texts/texts";

interface Repair {
  /** Controls that Univer 0.25.1 draws without a name or with roles that do not exist. */
  readonly selector: string;
  readonly name?: TextKey;
  readonly attributes?: Readonly<Record<string, string>>;
}

const repairs: readonly Repair[] = [
  { selector: '[role="track"]', attributes: { role: "presentation" } },
  { selector: '[aria-haspopup] > [data-u-comp="sheet-bar-append-button"]', name: "grid.allSheets" },
  { selector: ':not([aria-haspopup]) > [data-u-comp="sheet-bar-append-button"]', name: "sheet.new" },
  {
    selector: '[data-u-comp="defined-name"] input, input[type="text"]:not([aria-label], [placeholder])',
    name: "grid.nameBox",
  },
  { selector: 'footer div:has(> div > [role="presentation"]) > button:first-child', name: "grid.zoomOut" },
  { selector: 'footer div:has(> div > [role="presentation"]) > button:nth-child(3)', name: "grid.zoomIn" },
  { selector: '[role="handle"]', name: "grid.zoom", attributes: { role: "button", tabindex: "-1" } },
  {
    selector: '[role="presentation"] > a[role="button"]',
    attributes: { "aria-hidden": "true" },
  },
  {
    selector: '[data-slot="popover-trigger"]:not([role])',
    name: "grid.names",
    attributes: { role: "button" },
  },
  { selector: 'div[data-slot="dropdown-menu-trigger"]:not([role])', attributes: { role: "group" } },
  { selector: 'canvas[tabindex="1"]', attributes: { tabindex: "-1" } },
];

/** Gives names and valid roles to what Univer draws, now and whenever it draws again. */
export function nameGridControls(element: HTMLElement, texts: Texts): void {
  const repair = () => {
    for (const { selector, name, attributes } of repairs) {
      for (const control of element.querySelectorAll(selector)) {
        const wanted = name ? { ...attributes, "aria-label": texts(name) } : attributes;
        for (const [key, value] of Object.entries(wanted ?? {})) {
          if (control.getAttribute(key) !== value) control.setAttribute(key, value);
        }
      }
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      repair();
    });
  }).observe(element, { childList: true, subtree: true });
  repair();
}

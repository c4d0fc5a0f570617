/** The four questions about elements the pane's tests ask; their types stand in `expect.d.ts`. */
import { prettyDOM } from "@testing-library/dom";

const shown = (element: unknown): string => {
  if (!(element instanceof Element)) return String(element);
  return String(prettyDOM(element, 400, { highlight: false }));
};

expect.extend({
  toHaveFocus(element: unknown) {
    const pass = element instanceof Element && element === document.activeElement;
    return { pass, message: () => `Focus stands on:\n${shown(document.activeElement)}` };
  },
  toHaveValue(element: unknown, value: string) {
    const held = element instanceof Element && "value" in element ? element.value : undefined;
    return {
      pass: held === value,
      message: () => `Value is ${JSON.stringify(held)}, not ${JSON.stringify(value)}`,
    };
  },
  toHaveTextContent(element: unknown, text: string | RegExp) {
    const held = element instanceof Element ? (element.textContent ?? "").replace(/\s+/g, " ").trim() : "";
    const pass = typeof text === "string" ? held.includes(text) : text.test(held);
    return { pass, message: () => `Text is ${JSON.stringify(held)}` };
  },
  toBeInTheDocument(element: unknown) {
    const pass = element instanceof Element && document.contains(element);
    return { pass, message: () => `Element:\n${shown(element)}` };
  },
});

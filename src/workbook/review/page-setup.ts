import type { Area, PageSetup } from "../sheet-plan";
import type { SheetContext } from "./sheet-context";
import { headRows } from "./sheet-layout";

/** 8 pt muted, the codes of a page footer. */
const look = "&8&K56626B";
/** Excel keeps at most 255 characters of a footer, codes included. */
const footerLimit = 200;
const hashDigits = 16;

/** Text in a footer: & is doubled; a leading digit would join the size code before it. */
function footerText(text: string): string {
  const escaped = text.replaceAll("&", "&&");
  return look + (/^\d/.test(escaped) ? ` ${escaped}` : escaped);
}

/** Newest audit hash of each writer, so that paper anchors the chain (S132); as many as a footer holds. */
function anchors({ auditHashes, texts }: Omit<SheetContext, "tier">, room: number): string {
  if (auditHashes.length === 0) return "";
  let text = ` · ${texts("sheets:review.audit")}`;
  for (const [index, { writer, hash }] of auditHashes.entries()) {
    const next = ` ${writer.slice(0, 6)}:${hash.slice(0, hashDigits)}`;
    if (text.length + next.length > room) return `${text} +${auditHashes.length - index}`;
    text += next;
  }
  return text;
}

/** `named` = what the sheet is called; the audit trail's anchors follow as far as there is room. */
export const footers = (context: Omit<SheetContext, "tier">, named: string) => ({
  footerLeft: footerText(named + anchors(context, footerLimit - named.length)),
  // The codes of page and pages must not be doubled.
  footerRight: look + context.texts("sheets:review.page"),
});

export function pageOf(context: SheetContext, printArea: Area): PageSetup {
  const { texts, tier, cycle } = context;
  const named = texts("sheets:review.footer", { tier: texts(`sheets:review.tier.${tier}`), cycle });
  return {
    orientation: "landscape",
    margins: { left: 36, right: 36, top: 36, bottom: 47, footer: 22 },
    fitWide: 1,
    titleRows: { from: headRows.groups, to: headRows.headings },
    printArea,
    ...footers(context, named),
    centerHorizontally: false,
  };
}

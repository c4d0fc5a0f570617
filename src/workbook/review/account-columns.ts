/** Who the account is: rank, badge, former tier, name, owner. */
import { medium, missing, muted, smallSize, white } from "./palette";
import { badgeRules, body, figure, mutedText } from "./column-formats";
import type { ReviewColumn } from "./review-column";
import type { ReviewRow } from "./review-row";
import { oneLine, type SheetContext } from "./sheet-context";

/** The name in full, or the short one where the full one takes more lines than a row has. */
const nameOf = ({ figures: { account } }: ReviewRow): string => oneLine(account.name) || account.id;

export function accountColumns(context: SheetContext): ReviewColumn[] {
  const { texts } = context;
  const badge = (tier: string) => texts(`sheets:review.badge.${tier}`);
  const head = (id: string) => texts(`sheets:review.heading.${id}`);
  const oneLined = context.tier === "general";
  const edge = medium(white);
  return [
    {
      id: "rank",
      group: "account",
      heading: head("rank"),
      value: (row) => row.rank,
      format: { ...figure, size: smallSize, color: muted },
    },
    {
      id: "tier",
      group: "account",
      heading: head("tier"),
      value: (row) => badge(row.figures.tierInForce),
      format: {
        ...body,
        bold: true,
        horizontal: "center",
        left: edge,
        right: edge,
        bottom: edge,
        insideHorizontal: edge,
      },
      rules: () => badgeRules(context),
    },
    {
      id: "was",
      group: "account",
      heading: head("was"),
      value: (row) => (row.was ? badge(row.was) : ""),
      format: { ...mutedText, wrap: false, horizontal: "center" },
    },
    {
      id: "name",
      group: "account",
      heading: head("name"),
      value: nameOf,
      format: { ...body, horizontal: "left", wrap: !oneLined },
      lines: oneLined ? 1 : 3,
      named: "name",
    },
    {
      id: "owner",
      group: "account",
      heading: head("owner"),
      value: (row) => oneLine(row.figures.account.owner) || missing,
      format: { ...mutedText, wrap: !oneLined },
      lines: oneLined ? 1 : 2,
    },
  ];
}

import type { AccountFigures } from "../../core/figures";
import { textsFor } from "../../locales/cell-texts";
import { isErrorValue, optionalFlag, single } from "../cells";
import { answered, notAvailable, tableText, workbookLanguage } from "../problem";
import type { DeclaredFunction } from "../declare/declare";
import { findAccount } from "../find-account";
import { cardLines, type CardLine } from "./card-lines";
import { whenReady } from "./when-ready";

const parameters = [
  { name: "account", optional: false, range: false },
  { name: "version", optional: true, range: false },
];

/** The account of a card, which has no row of its own to take it from. */
function accountIn(argument: unknown): string {
  const account = single(argument);
  if (isErrorValue(account) || account === null || account === undefined) throw notAvailable("blankAccount");
  return String(account);
}

export const card: DeclaredFunction = {
  id: "CARD",
  kind: "card",
  parameters,
  spills: false,
  run: (account) =>
    answered(() => {
      const named = accountIn(account);
      return whenReady((model) => {
        const figures = findAccount(model, named);
        const lines = cardLines(figures, model, workbookLanguage());
        return takesEntities() ? entityOf(figures, lines) : textOf(figures);
      });
    }),
};

export const cardText: DeclaredFunction = {
  id: "CARDTEXT",
  kind: "card",
  parameters: [...parameters, { name: "headers", optional: true, range: false }],
  spills: true,
  run: (account, _version, headers) =>
    answered(() => {
      const named = accountIn(account);
      const withHeaders = optionalFlag(headers, "headers", true);
      return whenReady((model) => {
        const lines = cardLines(findAccount(model, named), model, workbookLanguage());
        const rows = lines.map(({ label, value, text }) => [label, text ?? value]);
        return withHeaders ? [[tableText("fact"), tableText("content")], ...rows] : rows;
      });
    }),
};

/** Entities need CustomFunctionsRuntime 1.4; everywhere else a cell would show #VALUE! instead of a card. */
function takesEntities(): boolean {
  const office: unknown = Reflect.get(globalThis, "Office");
  const requirements = part(part(office, "context"), "requirements");
  const supported = part(requirements, "isSetSupported");
  if (typeof supported !== "function") return false;
  return supported.call(requirements, "CustomFunctionsRuntime", "1.4") === true;
}

function part(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf({ account, tierInForce, economic }: AccountFigures): string {
  const tier = textsFor(workbookLanguage())(`labels:tier.${tierInForce}`);
  const score = economic.score === null ? [] : [economic.score.toFixed(1)];
  return [account.name, tier, ...score].join(" · ");
}

/** Excel's entity with a card: every line is a property, so that =A1.Score works, too. */
function entityOf(figures: AccountFigures, lines: readonly CardLine[]): object {
  const properties = Object.fromEntries(
    lines.map(({ label, value, format }) => [
      label,
      typeof value === "number"
        ? { type: "Double", basicValue: value, ...(format === null ? {} : { numberFormat: format }) }
        : { type: "String", basicValue: value },
    ]),
  );
  const name = tableText("name");
  return {
    type: "Entity",
    text: textOf(figures),
    properties: { [name]: { type: "String", basicValue: figures.account.name }, ...properties },
    layouts: {
      compact: { icon: "Building" },
      card: {
        title: { property: name },
        sections: [{ layout: "List", properties: lines.map(({ label }) => label) }],
      },
    },
    provider: { description: textsFor(workbookLanguage())("functions:card.provider") },
  };
}

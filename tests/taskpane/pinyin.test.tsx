import { screen } from "@testing-library/react";
import pinyin from "pinyin-match";
import { buildCardModel } from "../../src/core/card-model";
import { findAccounts } from "../../src/taskpane/find-accounts";
import { accountOf, contactOf, purchaseOf, recordsOf } from "../core/make-records";
import { FakeCard } from "./support/fake-card";
import { showPane } from "./support/render-pane";

const names = ["重庆长安汽车", "华为技术有限公司", "HW Foods", "上海银行"];
const records = recordsOf({
  accounts: names.map((name, index) => accountOf(`A${index}`, { name })),
  contacts: [contactOf("A3", { name: "单小华" })],
  purchases: [purchaseOf("A1", 1, 5)],
});
const model = buildCardModel(records, 10);
const byPinyin = (name: string, typed: string): boolean => pinyin.match(name, typed) !== false;
const found = (text: string) =>
  findAccounts(model, text, 6, byPinyin).map(({ figures }) => figures.account.name);

describe("finding by pinyin", () => {
  it("[J3] finds a Chinese name by its initials, in full, and from its middle", () => {
    expect(found("hwjs")).toEqual(["华为技术有限公司"]);
    expect(found("huawei")).toEqual(["华为技术有限公司"]);
    expect(found("jishu")).toEqual(["华为技术有限公司"]);
  });

  it("[J3] takes every reading of a character", () => {
    expect(found("cqca")).toEqual(["重庆长安汽车"]);
    expect(found("shyh")).toEqual(["上海银行"]);
    expect(found("sxh")).toEqual(["上海银行"]);
  });

  it("[J3] puts what is written as typed before what only sounds so", () => {
    expect(found("hw")).toEqual(["HW Foods", "华为技术有限公司"]);
  });

  it("[J3] loads the readings once letters are typed and a name is Chinese", async () => {
    const card = FakeCard.ready("zh-CN");
    if (card.state.kind !== "ready") throw new Error("not ready");
    card.become({ ...card.state, records, model });
    const { user } = showPane(card);
    await user.type(screen.getByRole("combobox", { name: /Find/ }), "hwjs");
    expect(await screen.findByRole("option", { name: /华为技术有限公司/ })).toHaveTextContent(
      "pinyin of 华为技术有限公司",
    );
  });
});

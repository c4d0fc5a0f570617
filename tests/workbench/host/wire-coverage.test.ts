import { createHost } from "../../../workbench/host/create-host";
import type { ClassModel } from "../../../workbench/host/class-model";
import { isAnswered, membersOf, type Member } from "../../../workbench/host/fidelity";
import { allModels } from "../../../workbench/host/model/registry";
import { schemaOf } from "../../../workbench/host/schema";
import { shellModels } from "../../../workbench/host/shell-services";
import type { WireResponse } from "../../../workbench/host/wire";
import { TinyBook } from "./tiny-book";

/** The model alone as root, its target unreachable: only what the tables say can decide the answer. */
function hostOf(model: ClassModel) {
  const bare: ClassModel = { ...model, identity: undefined, sheetOf: undefined };
  const root = { model: model.items ? { ...bare, items: () => [] } : bare, target: null };
  const addIn = { id: "x", displayName: "x", namespace: "X", functions: [], taskpaneUrl: "" };
  const book = new TinyBook().asBook();
  const requirementSets = { ExcelApi: "1.99", ExcelApiOnline: "1.99" };
  return createHost(
    { book, flavour: "win32", locale: "en-US", addIn, requirementSets },
    { root: () => root, modelOf: () => null },
  );
}

function requestFor(member: Member): object {
  const root = { Id: 1, ObjectPathType: 1, Name: "" };
  const ArgumentInfo = { Arguments: [] };
  const act = (rest: object) => ({
    Actions: [{ Id: 5, Name: "", ObjectPathId: 1, ...rest }],
    ObjectPaths: { 1: root },
  });
  switch (member.kind) {
    case "read":
      return act({ ActionType: 2, QueryInfo: { Select: [member.name] } });
    case "write":
      return act({ ActionType: 4, Name: member.wire, ArgumentInfo: { Arguments: [1] } });
    case "method":
      if (!member.isObject) return act({ ActionType: 3, Name: member.wire, ArgumentInfo });
  }
  const type = { navigation: 4, method: 3, indexer: 5 }[member.kind as "navigation"];
  const path = { Id: 2, ObjectPathType: type, Name: member.wire, ParentObjectPathId: 1, ArgumentInfo };
  return {
    Actions: [{ Id: 5, Name: "", ActionType: 1, ObjectPathId: 2 }],
    ObjectPaths: { 1: root, 2: path },
  };
}

const cases = [...allModels(), ...shellModels()].flatMap((model) => {
  const schema = schemaOf(model.className);
  const missing = schema ? membersOf(schema).filter((member) => !isAnswered(model, member)) : [];
  return missing.length > 0 ? [[model.className, model, missing] as const] : [];
});

describe("members the workbench does not answer", () => {
  it("[HO9] are found in the schema of the library", () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  it.each(cases)("[HO9] of %s fail by name and are never undefined", async (className, model, missing) => {
    const host = hostOf(model);
    for (const member of missing) {
      const text = await host.process(JSON.stringify(requestFor(member)), "workbook");
      const { Error: error } = JSON.parse(text) as WireResponse;
      expect({ member: member.name, code: error?.Code }).toEqual({
        member: member.name,
        code: "ApiNotFound",
      });
      expect(error?.Message).toContain(`${className}.${member.wire}`);
    }
  });
});

/** What only the library of Excel on the web asks for; the schema is the desktop library's. */
const onTheWeb: Readonly<Record<string, readonly string[]>> = { Workbook: ["CreateAndOpenWorkbook"] };

describe("tables of the models", () => {
  const known = [...allModels(), ...shellModels()].filter((model) => schemaOf(model.className));

  it.each(known.map((model) => [model.className, model] as const))(
    "[HO9] of %s hold only members the library can ask for",
    (className, model) => {
      const schema = schemaOf(className)!;
      const methods = [
        ...Object.values(schema.methods).flatMap((each) => each.wire ?? "GetItem"),
        ...(onTheWeb[className] ?? []),
      ];
      const scalars = Object.values(schema.scalars).flatMap((each) => [
        each.wire,
        each.setterWire ?? each.wire,
      ]);
      const navs = Object.values(schema.navs).map((each) => each.wire);
      expect(
        Object.keys(model.call ?? {}).filter(
          (wire) => !methods.includes(wire) && !/^(_|GetItem$|GetItemOrNullObject$)/.test(wire),
        ),
      ).toEqual([]);
      expect(
        [...Object.keys(model.read ?? {}), ...Object.keys(model.write ?? {})].filter(
          (wire) => !scalars.includes(wire),
        ),
      ).toEqual([]);
      expect(Object.keys(model.navigate ?? {}).filter((wire) => !navs.includes(wire))).toEqual([]);
    },
  );
});

import { allModels, modelOf } from "../../../workbench/host/model/registry";
import { schemaOf } from "../../../workbench/host/schema";

/** Members the library sends which the schema, made from its public surface, does not list. */
const beside = new Set(["FunctionResult"]);

const wireNames = (className: string) => {
  const schema = schemaOf(className);
  if (!schema) return null;
  return {
    read: new Set(Object.values(schema.scalars).map((scalar) => scalar.wire)),
    navigate: new Set(Object.values(schema.navs).map((nav) => nav.wire)),
    call: new Set(Object.values(schema.methods).flatMap((method) => method.wire ?? [])),
  };
};

describe("the tables of the object model", () => {
  it("[HO34] name only members that office.js knows", () => {
    const unknown = allModels().flatMap((model) => {
      const names = wireNames(model.className);
      if (!names) return beside.has(model.className) ? [] : [model.className];
      return (["read", "navigate", "call"] as const).flatMap((table) =>
        Object.keys(model[table] ?? {})
          .filter((wire) => !names[table].has(wire) && wire !== "GetItem" && wire !== "GetItemOrNullObject")
          .map((wire) => `${model.className}.${wire}`),
      );
    });
    expect(unknown).toEqual([]);
  });

  it("[HO34] tell what differs only of members they have or leave out on purpose", () => {
    const wrong = allModels().flatMap((model) => {
      const has = { ...model.read, ...model.write, ...model.call };
      return Object.keys(model.differs ?? {})
        .filter((wire) => !(wire in has) && wire !== "Add")
        .map((wire) => `${model.className}.${wire}`);
    });
    expect(wrong).toEqual([]);
  });

  it("[HO34] have every scalar of the classes an add-in lives on", () => {
    const leftOut: Record<string, string[]> = {
      Range: ["_ReferenceId"],
      RangeAreas: ["_ReferenceId"],
      NamedItem: ["_Id"],
      Setting: ["_Id"],
      PageBreak: ["_Id"],
      WorksheetCustomProperty: ["_Id"],
    };
    const classes = [
      "Range",
      "RangeAreas",
      "RangeFormat",
      "RangeFill",
      "RangeFont",
      "RangeBorder",
      "FormatProtection",
      "Worksheet",
      "WorksheetProtection",
      "Workbook",
      "Application",
      "Table",
      "TableColumn",
      "TableRow",
      "TableSort",
      "Filter",
      "AutoFilter",
      "NamedItem",
      "Setting",
      "PageLayout",
      "HeaderFooter",
      "PageBreak",
      "WorksheetCustomProperty",
      "ConditionalFormat",
      "DataBarConditionalFormat",
      "ColorScaleConditionalFormat",
      "IconSetConditionalFormat",
      "CellValueConditionalFormat",
      "DataValidation",
    ];
    const missing = classes.flatMap((className) =>
      [...(wireNames(className)?.read ?? [])]
        .filter((wire) => !modelOf(className)?.read?.[wire] && !leftOut[className]?.includes(wire))
        .map((wire) => `${className}.${wire}`),
    );
    expect(missing).toEqual([]);
  });
});

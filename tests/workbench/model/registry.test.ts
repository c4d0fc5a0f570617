import { allModels, modelOf } from "../../../workbench/host/model/registry";
import { schemaOf } from "../../../workbench/host/schema";

/** Members the library sends which the schema, made from its public surface, does not list. */
const beside = new Set(["FunctionResult"]);

describe("the tables of the object model", () => {
  it("[HO34] are of classes office.js knows", () => {
    const classes = allModels().map((model) => model.className);
    expect(classes.filter((name) => !schemaOf(name) && !beside.has(name))).toEqual([]);
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
      Object.values(schemaOf(className)?.scalars ?? {})
        .map((scalar) => scalar.wire)
        .filter((wire) => !modelOf(className)?.read?.[wire] && !leftOut[className]?.includes(wire))
        .map((wire) => `${className}.${wire}`),
    );
    expect(missing).toEqual([]);
  });
});

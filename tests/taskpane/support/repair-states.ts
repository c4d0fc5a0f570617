import type { RemovalPreview, RepairFinding, RepairPreview } from "../../../src/workbook/upkeep-verbs";

const leave = { id: "leave", label: { code: "repair.leave", values: {} } };

const renamed: RepairFinding = {
  id: "column accounts owner",
  what: {
    code: "repair.columnRenamed",
    values: { sheet: "Accounts", column: "Owner", header: "Sales person" },
  },
  options: [
    {
      id: "rename:Sales person",
      label: { code: "repair.renameBack", values: { header: "Sales person", column: "Owner" } },
    },
    {
      id: "map:Sales person",
      label: { code: "repair.map", values: { header: "Sales person", column: "Owner" } },
    },
    { id: "add", label: { code: "repair.addColumn", values: { column: "Owner" } } },
    leave,
  ],
  samples: [
    { from: "Nancy Davolio", to: null },
    { from: "Anne Dodsworth", to: null },
  ],
  notes: [],
};

const texts: RepairFinding = {
  id: "text purchases date",
  what: { code: "repair.texts.dates", values: { sheet: "Purchases", column: "Date", count: 14 } },
  options: [{ id: "convert", label: { code: "repair.convert.dates", values: { count: 12 } } }, leave],
  samples: [{ from: "17.3.1998", to: "1998-03-17" }],
  notes: [
    { code: "repair.unread", values: { row: 18, value: "someday" } },
    { code: "repair.unread", values: { row: 40, value: "31.2.1998" } },
  ],
};

const orphan: RepairFinding = {
  id: "orphan ALFKO",
  what: {
    code: "repair.orphan",
    values: { id: "ALFKO", count: 7, where: "Purchases (6), Interactions (1)" },
  },
  options: [
    leave,
    {
      id: "account:ALFKI",
      label: { code: "repair.correctAccount", values: { to: "ALFKI", name: "Alfreds Futterkiste" } },
    },
    { id: "add", label: { code: "repair.addAccount", values: { id: "ALFKO" } } },
  ],
  samples: [],
  notes: [],
};

/** A renamed column, dates that are text, an unknown account. */
export const sampleRepairs = (): RepairPreview => ({ findings: [renamed, texts, orphan], moreOrphans: 0 });

export const sampleRemoval = (): RemovalPreview => ({
  sheets: [
    { sheet: "Accounts", rows: 91, kept: null, review: false },
    {
      sheet: "Contacts",
      rows: 91,
      kept: { code: "removal.ownColumns", values: { columns: "My note" } },
      review: false,
    },
    { sheet: "Purchases", rows: 2155, kept: null, review: false },
    { sheet: "Review – important 1998-05", rows: 0, kept: null, review: true },
  ],
  formulas: ["'Plan'!B2", "'Plan'!B3"],
});

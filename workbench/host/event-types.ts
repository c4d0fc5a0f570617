/** Numbers office.js knows the events by; category 65536 carries all of them. */
export const messageCategory = { functions: 1, actions: 2, objectEvents: 65536 } as const;

export const eventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetRowHiddenChanged: 22,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  visibilityModeChanged: 65539,
} as const;

/** One entry of a richApiMessage; `targetId` is a worksheet or table id or "Workbook". */
export interface MessageEntry {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  readonly message: unknown;
  readonly isRemote: boolean;
}

/** The six places an entry has on the wire; the message is JSON text inside JSON. */
export const wireEntry = (entry: MessageEntry, id: number): unknown[] => [
  entry.category,
  entry.type,
  entry.targetId,
  JSON.stringify(entry.message),
  id,
  entry.isRemote,
];

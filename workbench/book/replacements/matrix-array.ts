import { ObjectMatrix } from "@univerjs/core";

let installed = false;

/**
 * Where more rows go than lie above a rule, Univer puts the rows that are gone at negative indexes of a matrix and
 * then fails to make an array of it. Rows and columns above and left of the sheet are left out.
 */
export function leaveOutNegativeRows(): void {
  if (installed) return;
  installed = true;
  const { toFullArray } = ObjectMatrix.prototype;
  ObjectMatrix.prototype.toFullArray = function <T>(this: ObjectMatrix<T>): T[][] {
    const onSheet = new ObjectMatrix<T>();
    this.forValue((row, column, value) => {
      if (row >= 0 && column >= 0) onSheet.setValue(row, column, value);
    });
    return toFullArray.call(onSheet) as T[][];
  };
}

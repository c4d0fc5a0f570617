import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";

/** What a cell shows while its custom function has not answered. */
const BUSY = "#BUSY!";
export const busyErrorType = ((text: string) => text as ErrorType)(BUSY);

/** Univer knows #GETTING_DATA only; without this `=A1*2` over a waiting cell would be #VALUE!, not #BUSY!. */
export function addBusyError(): void {
  ERROR_TYPE_SET.add(busyErrorType);
}

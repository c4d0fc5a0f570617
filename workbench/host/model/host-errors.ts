/** The errors Excel answers with. Texts are ours where Microsoft documents none: tests assert on the code. */
import { HostError } from "../class-model";

export const itemNotFound = (what?: string): HostError =>
  new HostError("ItemNotFound", what ?? "The requested resource doesn't exist.", 404);

export const invalidArgument = (why = "The argument is invalid or missing or has an incorrect format.") =>
  new HostError("InvalidArgument", why);

export const sizeMismatch = (): HostError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const itemAlreadyExists = (what = "The resource being created already exists."): HostError =>
  new HostError("ItemAlreadyExists", what, 409);

export const accessDenied = (why = "You cannot perform the requested operation."): HostError =>
  new HostError("AccessDenied", why, 403);

export const invalidOperation = (why: string): HostError => new HostError("InvalidOperation", why);

export const insertDeleteConflict = (): HostError =>
  new HostError("InsertDeleteConflict", "The insert or delete operation attempted resulted in a conflict.");

export const notImplemented = (what: string): HostError =>
  new HostError("NotImplemented", `The requested feature isn't implemented: ${what}.`, 501);

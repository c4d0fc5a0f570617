import type { Injector } from "@univerjs/core";
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionMetadata } from "../../book/book";

/** One function of an add-in as Univer's auto-complete and argument tips want it. */
export function functionTip(namespace: string, metadata: FunctionMetadata): IFunctionInfo {
  return {
    functionName: `${namespace}.${metadata.name}`.toUpperCase(),
    functionType: FunctionType.User,
    description: metadata.description ?? "",
    abstract: metadata.description ?? "",
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}

/** Offers the add-in's functions while a person types a formula. */
export function offerFunctions(
  injector: Injector,
  namespace: string,
  functions: readonly FunctionMetadata[],
): void {
  injector
    .get(IDescriptionService)
    .registerDescriptions(functions.map((metadata) => functionTip(namespace, metadata)));
}

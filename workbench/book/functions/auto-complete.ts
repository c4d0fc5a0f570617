import type { Injector } from "@univerjs/core";
import { FunctionType } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionMetadata } from "./function-runtime";

/** What the formula editor offers and explains. Returns how to take it back. */
export function describeFunctions(
  injector: Injector,
  names: readonly string[],
  functions: readonly FunctionMetadata[],
): () => void {
  const service = injector.get(IDescriptionService);
  const registered = service.registerDescriptions(
    functions.map((metadata, index) => ({
      functionName: names[index] ?? metadata.name,
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
    })),
  );
  return () => registered.dispose();
}

/** The Workbook with the one call that belongs to the host: the page says that its functions can be called. */
import type { HostObject } from "./class-model";

export function withFunctionSign(workbook: HostObject, functionsReady: () => void): HostObject {
  return {
    target: workbook.target,
    model: {
      ...workbook.model,
      call: {
        ...workbook.model.call,
        _SetOsfControlContainerReadyForCustomFunctions: () => {
          functionsReady();
          return null;
        },
      },
    },
  };
}

import type { Injector } from "@univerjs/core";
import { type BaseFunction, ErrorType, ErrorValueObject, IFunctionService } from "@univerjs/engine-formula";

const guarded = new WeakSet<object>();

/** A function of the engine that throws ends the whole pass without a word; guarded, its cell shows #VALUE!. */
export function guardFunctions(injector: Injector): void {
  for (const executor of injector.get(IFunctionService).getExecutors().values()) guardFunction(executor);
}

/** Guards one executor; guarding twice changes nothing. */
export function guardFunction(executor: BaseFunction): void {
  if (guarded.has(executor)) return;
  guarded.add(executor);
  const { calculate, calculateCustom } = executor;
  executor.calculate = (...variants) => {
    try {
      return calculate.apply(executor, variants);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
  executor.calculateCustom = (...variants) => {
    try {
      return calculateCustom.apply(executor, variants);
    } catch {
      return ErrorType.VALUE;
    }
  };
}

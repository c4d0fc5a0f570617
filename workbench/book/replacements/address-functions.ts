import type { Injector } from "@univerjs/core";
import { IFormulaDependencyGenerator } from "@univerjs/engine-formula";

interface Tree {
  readonly addressFunctionNodes: readonly unknown[];
}

/** What of Univer's generator is stood in for; protected there. */
interface Generator {
  _executedAddressFunctionNodeIds: Set<number>;
  _calculateListByFunctionRefNode(trees: readonly Tree[]): Promise<void>;
}

const asGenerator = (generator: unknown): Generator => generator as Generator;

/**
 * Before each pass Univer puts every formula into an index of places, one after the other, for functions that answer
 * an address (OFFSET, INDIRECT). Without one nobody asks the index, and with thousands of formulas it takes longer than
 * the pass itself.
 */
export function indexOnlyForAddressFunctions(injector: Injector): void {
  const generator = asGenerator(injector.get(IFormulaDependencyGenerator));
  const stock = generator._calculateListByFunctionRefNode.bind(generator);
  generator._calculateListByFunctionRefNode = async (trees) => {
    generator._executedAddressFunctionNodeIds.clear();
    if (trees.some(({ addressFunctionNodes }) => addressFunctionNodes.length > 0)) await stock(trees);
  };
}

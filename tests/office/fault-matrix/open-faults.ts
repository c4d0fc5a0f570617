interface OpenFault {
  readonly operation: string;
  readonly fault: string;
  /** What is wrong, as a sentence of the paper. */
  readonly why: string;
}

/** Cells of the matrix known to end wrong. Every other cell that does makes the tests fail. */
export const openFaults: readonly OpenFault[] = [];

/** Operations whose cells are not written down yet: `npm run faults -- <operation>` does, and they go from here. */
export const notWrittenDown: readonly string[] = [];

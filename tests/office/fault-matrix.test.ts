import { faults } from "./fault-matrix/faults";
import { Matrix } from "./fault-matrix/matrix";
import { mended } from "./fault-matrix/mended";
import { operationNames, type OperationName } from "./fault-matrix/operation-name";
import { notWrittenDown, openFaults } from "./fault-matrix/open-faults";
import { noTable, readPaper, writePaper, type PaperCell } from "./fault-matrix/paper";
import { sampleOf } from "./fault-matrix/sample-of-paper";
import { scenarios } from "./fault-matrix/scenarios";
import { matrixStarts } from "./fault-matrix/starts";
import type { OfficeBench } from "./office-bench";

/** Every round trip of each operation and fault is run and written down. Else a sample of the paper is run anew. */
const writes = process.env["FAULTS"] === "write";
/** Names of the operations to be run, with commas; blank: all. */
const only = (process.env["FAULTS_OF"] ?? "").split(",").filter(Boolean);

const ends = new Set<string>(["before", "after", "after, again", "after, unsaid", "wrong", noTable]);

const operations = Object.entries(scenarios).map(([name, scenario]) => ({ name, scenario }));
const chosen = operations.filter(({ name }) => only.length === 0 || only.includes(name));

describe("every operation under every fault, over the real office.js", () => {
  let bench: OfficeBench;
  let matrix: Matrix;
  const paper = readPaper();
  const sample = sampleOf(
    paper,
    operations.map(({ name }) => name),
    faults.map(({ name }) => name),
  );

  beforeAll(async () => {
    const made = await matrixStarts();
    bench = made.bench;
    matrix = new Matrix(bench, made.starts);
  }, 180_000);
  afterAll(() => bench.office.close());

  it("[TP4] no operation of the card is left out", () => {
    expect(Object.keys(scenarios).sort()).toEqual([...operationNames()].sort());
  });

  it("[TP4] what is written down is of operations and faults that there are", () => {
    const names = new Set(operations.flatMap(({ name }) => faults.map((fault) => `${name}: ${fault.name}`)));
    const written = paper.map(({ operation, fault }) => `${operation}: ${fault}`);
    expect(written.filter((cell) => !names.has(cell))).toEqual([]);
  });

  it("[TP4] every operation is written down under every fault", () => {
    const written = new Set(paper.map(({ operation, fault }) => `${operation}: ${fault}`));
    const due = operations.filter(({ name }) => !notWrittenDown.includes(name));
    const names = due.flatMap(({ name }) => faults.map((fault) => `${name}: ${fault.name}`));
    expect(!writes ? names.filter((cell) => !written.has(cell)) : []).toEqual([]);
  });

  it("[TP4] only where there is no table before can nobody work in it", () => {
    const without = paper.filter(({ end }) => end === noTable).map(({ operation }) => operation);
    const none = operations
      .filter(({ name, scenario }) => !scenario.meets && !notWrittenDown.includes(name))
      .map(({ name }) => name);
    expect([...new Set(without)].sort()).toEqual(!writes ? none.sort() : expect.anything());
    expect(paper.filter(({ end }) => !ends.has(end))).toEqual([]);
  });

  it("[TP4] what ends wrong is named as open, and nothing else is", () => {
    const wrong = paper.filter(({ end }) => end === "wrong");
    const names = new Set(wrong.map(({ operation, fault }) => `${operation}: ${fault}`));
    const known = openFaults.map(({ operation, fault }) => `${operation}: ${fault}`);
    expect(!writes ? [...names].sort() : known.sort()).toEqual(known.sort());
  });

  if (!writes) {
    it("[TP4] the sample that is run anew has every operation and every fault", () => {
      const due = operations.map(({ name }) => name).filter((name) => !notWrittenDown.includes(name));
      const met = new Set(sample.flatMap(({ operation, fault }) => [operation, fault]));
      expect([...due, ...faults.map(({ name }) => name)].filter((name) => !met.has(name))).toEqual([]);
    });

    it.each(mended)(
      "[TP4] $operation ends well although $fault",
      async ({ operation, fault: name, trip, end, said }) => {
        const scenario = scenarios[operation];
        const fault = faults.find((one) => one.name === name);
        if (!fault) throw new Error(`no fault ${name}`);
        expect(await matrix.cell(operation, scenario, fault, trip - 1)).toEqual({ end, said });
      },
      60_000,
    );

    it.each(sample)(
      "[TP4] $operation, $fault at round trip $trip ends as it is written down",
      async (cell) => {
        const scenario = scenarios[cell.operation as OperationName];
        const fault = faults.find((one) => one.name === cell.fault);
        if (!fault) throw new Error(`no fault ${cell.fault}`);
        const ended = await matrix.cell(cell.operation, scenario, fault, cell.trip - 1);
        expect({ ...cell, ...ended }).toEqual(cell);
      },
      60_000,
    );
    return;
  }

  it.each(chosen)(
    "$name is run and written down",
    async ({ name, scenario }) => {
      const cells: PaperCell[] = [];
      for (const fault of faults) {
        const trips = await matrix.tripsOf(name, scenario, fault);
        if (trips.length === 0)
          cells.push({ operation: name, fault: fault.name, trip: 0, end: noTable, said: "-" });
        for (const trip of trips) {
          const { end, said, wrong } = await matrix.cell(name, scenario, fault, trip);
          cells.push({ operation: name, fault: fault.name, trip: trip + 1, end, said });
          if (wrong)
            process.stderr.write(`${name} · ${fault.name} · ${trip + 1} · ${said}: ${wrong.join("\n  ")}\n`);
        }
      }
      // After each operation, so that a run that is broken off has written what it found.
      writePaper(cells);
    },
    3_600_000,
  );
});

import type { Measured } from "./bench";
import type { Ratio } from "./side-by-side";

const milliseconds = (time: number): string => `${Math.round(time).toLocaleString("en")} ms`;

function metText({ ratio, limit }: Ratio): string {
  if (limit === null) return "–";
  return ratio <= limit ? "yes" : "**no**";
}

function ratioRow(measured: Ratio): string {
  const { what, against, ours, theirs, ratio, limit } = measured;
  const figures = [
    milliseconds(ours),
    milliseconds(theirs),
    ratio.toFixed(2),
    limit ?? "–",
    metText(measured),
  ];
  return `| ${[what, against, ...figures].join(" | ")} |`;
}

/** docs/BENCHMARKS.md. */
export function benchmarksPage({ ratios, trips, few, many, small, machine }: Measured): string {
  const head = "| | against | time | time of that | ratio | limit | met |\n|---|---|---|---|---|---|---|";
  return `# Benchmarks

Written by \`npm run bench\`. Both sides of a ratio are measured in turns in one run (medians): what counts is the ratio, not the milliseconds. Data: \`bench/load-rows.ts\`, seeded. Host: the workbench under the real office.js. Measured on ${machine}.

${head}
${ratios.map(ratioRow).join("\n")}

## Round trips

What an operation asks of the workbook while it runs, each in the workbook of the fault matrix with that many accounts more. A call of the port is one request to the host, unless it carries more than 2 MB: then it goes in pieces, a large table after a look at its shape. So calls may not grow with the data.

| operation | calls, ${few.toLocaleString("en")} accounts | calls, ${many.toLocaleString("en")} | requests, ${few.toLocaleString("en")} | requests, ${many.toLocaleString("en")} |
|---|---|---|---|---|
${trips.map(({ operation, few: a, many: b }) => `| ${operation} | ${a.calls} | ${b.calls} | ${a.trips} | ${b.trips} |`).join("\n")}

## In small

What \`npm run bench -- --small\` measures and compares with these values: it fails for a ratio more than twice as high.

${head}
${small.map(ratioRow).join("\n")}
`;
}

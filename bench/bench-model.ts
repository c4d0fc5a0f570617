import { buildCardModel } from "../src/core/card-model";
import type { CardRecords } from "../src/core/records";
import { loadRecords } from "./load-records";
import { loadDay, type LoadSize } from "./load-rows";
import { sideBySide, sizeText, type Ratio } from "./side-by-side";

/** The least anybody does with purchases: one sum per account. */
function plainPass({ purchases }: CardRecords): number {
  const sums = new Map<string, number>();
  for (const { account, amount } of purchases) sums.set(account, (sums.get(account) ?? 0) + (amount ?? 0));
  return sums.size;
}

/** A copy of the list each time: figures of the same list are kept, which would measure nothing. */
const anew = (records: CardRecords): CardRecords => ({ ...records, purchases: [...records.purchases] });

/**
 * Each side gets records made for it just before, as they come out of the workbook: texts nobody has looked at yet,
 * nothing of them in a cache. One turn each.
 */
async function againstPass(size: LoadSize, rounds: number): Promise<Ratio> {
  let records = loadRecords(size);
  const fresh = () => {
    records = loadRecords(size);
  };
  return sideBySide(
    {
      id: "model",
      what: `every figure of ${sizeText(size)}, in memory`,
      against: "one pass that sums per account, both over records just read",
      limit: 4,
    },
    rounds,
    {
      prepare: fresh,
      ours: () => buildCardModel(records, loadDay),
      settle: fresh,
      theirs: () => plainPass(records),
    },
  );
}

export async function benchModel(
  size: LoadSize,
  rounds: number,
  alsoTenfold = true,
): Promise<readonly Ratio[]> {
  const model = await againstPass(size, rounds);
  if (!alsoTenfold) return [model];
  const records = loadRecords(size);
  const tenfold = { ...size, purchases: size.purchases * 10 };
  const larger = loadRecords(tenfold);
  const linear = await sideBySide(
    {
      id: "model-linear",
      what: `the same for ${sizeText(tenfold)}`,
      against: `ten times ${sizeText(size)}`,
      limit: 1.2,
    },
    Math.max(1, Math.ceil(rounds / 3)),
    {
      ours: () => buildCardModel(anew(larger), loadDay),
      theirs: () => {
        for (let turn = 0; turn < 10; turn += 1) buildCardModel(anew(records), loadDay);
      },
    },
  );
  return [model, linear];
}

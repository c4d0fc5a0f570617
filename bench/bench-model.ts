import { buildCardModel } from "../src/core/card-model";
import type { CardRecords } from "../src/core/records";
import { loadRecords } from "./load-records";
import { loadDay, type LoadSize } from "./load-rows";
import { sideBySide, type Ratio } from "./side-by-side";

/** The least anybody does with purchases: one sum per account. */
function plainPass({ purchases }: CardRecords): number {
  const sums = new Map<string, number>();
  for (const { account, amount } of purchases) sums.set(account, (sums.get(account) ?? 0) + (amount ?? 0));
  return sums.size;
}

/** A copy of the list each time: figures of the same list are kept, which would measure nothing. */
const anew = (records: CardRecords): CardRecords => ({ ...records, purchases: [...records.purchases] });

const sizeText = ({ accounts, purchases }: LoadSize): string =>
  `${accounts.toLocaleString("en")} accounts × ${purchases.toLocaleString("en")} purchases`;

export async function benchModel(
  size: LoadSize,
  rounds: number,
  alsoTenfold = true,
): Promise<readonly Ratio[]> {
  const records = loadRecords(size);
  const tenfold = { ...size, purchases: size.purchases * 10 };
  const larger = alsoTenfold ? loadRecords(tenfold) : null;
  const model = await sideBySide(
    {
      id: "model",
      what: `every figure of ${sizeText(size)}, in memory`,
      against: "one pass that sums per account",
      limit: 4,
    },
    rounds,
    {
      ours: () => buildCardModel(anew(records), loadDay),
      theirs: () => plainPass(records),
      turns: Math.ceil(2_000_000 / size.purchases),
    },
  );
  if (!larger) return [model];
  const linear = await sideBySide(
    {
      id: "model-linear",
      what: `the same for ${sizeText(tenfold)}`,
      against: `ten times ${sizeText(size)}`,
      limit: 1.2,
    },
    Math.max(1, rounds - 2),
    {
      ours: () => buildCardModel(anew(larger), loadDay),
      theirs: () => {
        for (let turn = 0; turn < 10; turn += 1) buildCardModel(anew(records), loadDay);
      },
    },
  );
  return [model, linear];
}

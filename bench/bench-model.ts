import { buildCardModel } from "../src/core/card-model";
import type { CardModel } from "../src/core/figures";
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

/** Every figure that an account tells only when it is asked for, asked once of each account. */
function askAll({ accounts }: CardModel): number {
  let asked = 0;
  for (const { metrics, economic, strategic, fired, visit, call, completeness } of accounts.values()) {
    asked += metrics.monthly.length + economic.parts.length + strategic.parts.length + fired.length;
    asked += visit.plan + call.plan + completeness.share;
  }
  return asked;
}

/**
 * Each side gets records made for it just before, as they come out of the workbook: texts nobody has looked at yet,
 * nothing of them in a cache. One turn each.
 */
async function againstPass(
  size: LoadSize,
  rounds: number,
  named: Pick<Ratio, "id" | "what" | "limit">,
  ours: (records: CardRecords) => unknown,
): Promise<Ratio> {
  let records = loadRecords(size);
  const fresh = () => {
    records = loadRecords(size);
  };
  return sideBySide(
    { ...named, against: "one pass that sums per account, both over records just read" },
    rounds,
    {
      prepare: fresh,
      ours: () => void ours(records),
      settle: fresh,
      theirs: () => void plainPass(records),
    },
  );
}

export async function benchModel(
  size: LoadSize,
  rounds: number,
  alsoTenfold = true,
): Promise<readonly Ratio[]> {
  const model = await againstPass(
    size,
    rounds,
    { id: "model", what: `every figure of ${sizeText(size)}, in memory`, limit: 4 },
    (records) => buildCardModel(records, loadDay),
  );
  if (!alsoTenfold) return [model];
  const asked = await againstPass(
    size,
    rounds,
    {
      id: "model-asked",
      what: "the same, and every account asked at once for parts of scores, evidence, visits, calls and its file",
      limit: null,
    },
    (records) => askAll(buildCardModel(records, loadDay)),
  );
  const records = loadRecords(size);
  const tenfold = { ...size, purchases: size.purchases * 10 };
  const larger = loadRecords(tenfold);
  const linear = await sideBySide(
    {
      id: "model-linear",
      what: `every figure of ${sizeText(tenfold)}, in memory`,
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
  return [model, asked, linear];
}

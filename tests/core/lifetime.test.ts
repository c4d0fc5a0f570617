import fc from "fast-check";
import { fitBg } from "../../src/core/lifetime/bg-fit";
import { expectedPurchases, expectedWhileAlive, probabilityAlive } from "../../src/core/lifetime/bg-forecast";
import { buyingHistories } from "../../src/core/lifetime/buying-histories";
import { expectedSpend, fitGammaGamma } from "../../src/core/lifetime/gamma-gamma";
import { expectedValue, retainedValue } from "../../src/core/lifetime/value";
import { digamma, logBeta, logGamma } from "../../src/core/statistics/special-functions";
import { cdnowRounded, cdnowWeeks } from "../fixtures/cdnow/cdnow";

const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const first = { x: 2, tx: 30.43, T: 38.86 };
const newcomer = { x: 0, tx: 0, T: 0 };

function near(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(value).toEqual(expect.any(Number));
  expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(tolerance);
}

describe("special functions", () => {
  it("[S63] ln Γ and ψ are those of the tables, from 1e-8 to 1e6", () => {
    near(logGamma(0.5), 0.5723649429247001, 1e-13);
    near(logGamma(10), Math.log(362_880), 1e-12);
    near(logGamma(1e-8), 18.420680738180209, 1e-12);
    near(logGamma(1e6) / 12815504.569147611, 1, 1e-13);
    near(digamma(1), -0.5772156649015329, 1e-12);
    near(digamma(0.1), -10.423754940411076, 1e-11);
    near(digamma(1e5), 11.512920464961896, 1e-12);
  });
});

describe("BGFIT", () => {
  it("[S63] gives the published estimates on CDNOW", () => {
    const rounded = fitBg(cdnowRounded());
    expect({ ...rounded, parameters: 0, logLikelihood: 0 }).toEqual({
      ...{ parameters: 0, logLikelihood: 0, customers: 2_357, state: "OK", remarks: [] },
    });
    near(rounded.parameters?.r, 0.242593, 0.0005);
    near(rounded.parameters?.alpha, 4.413531, 0.001);
    near(rounded.parameters?.a, 0.792886, 0.001);
    near(rounded.parameters?.b, 2.425754, 0.001);
    near(rounded.logLikelihood, -9582.4256, 0.0005);
    const exact = fitBg(cdnowWeeks());
    near(exact.parameters?.r, 0.242595, 0.0005);
    near(exact.parameters?.alpha, 4.413602, 0.001);
    near(exact.parameters?.a, 0.792922, 0.001);
    near(exact.parameters?.b, 2.425906, 0.001);
    near(exact.logLikelihood, -9582.4292, 0.0005);
  });

  it("[S63] finds the same customers whatever the unit of time and the order of the rows", () => {
    const days = fitBg(
      cdnowWeeks()
        .map(({ x, tx, T }) => ({ x, tx: 7 * tx, T: 7 * T }))
        .reverse(),
    );
    near(days.parameters?.r, 0.242595, 1e-4);
    near(days.parameters?.alpha, 7 * 4.413602, 1e-2);
  });

  it("[S63] forty times the same customers give the same estimates", () => {
    const many = fitBg(Array.from({ length: 40 }, () => cdnowWeeks()).flat());
    expect(many.customers).toBe(40 * 2_357);
    near(many.parameters?.r, 0.242595, 0.0005);
    near(many.parameters?.b, 2.425906, 0.001);
    near((many.logLikelihood ?? 0) / 40, -9582.4292, 0.0005);
  });

  it("[S63] shrinks the parameters by a penalty", () => {
    const free = fitBg(cdnowWeeks()).parameters;
    const held = fitBg(cdnowWeeks(), 0.01).parameters;
    expect(held?.alpha).toBeLessThan(free?.alpha ?? 0);
    expect(held?.b).toBeLessThan(free?.b ?? 0);
  });

  it("[S63] says when nobody visibly left: regular key accounts", () => {
    const steady = Array.from({ length: 30 }, (_, index) => ({ x: 8 + (index % 9), tx: 50, T: 52 }));
    const fit = fitBg(steady);
    expect(fit.state).toBe("BOUNDARY");
    expect(fit.remarks).toContain("noDropOut");
    expect(fit.remarks).toContain("fewCustomers");
  });

  it("[S63] says when all buy at one rate: monthly orders by contract", () => {
    const monthly = Array.from({ length: 60 }, (_, index) => ({
      x: 12,
      tx: index % 3 === 0 ? 30 : 51.5,
      T: 52,
    }));
    expect(fitBg(monthly).remarks).toContain("sameRates");
    expect(fitBg(monthly).state).toBe("BOUNDARY");
  });

  it("[S63] says when all leave with one probability", () => {
    const random = generator(7);
    const leaving = Array.from({ length: 400 }, () => simulated(random, () => 0.25));
    const fit = fitBg(leaving);
    expect(fit.remarks).toContain("sameDropOut");
    expect(fit.state).toBe("BOUNDARY");
    const { a = 0, b = 1 } = fit.parameters ?? {};
    near(a / (a + b), 0.25, 0.06);
  });

  it("[S63] fails in words without a single repeat purchase", () => {
    expect(fitBg([{ x: 0, tx: 0, T: 10 }])).toMatchObject({
      state: "FAILED",
      remarks: ["noRepeat"],
      parameters: null,
    });
    expect(fitBg([{ x: 0, tx: 0, T: 0 }])).toMatchObject({ state: "FAILED" });
  });
});

describe("PALIVE and EXPECTED", () => {
  it("[S63] give the published values with the published parameters", () => {
    near(expectedPurchases(published, 39, first), 1.226028, 1e-6);
    near(expectedPurchases(published, 39, { x: 0, tx: 0, T: 38.86 }), 0.195098052, 1e-6);
    near(probabilityAlive(published, first), 0.7265786, 1e-6);
    near(probabilityAlive(published, { x: 1, tx: 1.71, T: 38.86 }), 0.212101, 1e-6);
    near(probabilityAlive(published, { x: 7, tx: 29.43, T: 38.86 }), 0.6417563, 1e-6);
    expect(probabilityAlive(published, { x: 0, tx: 0, T: 38.86 })).toBe(1);
    const expected = { 1: 0.0532678912, 2: 0.10338974, 3: 0.150865231, 5: 0.2392882, 10: 0.432413362 };
    for (const [t, value] of Object.entries(expected)) {
      near(expectedPurchases(published, Number(t), newcomer), value, 1e-6);
    }
  });

  it("[S63] give the values of the BTYD manual with the fitted parameters", () => {
    const { parameters } = fitBg(cdnowRounded());
    if (!parameters) throw new Error("no fit");
    const expected = { 10: 0.347494, 15: 0.0428383, 20: 0.00415938, 25: 0.000358402 };
    for (const [x, value] of Object.entries(expected)) {
      const purchases = expectedPurchases(parameters, 52, { x: Number(x), tx: 20, T: 39 });
      near(purchases / value, 1, 2e-4);
    }
  });

  it("[S63] rest on the distribution of counts of the paper", () => {
    near(countProbability(published, 2, 10), 1.07869e-7, 1e-11);
    near(countProbability(published, 39, 0), 0.5737864, 1e-6);
  });

  it("[S63] series and integral agree, long horizons and a around 1 are smooth", () => {
    for (const x of [0, 1, 7]) {
      const history = { x, tx: 20, T: 39 };
      for (const t of [1, 39, 200, 380, 400, 5_000]) {
        const around = [0.9985, 1, 1.0015].map((a) => expectedWhileAlive({ ...published, a }, t, history));
        near((around[1] ?? 0) / (((around[0] ?? 0) + (around[2] ?? 0)) / 2), 1, 1e-4);
      }
      const [short = 0, long = 0] = [388, 390].map((t) => expectedWhileAlive(published, t, history));
      expect(long).toBeGreaterThan(short);
      expect(long / short - 1).toBeLessThan(0.01);
    }
  });

  it("[S63] one drop-out probability for all is the limit of large a and b", () => {
    const history = { x: 5, tx: 40, T: 50 };
    const spread = { r: 2, alpha: 8 };
    const values = [1e2, 1e3, 1e4, 1e5].map((size) =>
      expectedWhileAlive({ ...spread, a: 0.2 * size, b: 0.8 * size }, 30, history),
    );
    values.slice(1).forEach((value, index) => near(value / (values[index] ?? 0), 1, 0.02 / 10 ** index));
    // E over λ ~ Gamma(7, 58) of (1 − e^(−0.2 λ 30)) ⁄ 0.2
    near(values.at(-1), (1 - (58 / (58 + 6)) ** 7) / 0.2, 1e-4);
  });

  it("[S63] probabilities stay within 0 and 1, silence lowers them, and expectations rise with the horizon", () => {
    const parameter = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parameters, x, T, place) => {
          const tx = x === 0 ? 0 : T * place;
          const alive = probabilityAlive(parameters, { x, tx, T });
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(1);
          expect(probabilityAlive(parameters, { x, tx, T: T + 10 })).toBeLessThanOrEqual(alive + 1e-12);
          let before = 0;
          for (const t of [0.5, 5, 50, 500, 5_000]) {
            const expected = expectedPurchases(parameters, t, { x, tx, T });
            expect(expected).toBeGreaterThanOrEqual(before - 1e-9 * Math.max(1, before));
            expect(Number.isFinite(expected)).toBe(true);
            before = expected;
          }
        },
      ),
    );
  });
});

describe("GGFIT and GGSPEND", () => {
  it("[S63] gives the published estimates on CDNOW", () => {
    const fit = fitGammaGamma(cdnowWeeks());
    expect(fit).toMatchObject({ customers: 946, state: "OK", remarks: [] });
    near(fit.parameters?.p, 6.249572, 0.005);
    near(fit.parameters?.q, 3.744225, 0.005);
    near(fit.parameters?.gamma, 15.443521, 0.01);
    near(fit.logLikelihood, -4055.9177, 0.0005);
    near(fit.correlation, 0.113884, 1e-5);
    const repeat = cdnowWeeks().filter(({ x }) => x > 0);
    near(repeat.reduce((sum, { spend }) => sum + spend, 0) / repeat.length, 35.078551797, 1e-3);
  });

  it("[S63] gives the same estimates for a hundred thousand customers", () => {
    const fit = fitGammaGamma(Array.from({ length: 106 }, () => cdnowWeeks()).flat());
    expect(fit).toMatchObject({ customers: 106 * 946, state: "OK", remarks: [] });
    near(fit.parameters?.p, 6.249572, 0.005);
    near(fit.parameters?.gamma, 15.443521, 0.01);
    near((fit.logLikelihood ?? 0) / 106, -4055.9177, 0.0005);
  });

  it("[S63] gives the published spends", () => {
    const parameters = { p: 6.25, q: 3.74, gamma: 15.44 };
    near(expectedSpend(parameters, { x: 0, spend: 0 }), 35.2189781, 1e-7);
    near(expectedSpend(parameters, { x: 2, spend: 20 }), 22.73622047, 1e-7);
    near(expectedSpend(parameters, { x: 3, spend: 35 }), 35.02792, 1e-5);
    expect(expectedSpend({ p: 2, q: 0.9, gamma: 1 }, { x: 0, spend: 0 })).toBeNull();
  });

  it("[S63] warns where number and value go together, where spend does not differ, and where there is too little", () => {
    const together = Array.from({ length: 80 }, (_, index) => ({
      x: 1 + (index % 10),
      spend: 20 + 10 * (index % 10),
    }));
    expect(fitGammaGamma(together).remarks).toContain("correlated");
    const alike = Array.from({ length: 60 }, (_, index) => ({
      x: 1 + (index % 5),
      spend: 100 + (index % 3) / 1e3,
    }));
    expect(fitGammaGamma(alike)).toMatchObject({
      state: "BOUNDARY",
      remarks: expect.arrayContaining(["sameSpend"]),
    });
    expect(fitGammaGamma([{ x: 1, spend: 5 }])).toMatchObject({ state: "FAILED", remarks: ["tooFew"] });
  });

  it("[S63] scales with the currency", () => {
    const cents = fitGammaGamma(cdnowWeeks().map(({ x, spend }) => ({ x, spend: 100 * spend })));
    near(cents.parameters?.p, 6.249572, 0.005);
    near(cents.parameters?.gamma, 1544.3521, 1);
  });
});

describe("CLV and CLVPROB", () => {
  it("[S54] gives the textbook values", () => {
    const terms = { margin: 100, retention: 0.8, discount: 0.1, growth: 0 };
    near(retainedValue(terms, null, "end"), 266.6667, 1e-4);
    near(retainedValue(terms, null, "start"), 366.6667, 1e-4);
    near(retainedValue(terms, 5, "end"), 212.40973356, 1e-8);
    near(retainedValue(terms, 5, "start"), 292.06338365, 1e-8);
    near(retainedValue(terms, 10, "end"), 255.6273612, 1e-7);
    near(
      retainedValue({ margin: 1000, retention: 0.9, discount: 0.12, growth: 0 }, 5, "end"),
      2720.20956532,
      1e-8,
    );
    for (const [retention, discount, multiple] of [
      [0.6, 0.1, 1.2],
      [0.7, 0.12, 1.666667],
      [0.9, 0.1, 4.5],
      [0.9, 0.16, 3.461538],
    ] as const) {
      near(retainedValue({ margin: 1, retention, discount, growth: 0 }, null, "end"), multiple, 1e-6);
    }
    expect(retainedValue({ ...terms, retention: 1, growth: 0.1 }, null, "end")).toBeNull();
    near(retainedValue({ ...terms, retention: 1, growth: 0.1 }, 3, "start"), 300, 1e-9);
  });

  it("[S54] the closed form is the sum it stands for", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (retention, discount, growth, horizon) => {
          let sum = 0;
          for (let t = 1; t <= horizon; t += 1)
            sum += (100 * (1 + growth) ** (t - 1) * retention ** t) / (1 + discount) ** t;
          const value = retainedValue({ margin: 100, retention, discount, growth }, horizon, "end") ?? 0;
          expect(Math.abs(value - sum)).toBeLessThanOrEqual(1e-7 * Math.max(1, sum));
        },
      ),
    );
  });

  it("[S63] gives the reference values of six CDNOW customers", () => {
    const customers = withSpend();
    const bg = fitBg(customers).parameters;
    const gg = fitGammaGamma(customers).parameters;
    if (!bg || !gg) throw new Error("no fit");
    const terms = { months: 12, discount: 0.01, margin: 1, unit: "week" as const };
    const values = [0, 1, 2, 5, 6, 8].map((index) => {
      const customer = customers[index] ?? { ...newcomer, spend: 0 };
      return expectedValue(bg, customer, expectedSpend(gg, customer) ?? 0, terms);
    });
    [36.278496, 4.637467, 8.344092, 283.523562, 6.881408, 43.353643].forEach((expected, index) => {
      near((values[index] ?? 0) / expected, 1, 5e-4);
    });
  });
});

describe("BTYD", () => {
  it("[S63] counts repeat days from the first to the last and to the as-of day", () => {
    const purchases = {
      ids: ["b", "a", "a", "a", "a", "c", "d"],
      days: [100, 107, 100, 114, 114, 120, 100],
      amounts: [5, 10, 20, 8, 6, 1, -3],
    };
    expect(buyingHistories(purchases, 121, "week")).toEqual([
      { id: "a", x: 2, tx: 2, T: 3, spend: 12 },
      { id: "b", x: 0, tx: 0, T: 3, spend: null },
      { id: "c", x: 0, tx: 0, T: 1 / 7, spend: null },
    ]);
    expect(buyingHistories(purchases, 110, "day")[0]).toEqual({ id: "a", x: 1, tx: 7, T: 10, spend: 10 });
  });
});

/** P(X(t) = n) of the paper, from the same special functions. */
function countProbability({ r, alpha, a, b }: typeof published, t: number, n: number): number {
  const term = (j: number) =>
    Math.exp(
      logGamma(r + j) -
        logGamma(r) -
        logGamma(j + 1) +
        r * Math.log(alpha / (alpha + t)) +
        j * Math.log(t / (alpha + t)),
    );
  const stayed = Math.exp(logBeta(a, b + n) - logBeta(a, b)) * term(n);
  if (n === 0) return stayed;
  let fewer = 0;
  for (let j = 0; j < n; j += 1) fewer += term(j);
  return stayed + Math.exp(logBeta(a + 1, b + n - 1) - logBeta(a, b)) * (1 - fewer);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 0.5) / 2_147_483_648;
  };
}

/** A customer of BG/NBD with a rate of its own, observed for a year of weeks. */
function simulated(random: () => number, leaving: () => number) {
  const rate = -Math.log(random()) / 4;
  const chance = leaving();
  let [x, tx, at] = [0, 0, 0];
  for (;;) {
    at += -Math.log(random()) / rate;
    if (at > 52) break;
    x += 1;
    tx = at;
    if (random() < chance) break;
  }
  return { x, tx, T: 52 };
}

function withSpend() {
  const spends = cdnowWeeks();
  return cdnowRounded().map((history, index) => ({ ...history, spend: spends[index]?.spend ?? 0 }));
}

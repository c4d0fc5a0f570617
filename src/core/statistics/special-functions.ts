/** Lanczos approximation (g = 607/128, n = 15; Godfrey): relative error below 1e-14 for positive arguments. */
const lanczos = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
  -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
  0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
  0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];

const halfLogTwoPi = 0.91893853320467274178;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  const shifted = x + 607 / 128;
  let series = lanczos[0] ?? 1;
  for (let term = 1; term < lanczos.length; term += 1) series += (lanczos[term] ?? 0) / (x + (term - 1));
  // Written for Γ(x) = Γ((x − 1) + 1), so that small x lose no digits.
  const base = shifted - 0.5;
  return (x - 0.5) * Math.log(base) - base + halfLogTwoPi + Math.log(series);
}

/** ψ(x) = d ln Γ(x) / dx for x > 0: recurrence up to 10, then the asymptotic series. */
export function digamma(x: number): number {
  let value = 0;
  let at = x;
  while (at < 10) {
    value -= 1 / at;
    at += 1;
  }
  const inverse = 1 / (at * at);
  const series =
    inverse * (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse / 132))));
  return value + Math.log(at) - 0.5 / at - series;
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Upper tail of the standard normal distribution, both sides: P(|Z| ≥ |z|). Error below 1.2e-7 (relative). */
export function twoSidedNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  const exponent = terms.reduceRight((sum, term) => term + t * sum, 0);
  return t * Math.exp(-x * x + exponent);
}

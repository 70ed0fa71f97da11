import { seededRandom } from '../base/random';
import { fail, ok, type Result } from '../base/result';

/**
 * Acceptance sampling for decisions taken in bulk: a random sample, fixed by the head of the journal so that nobody can
 * choose it, is judged by a person; from it follows the error rate with its confidence interval.
 */

/**
 * `size` different members of 0 … `population` − 1, ascending; all of them when there are no more. The same seed gives
 * the same sample on every machine. Robert Floyd's algorithm (J. Bentley, "A sample of brilliance", CACM 30(9), 1987):
 * time and memory depend on the sample only.
 */
export function drawSample(seed: string, population: number, size: number): Uint32Array {
  if (size >= population) return Uint32Array.from({ length: population }, (_, i) => i);
  const random = seededRandom(seed);
  const chosen = new Set<number>();
  for (let last = population - size; last < population; last++) {
    const candidate = random.int(last + 1);
    chosen.add(chosen.has(candidate) ? last : candidate);
  }
  return Uint32Array.from(chosen).sort();
}

/** The seed of the sample for one bulk decision: where the journal stood, and what it is about. */
export function sampleSeed(journalHead: string, subject: string): string {
  return `winnow-sample:1\n${journalHead}\n${subject}`;
}

/** An error rate measured on a sample. */
export interface ErrorRate {
  readonly judged: number;
  readonly wrong: number;
  readonly rate: number;
  /** Two-sided interval at the confidence asked for. */
  readonly low: number;
  readonly high: number;
}

/**
 * The exact (Clopper–Pearson) interval of an error rate: it covers the true rate with at least the given confidence for
 * every sample size, which normal approximations do not near zero. C. J. Clopper and E. S. Pearson, "The use of
 * confidence or fiducial limits", Biometrika 26, 1934. For samples from a small population it is on the safe side.
 */
export function errorRate(judged: number, wrong: number, confidence = 0.95): Result<ErrorRate> {
  const sensible = Number.isInteger(judged) && Number.isInteger(wrong) && wrong >= 0 && wrong <= judged;
  if (!sensible || judged < 1 || !(confidence > 0 && confidence < 1)) {
    return fail(
      'SAMPLE_NOT_JUDGED',
      'An error rate needs at least one judged pair, and no more wrong ones than judged ones.',
      { judged, wrong, confidence },
    );
  }
  const tail = (1 - confidence) / 2;
  return ok({
    judged,
    wrong,
    rate: wrong / judged,
    low: wrong === 0 ? 0 : betaQuantile(tail, wrong, judged - wrong + 1),
    high: wrong === judged ? 1 : betaQuantile(1 - tail, wrong + 1, judged - wrong),
  });
}

/**
 * How many must be judged, all found right, to be confident that the error rate is below a limit:
 * ln(1 − confidence) / ln(1 − limit), 59 for 5 % at 95 %. Never more than there are.
 */
export function sampleSizeFor(population: number, limit: number, confidence = 0.95): number {
  const needed = Math.ceil(Math.log(1 - confidence) / Math.log(1 - limit));
  return Math.min(population, Math.max(1, needed));
}

/** The value below which the beta distribution has the given probability; by bisection, to 1e-12. */
function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60 && high - low > 1e-12; i++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Regularised incomplete beta function I_x(a, b). Numerical Recipes, 3rd edition, §6.4. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Its continued fraction, by the modified Lentz method. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 1_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x ≥ 1, by Lanczos' approximation (g = 7, n = 9), good to about 15 digits. */
function logGamma(x: number): number {
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

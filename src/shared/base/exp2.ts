/** Powers of two with whole exponents, from the least to the greatest number there is; doubling and halving are exact. */
const LEAST = -1074;
const POWERS = wholePowers();

function wholePowers(): Float64Array {
  const powers = new Float64Array(1023 - LEAST + 1);
  powers[-LEAST] = 1;
  for (let k = 1; k <= 1023; k++) powers[k - LEAST] = powers[k - 1 - LEAST]! * 2;
  for (let k = -1; k >= LEAST; k--) powers[k - LEAST] = powers[k + 1 - LEAST]! / 2;
  return powers;
}

/** 1/2!, 1/3!, … of the exponential series; thirteen terms are exact to the last bit for |r| ≤ ln 2 / 2. */
const SERIES = Float64Array.from({ length: 13 }, (_, i) => {
  let factorial = 1;
  for (let k = 2; k <= i + 2; k++) factorial *= k;
  return 1 / factorial;
});

/**
 * 2 to the power of x, the same to the last bit in every engine: `Math.pow` may differ there between Node and browsers,
 * while the four operations may not (IEEE 754). Within two units in the last place of the true value; above 2^1023 it is
 * Infinity, below the least number 0.
 */
export function exp2(x: number): number {
  if (!(x < 1024)) return x >= 1024 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x < LEAST - 1) return 0;
  const whole = Math.max(LEAST, Math.min(1023, Math.round(x)));
  const r = (x - whole) * Math.LN2;
  let sum = SERIES[12]!;
  for (let i = 11; i >= 0; i--) sum = sum * r + SERIES[i]!;
  return (1 + (r + r * r * sum)) * POWERS[whole - LEAST]!;
}

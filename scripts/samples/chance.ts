import type { Random } from '../../src/shared/base/random';

/** True with probability `p`. */
export function chance(random: Random, p: number): boolean {
  return random.next() < p;
}

/** Uniform integer in [from, to]. */
export function between(random: Random, from: number, to: number): number {
  return from + random.int(to - from + 1);
}

/** The item of the first option whose share is reached; shares should sum to 1, the last option takes the rest. */
export function weighted<T>(random: Random, options: readonly (readonly [T, number])[]): T {
  let left = random.next();
  for (const [item, share] of options) {
    left -= share;
    if (left < 0) return item;
  }
  return options[options.length - 1]![0];
}

/** Replaces `#` by a random digit and `@` by a random capital letter. */
export function fillPattern(random: Random, pattern: string): string {
  return pattern.replace(/[#@]/g, (mark) =>
    mark === '#' ? String(random.int(10)) : String.fromCharCode(65 + random.int(26)),
  );
}

/** A shuffled copy (Fisher-Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

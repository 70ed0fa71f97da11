import { quietTask } from '@shared/base/progress';
import { foundByRules, generatePairs, sharesBlock } from '@shared/match/blocking/pairs';
import { multiRule, type Rule } from '@shared/match/blocking/rules';
import { ruleWithin } from '@shared/match/blocking/subdivide';
import { noTwins } from '@shared/match/blocking/twins';
import { areCompared, type ComparedSources } from '@shared/match/sources';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, multiKeyOf } from './keys';

/** Rules over a few records: two single ones and one of several keys a record. */
const world = fc
  .record({ rows: fc.integer({ min: 2, max: 24 }), sources: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, sources }) =>
    fc.record({
      first: fc.array(fc.nat(3), { minLength: rows, maxLength: rows }),
      second: fc.array(fc.nat(3), { minLength: rows, maxLength: rows }),
      words: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }), {
        minLength: rows,
        maxLength: rows,
      }),
      of: fc.array(fc.nat(sources - 1), { minLength: rows, maxLength: rows }),
      compared: fc.array(fc.boolean(), { minLength: sources * sources, maxLength: sources * sources }),
      sources: fc.constant(sources),
    }),
  );

function sourcesOf(size: number, of: readonly number[], flags: readonly boolean[]): ComparedSources {
  const compared = new Uint8Array(size * size);
  for (let a = 0; a < size; a++)
    for (let b = a; b < size; b++)
      if (flags[a * size + b]) {
        compared[a * size + b] = 1;
        compared[b * size + a] = 1;
      }
  return { rules: { size, compared, single: new Uint8Array(size), all: false }, of: Uint16Array.from(of) };
}

function rulesOf(
  { first, second, words }: { first: number[]; second: number[]; words: number[][] },
  sources: ComparedSources | null,
): Rule[] {
  const keys = [keyOf(0, first), keyOf(1, second)];
  const many = Number.POSITIVE_INFINITY;
  return [
    ruleWithin([keys[0]!], keys, many, sources)!,
    ruleWithin([keys[1]!], keys, many, sources)!,
    multiRule(multiKeyOf(2, words), many, sources),
  ];
}

describe('making pairs', () => {
  it('makes every compared pair that shares a key exactly once, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const sources = sourcesOf(one.sources, one.of, one.compared);
        const rules = rulesOf(one, sources);
        const rows = one.first.length;
        const accept = (l: number, r: number): boolean => areCompared(sources, l, r);
        const made = await generatePairs(rules, noTwins(rows), accept, quietTask);
        const expected: string[] = [];
        for (let l = 0; l < rows; l++)
          for (let r = l + 1; r < rows; r++)
            if (accept(l, r) && rules.some((rule) => sharesBlock(rule, l, r))) expected.push(`${l} ${r}`);
        const found = Array.from(made.left, (l, i) => `${l} ${made.right[i]}`);
        expect([...found].sort()).toEqual(expected.sort());
        const counts = foundByRules(rules, made);
        found.forEach((_, i) => {
          const by = rules.filter((rule) => sharesBlock(rule, made.left[i]!, made.right[i]!)).length;
          expect(counts[i]).toBe(by);
        });
      }),
    );
  });

  it('states the pairs of a rule exactly beforehand', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (one) => {
        const sources = sourcesOf(one.sources, one.of, one.compared);
        const accept = (l: number, r: number): boolean => areCompared(sources, l, r);
        for (const rule of rulesOf(one, sources).slice(0, 2)) {
          const made = await generatePairs([rule], noTwins(one.first.length), accept, quietTask);
          expect(made.count).toBe(rule.pairs);
        }
      }),
    );
  });
});

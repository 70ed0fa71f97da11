import { HAS, MASK_LENGTH, ValueScan } from '@shared/profile/value-scan';
import { ValueUnits } from '@shared/profile/value-units';
import { patternMask } from '@shared/table/pattern';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Bit = keyof typeof HAS;

/** What a scan finds in one value: the names of its bits, runs of digits, the hash of its mask. */
function scanned(value: string) {
  const units = unitsOf(value);
  const scan = new ValueScan();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII ends there
  if (/^[\u0000-\u007f]*$/.test(value)) scan.scan(units, 0, units.length);
  else scan.scanAny(units, 0, units.length);
  const bits = (Object.keys(HAS) as Bit[]).filter((bit) => (scan.flags & HAS[bit]) !== 0);
  const { runs, hasLongRun, hasRunOfEight, maskLow, maskHigh } = scan;
  return { bits, runs, hasLongRun, hasRunOfEight, mask: `${maskLow} ${maskHigh}` };
}

function unitsOf(value: string): Uint16Array {
  return Uint16Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
}

/** The same by regular expressions, as the bits are described. */
function described(value: string): readonly Bit[] {
  const found: Record<Bit, boolean> = {
    digit: /[0-9]/.test(value),
    content: /[1-9@]/.test(value),
    foreign: /[\u0080-\uffff]/.test(value),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
    uneven: /^ | $| {2}|[\u0000-\u001f\u007f]/.test(value) || value === '',
    wordy: /[A-Za-z]{4}|[;!?#&=<>:@]/.test(value),
    badGroup: /[0-9] (?![0-9]{3}(?![0-9]))[0-9]/.test(value),
    colon: value.includes(':'),
    at: value.includes('@'),
  };
  return (Object.keys(HAS) as Bit[]).filter((bit) => found[bit]);
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aZ019 .:@é東٣\t-'), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'12 ab'), maxLength: 30 }),
  fc.string(),
);

describe('ValueScan', () => {
  it('finds what is in a value', () => {
    expect(scanned('1 234 567').bits).toEqual(['digit', 'content']);
    expect(scanned('1 23').bits).toEqual(['digit', 'content', 'badGroup']);
    expect(scanned('a@b.de').bits).toEqual(['content', 'wordy', 'at'].sort(byPlace));
    expect(scanned(' x').bits).toEqual(['uneven']);
    expect(scanned('Åre').bits).toEqual(['foreign']);
    fc.assert(
      fc.property(text, (value) => {
        expect(scanned(value).bits).toEqual(described(value));
      }),
    );
  });

  it('knows the runs of digits', () => {
    fc.assert(
      fc.property(text, (value) => {
        const runs = value.match(/[0-9]+/g) ?? [];
        const longest = Math.max(0, ...runs.map((run) => run.length));
        const found = scanned(value);
        expect(found.runs).toBe(runs.length);
        expect(found.hasLongRun).toBe(longest > 4);
        if (runs.length === 1) expect(found.hasRunOfEight).toBe(longest === 8);
      }),
    );
  });

  it('gives the same hash to values of one mask and another to others', () => {
    const maskOf = (value: string): string => patternMask(value.slice(0, MASK_LENGTH));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(scanned(one).mask === scanned(other).mask).toBe(maskOf(one) === maskOf(other));
      }),
    );
    expect(scanned('Bonn 7').mask).toBe(scanned('Köln 3').mask);
  });
});

function byPlace(one: string, other: string): number {
  const bits = Object.keys(HAS);
  return bits.indexOf(one) - bits.indexOf(other);
}

describe('ValueUnits', () => {
  it('has the units of values one after the other, whatever they are', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '7', 'é', '東', '😀', '\ud800', '\udc00') });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const loaded = new ValueUnits();
        const found: number[] = [];
        for (let from = 0; from < values.length; ) {
          const to = loaded.load(values, from);
          const size = values.slice(from, to).join('').length;
          found.push(...loaded.units.subarray(0, size));
          from = to;
        }
        expect(found).toEqual([...unitsOf(values.join(''))]);
      }),
    );
  });

  it('takes a value of any length, and as many as fit well', () => {
    const loaded = new ValueUnits();
    const long = 'x'.repeat(100_000);
    expect(loaded.load([long, long], 0)).toBe(1);
    expect(loaded.ascii).toBe(true);
    expect(loaded.load(Array(5_000).fill('ab'), 0)).toBe(2_048);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPart, putTogether, takeApart } from '../../../src/renderer/store/spill';

/** Taken apart and packed, as it is stored. */
function spill(value: unknown) {
  const { skeleton, parts } = takeApart(value);
  return { skeleton, parts: parts.map(packPart) };
}

const back = (value: unknown) => {
  const { skeleton, parts } = spill(value);
  return putTogether(structuredClone(skeleton), parts);
};

describe('taking a result apart', () => {
  it('takes long arrays out and leaves markers', () => {
    const codes = new Uint32Array(10_000).fill(3);
    const { skeleton, parts } = spill({ name: 'City', codes, short: new Uint16Array(4) });
    expect(skeleton).toEqual({
      name: 'City',
      codes: { $spill: 'array', kind: 'Uint32Array', part: 0 },
      short: new Uint16Array(4),
    });
    expect(parts.map((arrays) => arrays.map((bytes) => bytes.byteLength))).toEqual([[40_000]]);
  });

  it('packs long lists of text and gives them back', () => {
    const values = Array.from({ length: 3000 }, (_, i) => `Straße ${i} 田中 😀`);
    expect(spill({ values }).parts).toHaveLength(1);
    expect(back({ values })).toEqual({ values });
  });

  it('gives a view back as an array of its own', () => {
    const view = new Int32Array(new ArrayBuffer(80_000), 400, 10_000).fill(-7);
    const again = back(view);
    expect(again).toEqual(view);
    expect(again instanceof Int32Array && again.byteOffset).toBe(0);
  });

  it('keeps keys of any name as what they are', () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1},"toString":2}');
    const again = back(value);
    expect(JSON.stringify(again)).toBe('{"__proto__":{"x":1},"toString":2}');
    expect(Object.getPrototypeOf(again)).toBe(Object.prototype);
  });

  it('is undone by putting it together, whatever the value', () => {
    const column = fc.record({
      name: fc.string(),
      codes: fc
        .uint32Array({ maxLength: 20 })
        .map((codes) => new Uint32Array([...codes, ...new Uint32Array(5000)])),
      values: fc.array(fc.string({ unit: 'binary' }), { minLength: 1024, maxLength: 1100 }),
    });
    const value = fc.record({
      columns: fc.array(column, { maxLength: 2 }),
      count: fc.nat(),
      note: fc.option(fc.string()),
      scores: fc.float32Array({ maxLength: 6000, noNaN: true }),
      nested: fc.jsonValue(),
    });
    fc.assert(
      fc.property(value, (item) => {
        expect(back(item)).toEqual(item);
      }),
      { numRuns: 8 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, spill } from '../../../src/renderer/store/spill';

describe('spill', () => {
  it('takes long arrays out and leaves markers', () => {
    const codes = new Uint32Array(10_000).fill(3);
    const { skeleton, arrays } = spill({ name: 'City', codes, short: new Uint16Array(4) });
    expect(skeleton).toEqual({
      name: 'City',
      codes: { $spill: 'array', kind: 'Uint32Array', at: 0 },
      short: new Uint16Array(4),
    });
    expect(arrays.map((bytes) => bytes.byteLength)).toEqual([40_000]);
  });

  it('packs long lists of text and gives them back', () => {
    const values = Array.from({ length: 3000 }, (_, i) => `Straße ${i} 田中 😀`);
    const spilled = spill({ values });
    expect(spilled.arrays).toHaveLength(2);
    expect(gather(spilled)).toEqual({ values });
  });

  it('gives a view back as an array of its own', () => {
    const view = new Int32Array(new ArrayBuffer(80_000), 400, 10_000).fill(-7);
    const back = gather(spill(view));
    expect(back).toEqual(view);
    expect(back instanceof Int32Array && back.byteOffset).toBe(0);
  });

  it('keeps keys of any name as what they are', () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1},"toString":2}');
    const back = gather(spill(value));
    expect(JSON.stringify(back)).toBe('{"__proto__":{"x":1},"toString":2}');
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it('is undone by gather, whatever the value', () => {
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
        expect(gather(spill(item))).toEqual(item);
      }),
      { numRuns: 8 },
    );
  });
});

import { grown } from '@shared/base/grown';
import { describe, expect, it } from 'vitest';

describe('grown', () => {
  it('doubles an array, keeps what is in it and leaves the old one as it was', () => {
    const array = Int32Array.of(-1, 2, 3);
    expect(grown(array)).toEqual(Int32Array.of(-1, 2, 3, 0, 0, 0));
    expect(array).toEqual(Int32Array.of(-1, 2, 3));
  });

  it('makes room for what is wanted at least, also of nothing', () => {
    expect(grown(Uint8Array.of(1), 4)).toEqual(Uint8Array.of(1, 0, 0, 0));
    expect(grown(Uint8Array.of(1, 2, 3), 4).length).toBe(6);
    expect(grown(new Uint32Array(0), 2)).toEqual(new Uint32Array(2));
  });
});

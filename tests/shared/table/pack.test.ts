import { columnOf } from '@shared/table/column';
import { packColumn, unpackColumn } from '@shared/table/pack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('packColumn', () => {
  it('puts the distinct values into one UTF-8 arena with byte offsets', () => {
    const packed = packColumn(columnOf('c', ['ab', 'é€', '', 'ab']));
    expect(packed.encoding).toBe('utf-8');
    expect([...packed.codes]).toEqual([1, 2, 0, 1]);
    expect([...packed.offsets]).toEqual([0, 0, 2, 7]);
    expect(new TextDecoder().decode(packed.arena)).toBe('abé€');
  });

  it('comes back equal for any text, half surrogate pairs and byte order marks too', () => {
    const piece = fc.constantFrom('a', 'é', '€', '😀', '\ud83d', '\ude00', '\ufeff', '\0', '漢');
    const text = fc.oneof(fc.string({ unit: piece }), fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(fc.array(text), (cells) => {
        const column = columnOf('c', cells);
        expect(unpackColumn(packColumn(column))).toEqual(column);
      }),
    );
  });

  it('comes back equal when the text fills several blocks', () => {
    const column = columnOf(
      'c',
      Array.from({ length: 3000 }, (_, i) => `${'ж€😀x'.repeat(i % 400)}${i}`),
    );
    expect(packColumn(column).arena.length).toBeGreaterThan(3 << 20);
    expect(unpackColumn(packColumn(column))).toEqual(column);
  });

  it('reads from memory shared between threads', () => {
    const packed = packColumn(columnOf('c', ['shared', 'text']));
    const arena = new Uint8Array(new SharedArrayBuffer(packed.arena.length));
    arena.set(packed.arena);
    expect(unpackColumn({ ...packed, arena }).values).toEqual(['', 'shared', 'text']);
  });
});

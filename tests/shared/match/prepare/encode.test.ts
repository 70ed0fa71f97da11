import { encode, encodeSet } from '@shared/match/prepare/encode';
import { columnOf } from '@shared/table/column';
import { TextCodes } from '@shared/table/text-codes';
import { describe, expect, it } from 'vitest';

describe('encoding', () => {
  it('normalises each distinct value once', () => {
    let calls = 0;
    const texts = new TextCodes();
    const codes = encode(columnOf('x', ['A', 'b', 'a', 'A', '']), texts, (value) => {
      calls++;
      return value.toLowerCase();
    });
    expect(Array.from(codes)).toEqual([1, 2, 1, 1, 0]);
    expect(calls).toBe(3);
  });

  it('makes one sorted set of the values of several columns', () => {
    const texts = new TextCodes();
    const columns = [columnOf('x', ['2', '1', '', '3']), columnOf('y', ['1', '2', '', '3'])];
    const codes = encodeSet(columns, texts, (value) => value, '+');
    expect(Array.from(codes, (code) => texts.values[code])).toEqual(['1+2', '1+2', '', '3']);
  });
});

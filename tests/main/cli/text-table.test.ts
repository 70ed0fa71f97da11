import { describe, expect, it } from 'vitest';
import { clipped, displayWidth, grouped, percent, textTable } from '../../../src/main/cli/text-table';

describe('textTable', () => {
  it('pads columns, numbers to the right', () => {
    expect(
      textTable(
        [
          { title: 'name', align: 'left' },
          { title: 'rows', align: 'right' },
        ],
        [
          ['accounts', '2,506'],
          ['x', '7'],
        ],
      ),
    ).toBe('name       rows\naccounts  2,506\nx             7\n');
  });

  it('counts wide characters as two', () => {
    expect(displayWidth('山田')).toBe(4);
    expect(displayWidth('김민준')).toBe(6);
    expect(displayWidth('Müller')).toBe(6);
  });
});

describe('numbers for people', () => {
  it('groups thousands', () => {
    expect([grouped(0), grouped(999), grouped(1000), grouped(1234567)]).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
    ]);
  });

  it('never rounds to all or none', () => {
    expect([percent(1), percent(0.9999), percent(0.5), percent(0.0001), percent(0)]).toEqual([
      '100 %',
      '99 %',
      '50 %',
      '1 %',
      '0 %',
    ]);
  });

  it('clips long text and flattens line breaks', () => {
    expect(clipped('one\ntwo', 20)).toBe('one two');
    expect(clipped('abcdefghij', 5)).toBe('abcd…');
  });
});

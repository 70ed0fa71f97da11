import type { ColumnGuess } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../src/renderer/screens/sources/replace/drift';

const column = (name: string, type: ColumnGuess['type'] = 'text'): ColumnGuess => ({
  name,
  type,
  dateOrder: null,
  decimalComma: false,
});

describe('driftOf', () => {
  it('says so when nothing changed', () => {
    const same = [column('Kd-Nr'), column('Firma')];
    expect(driftOf(same, same, new Set())).toEqual([
      { sentence: 'The same columns as before.', weight: 'same' },
    ]);
  });
  it('names a missing column that decisions need first', () => {
    const drifts = driftOf(
      [column('Kd-Nr'), column('Firma'), column('Ort'), column('Fax')],
      [column('Firma'), column('Ort'), column('E-Mail')],
      new Set(['Kd-Nr']),
    );
    expect(drifts.map((drift) => drift.weight)).toEqual(['breaks', 'changes', 'changes']);
    expect(drifts[0]?.sentence).toMatch(/^Kd-Nr is missing, and mapped/);
    expect(drifts[1]?.sentence).toBe('Fax is missing; nothing depends on it.');
    expect(drifts[2]?.sentence).toBe('E-Mail is new and not mapped yet.');
  });
  it('tells changed types, but not of columns that are only empty now', () => {
    const drifts = driftOf(
      [column('A', 'date'), column('B', 'integer')],
      [column('A', 'text'), column('B', 'empty')],
      new Set(),
    );
    expect(drifts).toEqual([{ sentence: 'A was date and now looks like text.', weight: 'changes' }]);
  });
  it('warns when most columns are gone', () => {
    const drifts = driftOf(
      [column('A'), column('B'), column('C')],
      [column('A'), column('X'), column('Y')],
      new Set(),
    );
    expect(drifts[0]).toEqual({
      sentence: 'Only 1 of 3 columns are there: this looks like another table.',
      weight: 'breaks',
    });
    expect(drifts[1]?.sentence).toBe('B and C are missing; nothing depends on them.');
  });
  it('counts instead of listing many', () => {
    const many = Array.from({ length: 9 }, (_, i) => column(`C${i}`));
    expect(driftOf([], many, new Set())[0]?.sentence).toBe(
      'C0, C1, C2, C3, C4, C5 and 3 more are new and not mapped yet.',
    );
  });
});

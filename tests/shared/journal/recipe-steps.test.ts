import { MAX_STEPS } from '@shared/clean/limits';
import type { Recipe, Step } from '@shared/clean/types';
import { applyEntries, foldJournal } from '@shared/journal/fold';
import { moveStep, removeStep, setStep } from '@shared/journal/recipe-steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREATED, draft, journalOf, tableRead } from './make-journal';

const step = (id: string, note = ''): Step => ({
  id,
  action: { kind: 'remove', columns: [id] },
  where: [],
  enabled: true,
  note,
});
const ids = (recipe: Recipe): string => recipe.map(({ id }) => id).join('');
const ABC: Recipe = ['a', 'b', 'c'].map((id) => step(id));

describe('the steps of a recipe', () => {
  it('are put before another, or last, and replaced where they stand', () => {
    expect(ids(setStep(ABC, step('x'), 'b'))).toBe('axbc');
    expect(ids(setStep(ABC, step('x'), null))).toBe('abcx');
    expect(ids(setStep(ABC, step('x'), 'gone'))).toBe('abcx');
    const edited = setStep(ABC, step('b', 'edited'), 'a');
    expect([ids(edited), edited[1]?.note]).toEqual(['abc', 'edited']);
  });

  it('are moved and removed by id; what is not there changes nothing', () => {
    expect(ids(moveStep(ABC, 'c', 'a'))).toBe('cab');
    expect(ids(moveStep(ABC, 'a', null))).toBe('bca');
    expect(ids(moveStep(ABC, 'a', 'a'))).toBe('abc');
    expect(ids(moveStep(ABC, 'gone', 'a'))).toBe('abc');
    expect(ids(removeStep(ABC, 'b'))).toBe('ac');
    expect(ids(removeStep(ABC, 'gone'))).toBe('abc');
  });

  it('are at most so many', () => {
    const full = Array.from({ length: MAX_STEPS }, (_, at) => step(`s${at}`));
    expect(setStep(full, step('x'), null)).toBe(full);
    expect(setStep(full, step('s3', 'edited'), null)[3]?.note).toBe('edited');
  });
});

describe('the fold of cleaning steps', () => {
  const START = [
    CREATED,
    draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
    tableRead('t1', 's1', 'a'),
  ];

  it('keeps them by table, with what they touched when they were set, through a newer extract', () => {
    const state = foldJournal(
      journalOf(
        ...START,
        draft('step.set', { tableId: 't1', step: step('a'), before: null, matched: { values: 3, rows: 9 } }),
        draft('step.set', { tableId: 't1', step: step('b'), before: 'a' }),
        draft('step.set', { tableId: 'nowhere', step: step('c'), before: null }),
        tableRead('t1', 's1', 'b'),
      ),
    );
    expect(Object.keys(state.recipes)).toEqual(['t1']);
    expect(ids(state.recipes['t1']!)).toBe('ba');
    expect(state.stepCounts['t1']).toEqual({ a: { values: 3, rows: 9 } });
  });

  it('drops them with their table', () => {
    const state = foldJournal(
      journalOf(
        ...START,
        draft('step.set', { tableId: 't1', step: step('a'), before: null, matched: { values: 3, rows: 9 } }),
        draft('table.removed', { tableId: 't1' }),
      ),
    );
    expect([state.recipes, state.stepCounts]).toEqual([{}, {}]);
  });

  it('is the same in one go as entry after entry, undo and redo included', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const event = fc.oneof(
      fc.tuple(id, fc.option(id), fc.boolean()).map(([name, before, seen]) =>
        draft('step.set', {
          tableId: 't1',
          step: step(name),
          before,
          ...(seen && { matched: { values: 1, rows: 2 } }),
        }),
      ),
      fc
        .tuple(id, fc.option(id))
        .map(([stepId, before]) => draft('step.moved', { tableId: 't1', stepId, before })),
      id.map((stepId) => draft('step.removed', { tableId: 't1', stepId })),
      fc.integer({ min: 4, max: 12 }).map((seq) => draft('entry.undone', { seq })),
      fc.integer({ min: 4, max: 12 }).map((seq) => draft('entry.redone', { seq })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 16 }), fc.nat(18), (events, cut) => {
        const entries = journalOf(...START, ...events);
        const first = entries.slice(0, cut);
        expect(applyEntries(foldJournal(first), entries.slice(cut), first)).toEqual(foldJournal(entries));
        const recipe = foldJournal(entries).recipes['t1'] ?? [];
        expect(new Set(recipe.map((item) => item.id)).size).toBe(recipe.length);
      }),
    );
  });
});

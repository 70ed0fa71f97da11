import { redoBatch, redoTarget, undoBatch, undoTarget } from '@shared/journal/undo';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, INES, journalOf, MARA, minute } from './make-journal';

const a = draft('project.renamed', { name: 'A' });
const b = draft('project.renamed', { name: 'B' });
const undone = (seq: number) => draft('entry.undone', { seq });
const redone = (seq: number) => draft('entry.redone', { seq });

describe('the entry undo takes back', () => {
  test('is the last one of this person that is still in effect', () => {
    const entries = journalOf(CREATED, a, [b, INES]);
    expect(undoTarget(entries, 'mara')?.seq).toBe(2);
    expect(undoTarget(entries, 'ines')?.seq).toBe(3);
    expect(undoTarget(journalOf(CREATED, a, b, undone(3)), 'mara')?.seq).toBe(2);
    expect(undoTarget(journalOf(CREATED, a, b, undone(3), redone(3)), 'mara')?.seq).toBe(3);
  });

  test('is none when there is nothing a person may take back', () => {
    const person = { id: 'mara', name: 'Mara', roles: [], title: '', publicKey: '1'.repeat(64) };
    expect(undoTarget(journalOf(CREATED, draft('person.registered', { person })), 'mara')).toBeNull();
    expect(undoTarget(journalOf(CREATED, a), 'nobody')).toBeNull();
  });
});

describe('the entry redo brings back', () => {
  test('is the one undone last, then the one before', () => {
    const two = [CREATED, a, b, undone(3), undone(2)] as const;
    expect(redoTarget(journalOf(...two), 'mara')?.seq).toBe(2);
    expect(redoTarget(journalOf(...two, redone(2)), 'mara')?.seq).toBe(3);
    expect(redoTarget(journalOf(...two, redone(2), redone(3)), 'mara')).toBeNull();
  });

  test('is none after something new, but not after what somebody else did', () => {
    expect(redoTarget(journalOf(CREATED, a, undone(2), b), 'mara')).toBeNull();
    expect(redoTarget(journalOf(CREATED, a, undone(2), [b, INES]), 'mara')?.seq).toBe(2);
  });
});

describe('one step', () => {
  const at = minute(10);
  const step = [CREATED, a, [a, MARA, at], [b, MARA, at], [b, INES, minute(11)]] as const;

  test('is undone as a whole, latest first', () => {
    expect(undoBatch(journalOf(...step), 'mara').map((entry) => entry.seq)).toEqual([4, 3]);
  });

  test('is redone as a whole, in the order it was done', () => {
    const later = minute(12);
    const entries = journalOf(...step, [undone(4), MARA, later], [undone(3), MARA, later]);
    expect(redoBatch(entries, 'mara').map((entry) => entry.seq)).toEqual([3, 4]);
    expect(undoBatch(entries, 'mara').map((entry) => entry.seq)).toEqual([2]);
  });

  test('of which a part is undone already takes back the rest', () => {
    const entries = journalOf(...step, [undone(4), INES, minute(12)]);
    expect(undoBatch(entries, 'mara').map((entry) => entry.seq)).toEqual([3]);
  });

  test('is empty when there is nothing to do', () => {
    expect(undoBatch(journalOf(CREATED), 'mara')).toEqual([]);
    expect(redoBatch(journalOf(CREATED), 'mara')).toEqual([]);
  });
});

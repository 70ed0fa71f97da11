import { verifyChain } from '@shared/journal/chain';
import { entryLine, journalText, parseJournal } from '@shared/journal/codec';
import { erasePayloads } from '@shared/journal/erase';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf } from './make-journal';

const ENTRIES = journalOf(
  CREATED,
  draft('value.fixed', { object: 'Contact', field: 'Email', from: 'kim@exmaple.org', to: 'kim@example.org' }),
  draft('project.renamed', { name: 'B' }),
);

describe('erasing a payload', () => {
  test('takes the personal data and its salt out of the file, and the chain still holds', () => {
    const erased = erasePayloads(ENTRIES, [2]);
    if (!erased.ok) throw new Error(erased.error.message);
    expect(entryLine(erased.value[1]!)).toContain('"payload":null,"salt":"",');
    expect(journalText(erased.value)).not.toContain('kim@');
    expect(verifyChain(erased.value)).toEqual({ ok: true, value: null });
    expect(parseJournal(journalText(erased.value)).verdict).toMatchObject({ kind: 'valid', erased: [2] });
    expect(ENTRIES[1]!.payload).not.toBeNull();
  });

  test('twice is the same as once', () => {
    const once = erasePayloads(ENTRIES, [2]);
    expect(once.ok && erasePayloads(once.value, [2])).toEqual(once);
  });

  test('refuses what carries the history itself, and entries that are not there', () => {
    expect(erasePayloads(ENTRIES, [1])).toMatchObject({ ok: false, error: { code: 'ENTRY_NOT_ERASABLE' } });
    expect(erasePayloads(ENTRIES, [2, 9])).toMatchObject({ ok: false, error: { code: 'ENTRY_UNKNOWN' } });
  });

  test('leaves no half-erased entry unnoticed: a payload without its salt, a salt without its payload', () => {
    const half = { ...ENTRIES[1]!, salt: '' };
    expect(verifyChain([ENTRIES[0]!, half, ENTRIES[2]!]).ok).toBe(false);
    expect(verifyChain([ENTRIES[0]!, { ...ENTRIES[1]!, payload: null }, ENTRIES[2]!]).ok).toBe(false);
  });
});

import { emptyState, foldJournal } from '@shared/journal/fold';
import { parsePayload } from '@shared/journal/schemas';
import { describe, expect, it } from 'vitest';
import { CREATED, draft, journalOf } from './make-journal';

const MARA = { email: 'mara@winnow.example', name: 'Mara Voss', aliases: ['mv'], active: true };
const KARL = { email: 'karl@winnow.example', name: 'Karl Lang', aliases: [], active: false };

describe('the users of the target', () => {
  it('are whom the last list names, and nobody once it was taken back', () => {
    const first = draft('users.listed', { users: [MARA] });
    const second = draft('users.listed', { users: [MARA, KARL] });
    expect(emptyState().users).toEqual([]);
    expect(foldJournal(journalOf(CREATED, first, second)).users).toEqual([MARA, KARL]);
    expect(foldJournal(journalOf(CREATED, first, draft('users.listed', { users: [] }))).users).toEqual([]);
  });

  it.each([
    ['an address that is missing', { users: [{ ...MARA, email: '' }] }],
    ['more names than a user goes by', { users: [{ ...MARA, aliases: Array(7).fill('x') }] }],
    ['something nobody asked for', { users: [{ ...MARA, phone: '1' }] }],
  ])('are refused with %s', (_, payload) => {
    expect(parsePayload('users.listed', payload).ok).toBe(false);
  });
});

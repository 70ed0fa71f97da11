import { admitStep } from '@shared/journal/admit';
import { foldJournal } from '@shared/journal/fold';
import type { EventDraft } from '@shared/journal/types';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf, MARA } from './make-journal';

const rename = (name: string) => draft('project.renamed', { name });
const PERSON = {
  id: 'mara',
  name: 'Mara Voss',
  roles: ['steward' as const],
  title: '',
  publicKey: '1'.repeat(64),
};
const introduced = draft('person.registered', { person: PERSON });

function admit(drafts: readonly EventDraft[], entries = journalOf(CREATED, rename('B'), introduced)) {
  return admitStep(drafts, MARA, { entries, state: foldJournal(entries) });
}

const code = (result: ReturnType<typeof admit>) => (result.ok ? 'admitted' : result.error.code);

describe('a step', () => {
  test('is admitted as its schemas read it', () => {
    expect(admit([rename('C'), draft('entry.undone', { seq: 2 })])).toEqual({
      ok: true,
      value: [rename('C'), draft('entry.undone', { seq: 2 })],
    });
  });

  test('begins an empty journal with its project, whoever is introduced before it', () => {
    expect(code(admit([introduced, CREATED], []))).toBe('admitted');
    expect(code(admit([introduced], []))).toBe('PROJECT_NOT_BEGUN');
    expect(code(admit([CREATED, CREATED], []))).toBe('PROJECT_NOT_BEGUN');
    expect(code(admit([CREATED]))).toBe('PROJECT_HAS_BEGUN');
  });

  test('undoes only what can be undone', () => {
    expect(code(admit([draft('entry.undone', { seq: 3 })]))).toBe('CANNOT_UNDO');
    expect(code(admit([draft('entry.redone', { seq: 4 })]))).toBe('CANNOT_UNDO');
  });

  test('takes no ballot of another project', () => {
    const ballot = {
      format: 'winnow-ballot',
      version: 1,
      projectId: 'p-other',
      itemId: 'i',
      artefactHash: 'a'.repeat(64),
      statement: '',
      counts: {},
      decision: 'approve',
      reason: '',
      personId: 'ines',
      name: 'Ines',
      publicKey: 'b'.repeat(64),
      at: '2026-11-14T09:00:00Z',
      signature: 'c'.repeat(128),
    } as const;
    expect(code(admit([draft('ballot.cast', { ballot })]))).toBe('BALLOTS_OTHER_PROJECT');
    expect(code(admit([draft('ballot.cast', { ballot: { ...ballot, projectId: 'p-northgate' } })]))).toBe(
      'admitted',
    );
  });

  test('says what is wrong with a value in it', () => {
    const result = admit([draft('waiver.granted', { subject: 'held', reason: ' ' })]);
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'EVENT_INVALID',
        message:
          'This change was not saved because a value in it is too long, missing or not allowed. Correct it and try again.',
        details: { kind: 'waiver.granted', problem: 'reason: must give a reason' },
      },
    });
    expect(code(admit([draft('project.renamed', { name: 'x' }, 's'.repeat(1_001))]))).toBe('EVENT_INVALID');
  });
});

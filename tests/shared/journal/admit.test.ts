import { unwrap } from '@shared/base/result';
import { admitStep } from '@shared/journal/admit';
import { foldJournal } from '@shared/journal/fold';
import { sealDraft, sealHere } from '@shared/journal/seal';
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

async function admit(drafts: readonly EventDraft[], entries = journalOf(CREATED, rename('B'), introduced)) {
  const sealed = await Promise.all(
    drafts.map(async (item) => unwrap(await sealDraft(item, '0'.repeat(32), sealHere))),
  );
  const result = admitStep(sealed, MARA, { entries, state: foldJournal(entries) });
  return result.ok ? 'admitted' : result.error.code;
}

describe('a step', () => {
  test('of several drafts that make sense is admitted', async () => {
    expect(await admit([rename('C'), draft('entry.undone', { seq: 2 })])).toBe('admitted');
  });

  test('begins an empty journal with its project, whoever is introduced before it', async () => {
    expect(await admit([introduced, CREATED], [])).toBe('admitted');
    expect(await admit([introduced], [])).toBe('PROJECT_NOT_BEGUN');
    expect(await admit([CREATED, CREATED], [])).toBe('PROJECT_NOT_BEGUN');
    expect(await admit([CREATED])).toBe('PROJECT_HAS_BEGUN');
  });

  test('undoes only what can be undone', async () => {
    expect(await admit([draft('entry.undone', { seq: 3 })])).toBe('CANNOT_UNDO');
    expect(await admit([draft('entry.redone', { seq: 4 })])).toBe('CANNOT_UNDO');
  });

  test('takes no ballot of another project', async () => {
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
    expect(await admit([draft('ballot.cast', { ballot })])).toBe('BALLOTS_OTHER_PROJECT');
    expect(await admit([draft('ballot.cast', { ballot: { ...ballot, projectId: 'p-northgate' } })])).toBe(
      'admitted',
    );
  });
});

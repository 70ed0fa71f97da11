import { signerFromSeed } from '@shared/govern/identity';
import { chainEntry, GENESIS } from '@shared/journal/chain';
import { signCheckpoint } from '@shared/journal/checkpoint';
import type { EventDraft, JournalEntry } from '@shared/journal/types';
import { describe, expect, it } from 'vitest';
import { sealedJournal } from '../../../src/main/cli/sealed-journal';

const signer = await signerFromSeed(new Uint8Array(32).fill(7));

function append(entries: readonly JournalEntry[], draft: EventDraft): JournalEntry[] {
  const seq = entries.length + 1;
  const entry = chainEntry(draft, {
    seq,
    at: `2026-11-14T09:00:0${seq}.000Z`,
    actor: { id: 'mara', role: 'steward' },
    salt: String(seq).padStart(32, '0'),
    prev: entries.at(-1)?.hash ?? GENESIS,
  });
  return [...entries, entry];
}

const renamed = (name: string): EventDraft => ({
  kind: 'project.renamed',
  subject: 'project',
  payload: { name },
});
const written: EventDraft = {
  kind: 'package.written',
  subject: 'package',
  payload: { name: 'p', manifestSha256: '0'.repeat(64), rowsRead: 1, exported: 1 },
};

async function signedJournal() {
  const decided = append(append([], renamed('one')), renamed('two'));
  const checkpoint = await signCheckpoint(decided, signer);
  return {
    decided,
    checkpoint,
    signed: append(decided, { kind: 'checkpoint.signed', subject: 'checkpoint', payload: checkpoint }),
  };
}

describe('sealedJournal', () => {
  it('takes the whole journal when its last entry is the checkpoint', async () => {
    const { signed, checkpoint } = await signedJournal();
    expect(sealedJournal(signed, null)).toEqual({ ok: true, value: { entries: signed, checkpoint } });
  });

  it('takes the checkpoint kept in project.json', async () => {
    const { decided, checkpoint } = await signedJournal();
    expect(sealedJournal(decided, checkpoint)).toEqual({ ok: true, value: { entries: decided, checkpoint } });
  });

  it('leaves out notes that packages were written', async () => {
    const { signed, checkpoint } = await signedJournal();
    const later = append(append(signed, written), written);
    expect(sealedJournal(later, checkpoint)).toEqual({ ok: true, value: { entries: signed, checkpoint } });
  });

  it('refuses a journal with a decision after its checkpoint', async () => {
    const { signed, checkpoint } = await signedJournal();
    const later = append(append(signed, renamed('three')), written);
    expect(sealedJournal(later, checkpoint)).toMatchObject({ ok: false, error: { code: 'NO_CHECKPOINT' } });
  });

  it('refuses a journal nobody signed', async () => {
    const { decided } = await signedJournal();
    expect(sealedJournal(decided, null)).toMatchObject({ ok: false, error: { code: 'NO_CHECKPOINT' } });
  });
});

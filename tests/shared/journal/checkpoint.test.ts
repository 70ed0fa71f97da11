import { signerFromSeed } from '@shared/govern/identity';
import { isSigned, signCheckpoint, verifyCheckpoint, verifyJournal } from '@shared/journal/checkpoint';
import { erasePayloads } from '@shared/journal/erase';
import { verdictError } from '@shared/journal/verdict';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf } from './make-journal';

const rename = (name: string) => draft('project.renamed', { name });
const FOUR = journalOf(CREATED, rename('B'), rename('C'), rename('D'));
const signer = await signerFromSeed(new Uint8Array(32).fill(7));
const other = await signerFromSeed(new Uint8Array(32).fill(8));

describe('a checkpoint', () => {
  test('is a signature over count and head that stays the same', async () => {
    const checkpoint = await signCheckpoint(FOUR.slice(0, 2), signer);
    expect(checkpoint).toMatchObject({ count: 2, head: FOUR[1]!.hash, publicKey: signer.publicKey });
    expect(checkpoint.signature).toHaveLength(128);
    expect(await isSigned(checkpoint)).toBe(true);
    expect(await signCheckpoint(FOUR.slice(0, 2), signer)).toEqual(checkpoint);
  });

  test('holds for the journal as signed and for what was added later', async () => {
    const checkpoint = await signCheckpoint(FOUR.slice(0, 2), signer);
    expect(await verifyCheckpoint(FOUR.slice(0, 2), checkpoint)).toMatchObject({ kind: 'valid', count: 2 });
    expect(await verifyCheckpoint(FOUR, checkpoint)).toMatchObject({ kind: 'valid', count: 4 });
    expect(await verifyCheckpoint(FOUR, await signCheckpoint([], signer))).toMatchObject({ kind: 'valid' });
  });

  test('shows that the end was cut off', async () => {
    const verdict = await verifyCheckpoint(FOUR.slice(0, 3), await signCheckpoint(FOUR, signer));
    expect(verdict).toEqual({ kind: 'missing', count: 3, expected: 4 });
    expect(verdictError(verdict)).toMatchObject({
      code: 'JOURNAL_ENTRIES_MISSING',
      message: expect.stringContaining('should hold 4 entries and ends after 3'),
    });
  });

  test('shows that the whole chain was stamped anew', async () => {
    const rewritten = journalOf(CREATED, rename('B'), rename('forged'), rename('D'));
    expect(await verifyCheckpoint(rewritten, await signCheckpoint(FOUR, signer))).toEqual({
      kind: 'rewritten',
      seq: 4,
    });
  });

  test('reports a broken chain as altered, not as anything else', async () => {
    const altered = [FOUR[0]!, { ...FOUR[1]!, subject: 'x' }, FOUR[2]!, FOUR[3]!];
    expect(await verifyCheckpoint(altered, await signCheckpoint(FOUR, signer))).toMatchObject({
      kind: 'altered',
      seq: 2,
    });
  });

  test.each(['count', 'head', 'publicKey', 'signature'] as const)(
    'with another %s cannot be verified',
    async (field) => {
      const checkpoint = await signCheckpoint(FOUR, signer);
      const wrong = { count: 3, head: FOUR[2]!.hash, publicKey: other.publicKey, signature: '0'.repeat(128) }[
        field
      ];
      expect(await verifyCheckpoint(FOUR, { ...checkpoint, [field]: wrong })).toMatchObject({
        kind: 'unverifiable',
      });
    },
  );
});

describe('a journal with checkpoints in it', () => {
  test('is held against each of them and against the one beside it', async () => {
    const inside = await signCheckpoint(FOUR, signer);
    const entries = journalOf(
      CREATED,
      rename('B'),
      rename('C'),
      rename('D'),
      draft('checkpoint.signed', inside),
    );
    expect(await verifyJournal(entries, inside)).toMatchObject({ kind: 'valid', count: 5 });

    const rewritten = journalOf(
      CREATED,
      rename('B'),
      rename('forged'),
      rename('D'),
      draft('checkpoint.signed', inside),
    );
    expect(await verifyJournal(rewritten, null)).toEqual({ kind: 'rewritten', seq: 4 });

    const beside = await signCheckpoint(entries, signer);
    expect(await verifyJournal(entries.slice(0, 4), beside)).toEqual({
      kind: 'missing',
      count: 4,
      expected: 5,
    });
  });

  test('cannot hold a checkpoint over its own future', async () => {
    const early = journalOf(CREATED, draft('checkpoint.signed', await signCheckpoint(FOUR, signer)));
    expect(await verifyJournal(early, null)).toEqual({ kind: 'rewritten', seq: 2 });
  });

  test('still verifies after an erasure', async () => {
    const checkpoint = await signCheckpoint(FOUR, signer);
    const erased = erasePayloads(FOUR, [3]);
    expect(erased.ok && (await verifyJournal(erased.value, checkpoint))).toEqual({
      kind: 'valid',
      count: 4,
      head: FOUR[3]!.hash,
      erased: [3],
    });
  });
});

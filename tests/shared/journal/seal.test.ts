import { unwrap } from '@shared/base/result';
import type { MergedCluster } from '@shared/clean/types';
import { chainEntry, chainSealed, GENESIS } from '@shared/journal/chain';
import { entryLine, lineWith, parseJournal } from '@shared/journal/codec';
import { isLarge, sealDraft, sealHere, sealPayload } from '@shared/journal/seal';
import type { EventDraft } from '@shared/journal/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draft, MARA } from './make-journal';

const SALT = '0'.repeat(31).concat('1');
const PLACE = { seq: 1, at: '2026-11-14T09:01:00.000Z', actor: MARA, prev: GENESIS };

function merge(clusters: readonly MergedCluster[]): EventDraft<'step.set'> {
  const action = { kind: 'merge', column: 'City', method: { kind: 'fingerprint' }, clusters } as const;
  return draft('step.set', {
    tableId: 't1',
    step: { id: 's1', action, where: [], enabled: true, note: '' },
    before: null,
  });
}

describe('sealing a payload', () => {
  test('gives its canonical JSON, reduced to what the schema knows, and the hash the chain covers', () => {
    const payload = { projectId: 'p-northgate', name: 'Northgate CRM move' };
    // Frozen: the hash of the same payload in the tests of the chain.
    expect(sealPayload({ kind: 'project.created', payload, salt: SALT })).toEqual({
      ok: true,
      value: {
        text: '{"name":"Northgate CRM move","projectId":"p-northgate"}',
        payloadHash: '44afce42b1ca93a45776bd51d27528d10b34f349995d6b3fe2695d8b90ca2a6f',
      },
    });
  });

  test('says what is wrong with a value in it', async () => {
    const refused = draft('waiver.granted', { subject: 'held', reason: ' ' });
    expect(await sealDraft(refused, SALT, sealHere)).toMatchObject({
      ok: false,
      error: {
        code: 'EVENT_INVALID',
        message:
          'This change was not saved because a value in it is too long, missing or not allowed. Correct it and try again.',
        details: { kind: 'waiver.granted', problem: 'reason: must give a reason' },
      },
    });
    const nameless = draft('project.renamed', { name: 'x' }, 's'.repeat(1_001));
    expect(await sealDraft(nameless, SALT, sealHere)).toMatchObject({ error: { code: 'EVENT_INVALID' } });
  });

  test('leads to the entry and the line that chaining the draft leads to, byte for byte, whatever it holds', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const cluster = fc.record({
      key: fc.option(text),
      to: text,
      from: fc.array(text, { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cluster, { minLength: 1, maxLength: 20 }), async (clusters) => {
        const item = merge(clusters);
        const sealed = unwrap(await sealDraft(item, SALT, sealHere));
        const entry = chainSealed(sealed, PLACE);
        expect(entry).toEqual(chainEntry(item, { ...PLACE, salt: SALT }));
        const line = lineWith(entry, sealed.text);
        expect(line).toBe(entryLine(entry));
        const read = parseJournal(`${line}\n`);
        expect(read.verdict).toMatchObject({ kind: 'valid', count: 1 });
        expect(read.entries).toEqual([entry]);
      }),
      { numRuns: 300 },
    );
  });

  test('copies the payload: changing the draft afterwards changes nothing', async () => {
    const payload = { projectId: 'p1', name: 'before' };
    const sealed = unwrap(await sealDraft(draft('project.created', payload), SALT, sealHere));
    payload.name = 'after';
    expect(chainSealed(sealed, PLACE).payload).toEqual({ projectId: 'p1', name: 'before' });
  });
});

describe('a payload is large', () => {
  const clusters = (count: number) =>
    merge(Array.from({ length: count }, (_, i) => ({ to: `City ${i}`, from: [`city ${i}`], key: null })));

  test('by many values, or by long ones', () => {
    expect(isLarge(clusters(40_000).payload)).toBe(true);
    expect(isLarge({ text: 'x'.repeat(300_000) })).toBe(true);
    expect(isLarge(Array.from({ length: 40_000 }, () => null))).toBe(true);
  });

  test('not when it is what people do all day', () => {
    expect(isLarge(clusters(500).payload)).toBe(false);
    expect(isLarge({ name: 'Northgate CRM move', reason: undefined })).toBe(false);
    expect(isLarge(null)).toBe(false);
  });
});

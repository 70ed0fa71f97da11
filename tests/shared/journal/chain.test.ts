import {
  chainEntry,
  GENESIS,
  headOf,
  isErased,
  payloadHashOf,
  verdictOfChain,
  verifyChain,
} from '@shared/journal/chain';
import { entryLine, parseJournal } from '@shared/journal/codec';
import type { JournalEntry } from '@shared/journal/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, INES, journalOf, MARA } from './make-journal';

const THREE = journalOf(CREATED, draft('source.added', { sourceId: 's1', name: 'Old CRM' }), [
  draft('project.renamed', { name: 'Nørdgate 移行' }),
  INES,
]);

describe('an entry', () => {
  test('carries header, payload, salt and hashes that are known to this day', () => {
    const entry = chainEntry(CREATED, {
      seq: 1,
      at: '2026-11-14T09:01:00.000Z',
      actor: MARA,
      salt: '00000000000000000000000000000001',
      prev: GENESIS,
    });
    // Frozen: a change here means that journals written before can no longer be verified.
    expect(entry).toEqual({
      seq: 1,
      at: '2026-11-14T09:01:00.000Z',
      actor: 'mara',
      role: 'steward',
      kind: 'project.created',
      subject: 'project.created',
      payload: { name: 'Northgate CRM move', projectId: 'p-northgate' },
      salt: '00000000000000000000000000000001',
      payloadHash: '44afce42b1ca93a45776bd51d27528d10b34f349995d6b3fe2695d8b90ca2a6f',
      prev: GENESIS,
      hash: '7d555a1f41f38e10ddb492578222513f4bce226d4cca45c1c0359d5efdb61e24',
    });
  });

  test('copies its payload: changing the draft afterwards changes nothing', () => {
    const payload = { projectId: 'p1', name: 'before' };
    const entry = chainEntry(draft('project.created', payload), {
      seq: 1,
      at: '2026-11-14T09:01:00.000Z',
      actor: MARA,
      salt: '0'.repeat(32),
      prev: GENESIS,
    });
    payload.name = 'after';
    expect(entry.payload).toEqual({ projectId: 'p1', name: 'before' });
  });

  test('hashes the same payload differently under another salt', () => {
    expect(payloadHashOf('a', { name: 'Kim' })).not.toBe(payloadHashOf('b', { name: 'Kim' }));
  });
});

describe('the chain', () => {
  test('of an empty journal holds and ends in the genesis hash', () => {
    expect(verifyChain([])).toEqual({ ok: true, value: null });
    expect(headOf([])).toBe('0'.repeat(64));
  });

  test('of untouched entries holds', () => {
    expect(verdictOfChain(THREE)).toEqual({ kind: 'valid', count: 3, head: THREE[2]!.hash, erased: [] });
  });

  test('with an entry taken out of the middle misses it', () => {
    expect(verdictOfChain([THREE[0]!, THREE[2]!])).toEqual({ kind: 'missing', count: 1, expected: 3 });
  });

  test('with two entries swapped is altered', () => {
    expect(verdictOfChain([THREE[0]!, THREE[2]!, THREE[1]!]).kind).toBe('missing');
    expect(verdictOfChain([THREE[0]!, THREE[1]!, THREE[1]!])).toEqual({
      kind: 'altered',
      seq: 3,
      what: 'is numbered 2',
    });
  });

  test('continued by an entry of another history is altered there', () => {
    const other = journalOf(
      CREATED,
      draft('project.renamed', { name: 'Other' }),
      draft('project.renamed', { name: 'X' }),
    );
    expect(verdictOfChain([THREE[0]!, THREE[1]!, other[2]!])).toEqual({
      kind: 'altered',
      seq: 3,
      what: 'does not follow the entry before it',
    });
  });

  test('with a payload exchanged is altered, and says so in a sentence', () => {
    const forged = [THREE[0]!, { ...THREE[1]!, payload: { sourceId: 's1', name: 'New CRM' } }, THREE[2]!];
    const result = verifyChain(forged);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error.code).toBe('JOURNAL_ALTERED');
    expect(!result.ok && result.error.message).toContain(
      'entry 2 has a content that does not match its hash',
    );
  });

  test('does not let an erasure hide the creation of the project', () => {
    const forged = [{ ...THREE[0]!, payload: null, salt: '' }, THREE[1]!, THREE[2]!];
    expect(isErased(forged[0]!)).toBe(true);
    expect(verdictOfChain(forged)).toEqual({
      kind: 'altered',
      seq: 1,
      what: 'lost a content that cannot be erased',
    });
  });
});

describe('any single change', () => {
  const HEADER = [
    'seq',
    'at',
    'actor',
    'role',
    'kind',
    'subject',
    'salt',
    'payloadHash',
    'prev',
    'hash',
  ] as const;

  test('of one character in any header field of any entry is found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: THREE.length - 1 }),
        fc.constantFrom(...HEADER),
        fc.nat(),
        fc.integer({ min: 1, max: 90 }),
        (index, field, position, shift) => {
          const changed = THREE.map((entry, i) =>
            i === index ? flip(entry, field, position, shift) : entry,
          );
          const verdict = verdictOfChain(changed);
          expect(verdict.kind).not.toBe('valid');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('of one byte of the file is found when it is read', () => {
    const bytes = new TextEncoder().encode(THREE.map((entry) => `${entryLine(entry)}\n`).join(''));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const changed = bytes.slice();
          changed[at] = (changed[at]! + by) % 256;
          const { verdict } = parseJournal(new TextDecoder().decode(changed));
          expect(verdict.kind).not.toBe('valid');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function flip(
  entry: JournalEntry,
  field: 'seq' | 'at' | 'actor' | 'role' | 'kind' | 'subject' | 'salt' | 'payloadHash' | 'prev' | 'hash',
  position: number,
  shift: number,
): JournalEntry {
  if (field === 'seq') return { ...entry, seq: entry.seq + shift };
  const text = entry[field];
  const at = position % text.length;
  const code = 32 + ((text.charCodeAt(at) - 32 + shift) % 95);
  const changed = `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}`;
  if (changed === text) return { ...entry, seq: entry.seq + 1 };
  return { ...entry, [field]: changed };
}

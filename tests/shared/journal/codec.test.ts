import { sha256Hex } from '@shared/base/canonical';
import { chainEntry, GENESIS, headerHash, payloadHashOf } from '@shared/journal/chain';
import { entryLine, journalText, parseJournal } from '@shared/journal/codec';
import type { EventPayloads, JournalEntry } from '@shared/journal/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf, MARA } from './make-journal';

const TWO = journalOf(CREATED, draft('project.renamed', { name: 'A\u007fB\n"€"' }));

/** An entry with correct hashes around whatever is put into it: a forger's work. */
function forged(change: Record<string, unknown>, payload: unknown): string {
  const base = {
    seq: 1,
    at: '2026-11-14T09:01:00.000Z',
    actor: 'mara',
    role: 'steward' as const,
    kind: 'project.created',
    subject: 'x',
    prev: GENESIS,
    salt: '0'.repeat(32),
    ...change,
  };
  const header = { ...base, payload, payloadHash: payloadHashOf(base.salt, payload) };
  return entryLine({ ...header, hash: headerHash(header) });
}

describe('the line of an entry', () => {
  test('is JSON in a fixed order without control characters', () => {
    const line = entryLine(TWO[1]!);
    expect(line.startsWith('{"seq":2,"at":"2026-11-14T09:02:00.000Z","actor":"mara","role":"steward",')).toBe(
      true,
    );
    expect(line).toContain('"payload":{"name":"A\\u007fB\\n\\"€\\""}');
    expect(line).toMatch(/^[^\n\u007f]+$/);
  });

  test('never changes: the SHA-256 of a known journal', () => {
    expect(sha256Hex(journalText(TWO))).toBe(
      'a5d2d617a8c1de53a05d4e09ae0704c08a0e8945d865f413bb1f3b86d513fab8',
    );
  });

  test('reads back to the same entry and the same bytes, whatever a payload holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((s) => s.trim() !== '')),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (names, figure) => {
          const entries = journalOf(
            CREATED,
            ...names.map((name) => draft('project.renamed', { name })),
            draft('item.proposed', {
              proposal: {
                itemId: 'i',
                artefactHash: 'a'.repeat(64),
                statement: '',
                counts: { figure },
                proposer: 'mara',
                at: '2026-11-14T09:00:00Z',
              },
            }),
          );
          const text = journalText(entries);
          const read = parseJournal(text);
          expect(read.verdict.kind).toBe('valid');
          expect(read.entries).toEqual(entries);
          expect(journalText(read.entries)).toBe(text);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('reading a journal', () => {
  const text = journalText(TWO);

  test('of nothing gives no entries', () => {
    expect(parseJournal('')).toEqual({
      entries: [],
      verdict: { kind: 'valid', count: 0, head: GENESIS, erased: [] },
    });
  });

  test('cut anywhere in the last line keeps the entries before and gives back the torn tail', () => {
    const firstLine = text.indexOf('\n') + 1;
    for (let end = firstLine + 1; end < text.length; end++) {
      const read = parseJournal(text.slice(0, end));
      expect(read.entries).toEqual([TWO[0]]);
      expect(read.verdict).toEqual({ kind: 'torn', count: 1, tail: text.slice(firstLine, end) });
    }
  });

  test.each([
    ['a blank before a value', (line: string) => line.replace('"seq":1', '"seq": 1')],
    ['a key written with an escape', (line: string) => line.replace('"actor"', '"\\u0061ctor"')],
    ['the same key twice', (line: string) => line.replace('"seq":1', '"seq":1,"seq":1')],
    ['Windows line ends', (line: string) => `${line}\r`],
    ['a byte order mark', (line: string) => `\ufeff${line}`],
    ['a key left out', (line: string) => line.replace(/"subject":"[^"]*",/, '')],
  ])('with %s is altered at that entry', (_name, change) => {
    const [first, second] = text.split('\n');
    const { entries, verdict } = parseJournal(`${change(first!)}\n${second}\n`);
    expect(entries).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'altered', seq: 1 });
  });

  test('with an entry of an unknown kind cannot be verified, and keeps what stands before it', () => {
    const link = { ...TWO[1]!, kind: 'ai.decided' };
    const line = entryLine({ ...link, hash: headerHash(link) });
    const read = parseJournal(`${entryLine(TWO[0]!)}\n${line}\n`);
    expect(read.entries).toEqual([TWO[0]]);
    expect(read.verdict).toEqual({
      kind: 'unverifiable',
      seq: 2,
      why: 'its kind "ai.decided" is not known to this version',
    });
  });

  test('with damage behind an unknown kind reports the damage', () => {
    const link = { ...TWO[0]!, kind: 'ai.decided' };
    const line = entryLine({ ...link, hash: headerHash(link) });
    expect(parseJournal(`${line}\n${entryLine(TWO[1]!)}\n`).verdict).toMatchObject({
      kind: 'altered',
      seq: 2,
    });
  });

  test('with a version mark of a later format cannot be verified', () => {
    const line = entryLine(TWO[0]!).replace('{"seq"', '{"version":2,"seq"');
    expect(parseJournal(`${line}\n`).verdict).toEqual({
      kind: 'unverifiable',
      seq: 1,
      why: 'it carries "version", which this version does not know',
    });
  });
});

describe('a forged journal with correct hashes is refused', () => {
  const rows: [string, Record<string, unknown>, unknown, RegExp][] = [
    ['an unknown key in a payload', {}, { projectId: 'p', name: 'n', admin: true }, /Unrecognized key/],
    ['a missing key', {}, { projectId: 'p' }, /name/],
    ['a number where a text belongs', {}, { projectId: 1, name: 'n' }, /projectId/],
    ['a name of a million characters', {}, { projectId: 'p', name: 'n'.repeat(1_000_000) }, /name/],
    ['an id that every object already has', {}, { projectId: 'constructor', name: 'n' }, /reserved/],
    [
      'a key named __proto__',
      {},
      JSON.parse('{"projectId":"p","name":"n","__proto__":{"x":1}}'),
      /__proto__/,
    ],
    ['a payload that is no object', {}, 7, /expected object/],
    ['a record in two groups', { kind: 'cluster.decided' }, decision([['a', 'b'], ['b']]), /two groups/],
    [
      'a decision of a million records (a line of 9 MB)',
      { kind: 'cluster.decided' },
      decision([keys(1_000_000)]),
      /too long/,
    ],
    [
      'a ballot without a reason for its rejection',
      { kind: 'ballot.cast' },
      { ballot: rejection() },
      /must say why/,
    ],
  ];

  test.each(rows)('%s', (_name, header, payload, why) => {
    const { entries, verdict } = parseJournal(`${forged(header, payload)}\n`);
    expect(entries).toEqual([]);
    expect(verdict.kind).toBe('refused');
    expect(verdict.kind === 'refused' && verdict.why).toMatch(why);
  });

  test('nesting deep enough to exhaust the stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const line = entryLine(TWO[0]!).replace(/"payload":\{[^}]*\}/, `"payload":${deep}`);
    expect(parseJournal(`${line}\n`).verdict).toMatchObject({ kind: 'refused', seq: 1 });
  });

  test.each([
    ['an actor with a line feed', { actor: 'a\nb' }],
    ['a role nobody has', { role: 'admin' }],
    ['a time that does not exist', { at: '2026-13-45T00:00:00Z' }],
    ['a local time', { at: '2026-11-14T09:00:00+01:00' }],
  ])('%s', (_name, header) => {
    const { verdict } = parseJournal(`${forged(header, { projectId: 'p', name: 'n' })}\n`);
    expect(verdict).toMatchObject({ kind: 'altered', seq: 1 });
  });
});

test('20,000 decisions are read and checked in seconds', () => {
  const entries: JournalEntry[] = [];
  for (let seq = 1; seq <= 20_000; seq++) {
    const event = seq === 1 ? CREATED : draft('cluster.decided', decision([[`t1:${seq}`, `t2:${seq}`]]));
    const prev = entries.at(-1)?.hash ?? GENESIS;
    const at = '2026-11-14T09:00:00.000Z';
    entries.push(chainEntry(event, { seq, at, actor: MARA, salt: '0'.repeat(32), prev }));
  }
  const started = performance.now();
  const read = parseJournal(journalText(entries));
  const milliseconds = performance.now() - started;
  expect(read.verdict).toMatchObject({ kind: 'valid', count: 20_000 });
  expect(milliseconds).toBeLessThan(20_000);
});

function decision(groups: readonly (readonly string[])[]): EventPayloads['cluster.decided'] {
  return { object: 'Account', verdict: 'merge', groups, reason: '' };
}

function keys(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `k${i}`);
}

function rejection(): EventPayloads['ballot.cast']['ballot'] {
  return {
    format: 'winnow-ballot',
    version: 1,
    projectId: 'p',
    itemId: 'i',
    artefactHash: 'a'.repeat(64),
    statement: 's',
    counts: {},
    decision: 'reject',
    reason: '  ',
    personId: 'ines',
    name: 'Ines',
    publicKey: 'b'.repeat(64),
    at: '2026-11-14T09:00:00Z',
    signature: 'c'.repeat(128),
  };
}

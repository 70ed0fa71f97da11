import { createHash } from 'node:crypto';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '@shared/base/result';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unpackArchive } from '../../../src/main/files/archive-read';
import { type EntryFacts, MAX_ENTRIES, placeEntries } from '../../../src/main/files/archive-rules';
import { checkJournalText } from '../../../src/main/files/journal-text';
import { openArchive, openReadOnly } from '../../../src/main/files/read-project';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const project = JSON.stringify({
  format: 'winnow-project',
  version: 1,
  id: 'project-0001',
  name: 'Demo',
  folder: 'demo',
  createdAt: '2026-01-02T03:04:05.000Z',
  copyOf: null,
  checkpoint: null,
});
const csv = 'id;name\n1;Ann\n';
const sourceName = `sources/${sha256(csv)}.csv`;

type Item = readonly [name: string, content: string, options?: ZipWriterAddDataOptions];

const GOOD: readonly Item[] = [
  ['project.json', project],
  ['journal.jsonl', '{"seq":1}\n{"seq":2}\n'],
  ['sources/', '', { directory: true }],
  [sourceName, csv],
];

async function zipOf(items: readonly Item[], comment = ''): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content, options] of items) {
    await zip.add(name, options?.directory ? undefined : new Uint8ArrayReader(bytes(content)), options);
  }
  return zip.close(bytes(comment));
}

/** Replaces every occurrence of a name by another of the same length: what zip.js itself refuses to write. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(zip).toString('latin1');
  return Buffer.from(text.replaceAll(from, to), 'latin1');
}

/** Unpacks bytes; answers 'ok' or the code and reason of the refusal. Nothing may appear beside the target folder. */
async function unpack(zip: Uint8Array): Promise<string> {
  const root = await temporary();
  await writeFile(join(root, 'in.winnow'), zip);
  await mkdir(join(root, 'out'));
  try {
    await unpackArchive(join(root, 'in.winnow'), join(root, 'out'));
    return 'ok';
  } catch (cause) {
    if (!(cause instanceof AppFailure)) throw cause;
    return `${cause.error.code}: ${cause.error.details?.['why'] ?? cause.error.message}`;
  } finally {
    expect((await readdir(root)).sort()).toEqual(['in.winnow', 'out']);
  }
}

describe('a .winnow file from outside', () => {
  it('opens when it is one', async () => {
    expect(await unpack(await zipOf(GOOD))).toBe('ok');
  });

  const without = (name: string): Item[] => GOOD.filter((item) => item[0] !== name);
  const withItem = (...item: Item): Item[] => [...GOOD, item];
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty file', () => new Uint8Array(0), 'not a whole'],
    ['a PDF', () => bytes('%PDF-1.7 '.repeat(50)), 'not a whole'],
    ['an empty zip', () => zipOf([]), 'project.json is missing'],
    ['no project.json', () => zipOf(without('project.json')), 'project.json is missing'],
    ['no journal', () => zipOf(without('journal.jsonl')), 'journal.jsonl is missing'],
    ['a file too many', () => zipOf(withItem('evil.exe', 'MZ')), 'does not belong'],
    ['a folder too many', () => zipOf(withItem('packages/', '', { directory: true })), 'does not belong'],
    ['an unknown ending', () => zipOf(withItem(sourceName.replace('.csv', '.exe'), csv)), 'does not belong'],
    ['a nested source', () => zipOf(withItem(sourceName.replace('/', '/a/'), csv)), 'does not belong'],
    [
      'a source that is not what its name says',
      () => zipOf(withItem(`sources/${'0'.repeat(64)}.csv`, csv)),
      'its name says',
    ],
    [
      'a way up',
      async () => renamed(await zipOf(withItem('xx/xx/x', 'a')), 'xx/xx/x', '../../x'),
      'not a whole',
    ],
    [
      'an absolute path',
      async () => renamed(await zipOf(withItem('xetc/passwd', 'a')), 'xetc/', '/etc/'),
      'not a whole',
    ],
    [
      'a drive letter',
      async () => renamed(await zipOf(withItem('xx/x', 'a')), 'xx/x', 'C:/x'),
      'not a whole',
    ],
    [
      'backslashes',
      async () => renamed(await zipOf(withItem('xx/xx/x', 'a')), 'xx/xx/x', '..\\..\\x'),
      'not a whole',
    ],
    [
      'a zero byte in a name',
      async () => renamed(await zipOf(withItem('project_json', 'a')), 'project_json', 'project.js\0n'),
      'not a whole',
    ],
    [
      'the same file twice',
      async () => renamed(await zipOf([...GOOD, ['Project.json', project]]), 'Project.json', 'project.json'),
      'not a whole',
    ],
    [
      'the same file in capitals',
      () => zipOf([...GOOD, [sourceName.replace('sources', 'Sources'), csv]]),
      'does not belong',
    ],
    ['a password', () => zipOf(withItem(`sources/${sha256('x')}.csv`, 'x', { password: 'p' })), 'password'],
    [
      'a link',
      () => zipOf([...without('journal.jsonl'), ['journal.jsonl', '/etc/passwd', { unixMode: 0o120777 }]]),
      'link',
    ],
    [
      'a damaged project.json',
      () => zipOf([['project.json', '{'], ...without('project.json')]),
      'PROJECT_DAMAGED',
    ],
    [
      'a later format',
      () =>
        zipOf([['project.json', project.replace('"version":1', '"version":7')], ...without('project.json')]),
      'PROJECT_TOO_NEW',
    ],
    [
      'a journal line missing',
      () => zipOf([...without('journal.jsonl'), ['journal.jsonl', '{"seq":1}\n{"seq":3}\n']]),
      'line 2',
    ],
    [
      'a journal of something else',
      () => zipOf([...without('journal.jsonl'), ['journal.jsonl', 'hello\n']]),
      'line 1',
    ],
    [
      'something before it',
      async () => Buffer.concat([bytes('#!/bin/sh\n'), await zipOf(GOOD)]),
      'not a whole',
    ],
    ['something after it', async () => Buffer.concat([await zipOf(GOOD), bytes('more')]), 'not a whole'],
    ['an end cut off', async () => (await zipOf(GOOD)).slice(0, -9), 'not a whole'],
  ])('with %s is refused in words', async (_what, make, why) => {
    const verdict = await unpack(await make());
    expect(verdict).toContain(why);
    expect(verdict).toMatch(/^(ARCHIVE_REFUSED|PROJECT_DAMAGED|PROJECT_TOO_NEW): /);
  });

  it('that unpacks to more than it announces is stopped at what it announced', async () => {
    const zip = Buffer.from(
      await zipOf([...GOOD.slice(0, 1), ['journal.jsonl', '{"seq":1}\n'.repeat(1000)]]),
    );
    const real = Buffer.alloc(4);
    real.writeUInt32LE(10_000);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(20);
    for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at + 1)) lie.copy(zip, at);
    expect(await unpack(zip)).toContain('ARCHIVE_REFUSED');
  });

  describe('changed in any byte', () => {
    let good: Uint8Array;
    beforeAll(async () => {
      good = await zipOf(GOOD);
    });

    it('either opens or is refused in words: it never throws a bug and never writes elsewhere', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
          const zip = Uint8Array.from(good);
          const at = place % zip.length;
          zip[at] = (zip[at] ?? 0) ^ change;
          expect(await unpack(zip)).toMatch(/^ok$|^[A-Z_]+: /);
        }),
        { numRuns: 150 },
      );
    });

    it('or cut anywhere, is refused', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (place) => {
          expect(await unpack(good.slice(0, place % good.length))).toMatch(/^ARCHIVE_REFUSED: /);
        }),
        { numRuns: 40 },
      );
    });
  });
});

describe('the table of contents of a .winnow file', () => {
  const entry = (name: string, more: Partial<EntryFacts> = {}): EntryFacts => ({
    name,
    bytes: 10,
    packedBytes: 10,
    directory: false,
    symlink: false,
    encrypted: false,
    ...more,
  });
  const base = [entry('project.json'), entry('journal.jsonl')];
  const big = `sources/${'a'.repeat(64)}.csv`;

  it.each<[string, EntryFacts[], string]>([
    ['a bomb', [...base, entry(big, { bytes: 1e9, packedBytes: 1e6 })], 'far more than it should'],
    ['an enormous source', [...base, entry(big, { bytes: 1e12, packedBytes: 1e12 })], 'too large'],
    [
      'an enormous project.json',
      [entry('project.json', { bytes: 1e6 }), entry('journal.jsonl')],
      'too large',
    ],
    ['a negative size', [...base, entry(big, { bytes: -1 })], 'too large'],
    ['a size that is no number', [...base, entry(big, { bytes: Number.NaN })], 'too large'],
    [
      'many large files',
      [
        ...base,
        ...Array.from({ length: 9 }, (_, n) =>
          entry(`sources/${String(n).repeat(64)}.csv`, { bytes: 4e9, packedBytes: 4e9 }),
        ),
      ],
      'far more than it should',
    ],
    [
      'too many files',
      Array.from({ length: MAX_ENTRIES + 1 }, () => entry('project.json')),
      'more than 4096',
    ],
  ])('with %s is refused', (_what, entries, why) => {
    expect(() => placeEntries(entries)).toThrow(why);
  });

  it('lets nothing pass but the known names, whatever the names are', () => {
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'sources',
      'project.json',
      'a',
      '\\',
      'C:',
      '~',
      'packages',
      '\0',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(name, (path) => {
        fc.pre(path !== 'project.json' && path !== 'journal.jsonl');
        expect(() => placeEntries([...base, entry(path)])).toThrow(AppFailure);
      }),
    );
  });
});

describe('the shape of a journal', () => {
  it.each(['', '{"seq":1}\n', '{"seq":1}\n{"seq":2}\n', '{"seq":1}\n{"torn'])('%j may pass', (text) => {
    expect(() => checkJournalText(text)).not.toThrow();
  });
  it.each(['\n', '[]\n', 'null\n', '{"seq":2}\n', '{"seq":"1"}\n', '{"seq":1}\n{"seq":1}\n', '1\n'])(
    '%j may not pass',
    (text) => {
      expect(() => checkJournalText(text)).toThrow('damaged');
    },
  );
});

describe('reading a project without opening it for writing', () => {
  it('gives the project, the journal and the sources of a .winnow file, and cleans up', async () => {
    const root = await temporary();
    const path = join(root, 'demo.winnow');
    await writeFile(path, await zipOf(GOOD));
    const opened = await openArchive(path);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.project.name).toBe('Demo');
    expect(opened.value.journal).toBe('{"seq":1}\n{"seq":2}\n');
    const source = opened.value.sourcePath({ sha256: sha256(csv), ext: 'csv' });
    await access(source);
    await opened.value.close();
    await expect(access(source)).rejects.toThrow('ENOENT');
  });

  it('leaves a folder as it is, torn line and all', async () => {
    const root = await temporary();
    await writeFile(join(root, 'project.json'), project);
    await writeFile(join(root, 'journal.jsonl'), '{"seq":1}\n{"se');
    const opened = await openReadOnly(root);
    expect(opened.ok && [opened.value.journal, opened.value.tornTail]).toEqual(['{"seq":1}\n', '{"se']);
    expect((await readdir(root)).sort()).toEqual(['journal.jsonl', 'project.json']);
  });

  it.each([
    ['/nowhere/at/all', 'FILE_MISSING'],
    [import.meta.dirname, 'NOT_A_PROJECT'],
    [import.meta.filename, 'ARCHIVE_REFUSED'],
  ])('refuses %s in words', async (path, code) => {
    const opened = await openReadOnly(path);
    expect(opened.ok ? 'ok' : opened.error.code).toBe(code);
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { seededRandom } from '@shared/base/random';
import { unwrap } from '@shared/base/result';
import { openSession } from '@shared/host/session';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptedClock, scriptedHex } from '../../../src/main/cli/demo/script-time';
import { runProgram } from '../../../src/main/cli/program';
import { createNodeHost } from '../../../src/main/files/node-host';
import { CapturedIo } from './capture-io';

let folder: string;
const at = (name: string): string => join(folder, name);

const PEOPLE = `Id,First name,Last name,E-mail,City,Birth date
1,Katharina,Brenner,k.brenner@hartmann.example,Stuttgart,1971-03-12
2,Jonas,Petersen,jonas@petersen.example,Kiel,1980-07-01
3,Kathrin,Brenner,k.brenner@hartmann.example,Stuttgart,1971-03-12
4,Aiko,Tanabe,a.tanabe@asahi.example,Osaka,1990-11-30
5,broken,row,too,many,fields,here
6,Jonas,Petersen,jonas@petersen.example,Kiel,1980-07-01
7,Ruth,Ashford,ruth@ashford.example,Leeds,1965-01-09
`;
const OTHERS = `Id;First name;Last name;E-mail;City;Birth date
a;Aiko;Tanabe;A.Tanabe@asahi.example;Osaka;1990-11-30
b;Ruth;Ashford;ruth@ashford.example;Leeds;1965-01-09
c;Marie;Delorme;marie@delorme.example;Lyon;1977-05-05
`;

/** Two thousand rows: 1,600 people, every fourth of them twice, so that the matcher has something to learn from. */
function manyPeople(): string {
  const random = seededRandom('many people');
  const syllables = [
    'ka',
    'lo',
    'mer',
    'ti',
    'bran',
    'so',
    'vel',
    'ni',
    'dor',
    'pa',
    'ruz',
    'eck',
    'hol',
    'win',
    'gra',
  ];
  const name = (parts: number): string => {
    const text = Array.from({ length: parts }, () => random.pick(syllables)).join('');
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const given = Array.from({ length: 60 }, () => name(2));
  const towns = Array.from({ length: 80 }, () => name(3));
  const rows = ['Id,First name,Last name,E-mail,City,Birth date'];
  for (let i = 0; i < 1_600; i++) {
    const [first, last] = [random.pick(given), name(3)];
    const day = `${1940 + random.int(60)}-${String(1 + random.int(12)).padStart(2, '0')}-${String(1 + random.int(28)).padStart(2, '0')}`;
    const cells = [
      first,
      last,
      `${first}.${last}@mail${random.int(90)}.example`.toLowerCase(),
      random.pick(towns),
      day,
    ];
    rows.push([`n${i}`, ...cells].join(','));
    if (i % 4 === 0) rows.push([`d${i}`, ...cells].join(','));
  }
  return `${rows.join('\n')}\n`;
}

async function run(...args: string[]) {
  const io = new CapturedIo();
  return { code: await runProgram(args, io, ''), io };
}

async function lines(name: string): Promise<string[]> {
  return (await readFile(at(name), 'utf8')).trimEnd().split('\n');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-commands-'));
  await writeFile(at('people.csv'), PEOPLE);
  await writeFile(at('others.csv'), OTHERS);
  await writeFile(at('many.csv'), manyPeople());
  await writeFile(at('empty.csv'), '');
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Note'], ['read me']]), 'Notes');
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['Customer No', 'Company', 'City'],
      ['0018820', 'Brenner GmbH', 'Stuttgart'],
      ['0018821', 'Ashford Ltd', 'Leeds'],
      ['0018822', 'Delorme SARL', 'Lyon'],
    ]),
    'Customers',
  );
  await writeFile(at('book.xlsx'), Buffer.from(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('winnow profile', () => {
  it('says what is in each column', async () => {
    const { code, io } = await run('profile', at('people.csv'), '--date', '2026-11-14', '--json');
    expect(code).toBe(0);
    expect(io.json()).toMatchObject({
      command: 'profile',
      ok: true,
      referenceDate: '2026-11-14',
      tables: [
        {
          format: 'delimited',
          sheet: null,
          rows: 6,
          keyColumn: 'Id',
          options: { kind: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
          rejected: [{ line: 6 }],
        },
      ],
    });
    expect(io.json()).toHaveProperty(
      'tables.0.columns',
      expect.arrayContaining([
        expect.objectContaining({ name: 'E-mail', semantic: 'email', filled: 6, distinct: 4 }),
        expect.objectContaining({ name: 'Last name', semantic: 'familyName' }),
      ]),
    );
  });

  it('profiles every visible sheet, or the one that is named', async () => {
    const all = (await run('profile', at('book.xlsx'), '--json')).io.json();
    expect(all).toMatchObject({ tables: [{ sheet: 'Notes' }, { sheet: 'Customers', rows: 3 }] });
    const one = (await run('profile', at('book.xlsx'), '--sheet', 'Customers', '--json')).io.json();
    expect(one).toMatchObject({ tables: [{ sheet: 'Customers', keyColumn: 'Customer No' }] });
  });

  it('prints a table for people', async () => {
    const { code, io } = await run('profile', at('people.csv'));
    expect(code).toBe(0);
    expect(io.stdout).toContain('people.csv: 6 rows, 1 rejected, 6 columns, key Id\n');
    expect(io.stdout).toMatch(/^E-mail +email/m);
  });

  it('refuses an empty file with a sentence', async () => {
    const { code, io } = await run('profile', at('empty.csv'));
    expect(code).toBe(1);
    expect(io.stderr).toMatch(/^winnow profile: .*\.\n$/);
  });
});

describe('winnow map', () => {
  it('suggests fields with score, reasons and mapping', async () => {
    const { code, io } = await run('map', at('people.csv'), '--target', 'salesforce', '--json');
    expect(code).toBe(0);
    expect(io.json()).toMatchObject({
      command: 'map',
      ok: true,
      target: 'salesforce',
      tables: [{ tableId: 'table-1', object: { object: 'Contact' }, keyColumn: 'Id' }],
    });
    expect(io.json()).toHaveProperty(
      'tables.0.fields',
      expect.arrayContaining([
        expect.objectContaining({
          field: 'Email',
          certainty: 'sure',
          mapping: expect.objectContaining({ from: { kind: 'column', column: 'E-mail' } }),
        }),
      ]),
    );
  });

  it('maps to the object that is asked for', async () => {
    const { io } = await run('map', at('people.csv'), '--target', 'salesforce', '--object', 'Lead', '--json');
    expect(io.json()).toMatchObject({ tables: [{ object: { object: 'Lead' } }] });
  });
});

describe('winnow dedupe', () => {
  it('lists every row of one file once, with clusters that are right', async () => {
    const { code, io } = await run(
      'dedupe',
      at('many.csv'),
      '--out',
      at('c.csv'),
      '--pairs',
      at('p.csv'),
      '--json',
    );
    expect(code).toBe(0);
    const [header, ...rows] = await lines('c.csv');
    expect(header).toBe('source,row,cluster_id,cluster_size,probability');
    expect(rows.map((row) => row.split(',')[1])).toEqual(rows.map((_, index) => String(index + 1)));
    expect(rows.length).toBe(2_000);
    const clusterOf = new Map<string, string>();
    const names = manyPeople()
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]!);
    for (const [index, row] of rows.entries()) clusterOf.set(names[index]!, row.split(',')[2]!);
    // Every row that was copied is with its copy.
    const copies = names.filter((name) => name.startsWith('d'));
    expect(copies.length).toBe(400);
    expect(copies.filter((name) => clusterOf.get(name) !== clusterOf.get(`n${name.slice(1)}`))).toEqual([]);
    // Sizes are what they say.
    const count = new Map<string, number>();
    for (const id of clusterOf.values()) count.set(id, (count.get(id) ?? 0) + 1);
    for (const row of rows) expect(count.get(row.split(',')[2]!)).toBe(Number(row.split(',')[3]));
    const joined = [...count.values()].filter((size) => size > 1);
    // Strangers are hardly ever joined.
    expect(joined.length).toBeLessThan(420);
    expect((await lines('p.csv'))[0]).toBe('source_l,row_l,source_r,row_r,match_weight,match_probability');
    expect(io.json()).toMatchObject({
      command: 'dedupe',
      ok: true,
      link: false,
      threshold: DEFAULT_MATCH_SETTINGS.matchThreshold,
      rows: 2_000,
      totalPairs: 1_999_000,
      clusters: count.size,
      duplicateClusters: joined.length,
      duplicateRows: joined.reduce((sum, size) => sum + size, 0),
      largestCluster: Math.max(...joined),
      sources: [{ source: 'many.csv', rows: 2_000, rejected: 0, sheet: null }],
      outputs: { clusters: at('c.csv'), pairs: at('p.csv') },
    });
    for (const stage of ['read', 'prepare', 'match', 'cluster', 'write', 'total']) {
      expect(io.json()).toHaveProperty(`seconds.${stage}`, expect.any(Number));
    }
    expect(io.json()).toHaveProperty('peakMemoryMb', expect.any(Number));
  });

  it('gives the same bytes twice', async () => {
    await run('dedupe', at('many.csv'), '--out', at('again.csv'), '--pairs', at('again-p.csv'));
    expect(await lines('again.csv')).toEqual(await lines('c.csv'));
    expect(await lines('again-p.csv')).toEqual(await lines('p.csv'));
  });

  it('counts a row that cannot be read where it stands, alone', async () => {
    await run('dedupe', at('people.csv'), at('others.csv'), '--out', at('two.csv'));
    const rows = (await lines('two.csv')).slice(1).map((line) => line.split(','));
    expect(rows.map(([source, row]) => `${source}#${row}`)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((row) => `people.csv#${row}`),
      ...[1, 2, 3].map((row) => `others.csv#${row}`),
    ]);
    expect(rows[4]!.slice(3)).toEqual(['1', '1']);
    const ids = rows.map((row) => row[2]);
    expect(ids.filter((id) => id === ids[4]).length).toBe(1);
  });

  it('links two files one to one: no cluster holds two rows of one file', async () => {
    const { io } = await run(
      'dedupe',
      at('people.csv'),
      at('others.csv'),
      '--link',
      '--out',
      at('link.csv'),
      '--json',
    );
    expect(io.json()).toMatchObject({ link: true });
    const seen = new Set<string>();
    for (const line of (await lines('link.csv')).slice(1)) {
      const [source, , id] = line.split(',');
      expect(seen.has(`${source}#${id}`)).toBe(false);
      seen.add(`${source}#${id}`);
    }
  });

  it('tells files of the same name apart by their path', async () => {
    const { io } = await run('dedupe', at('people.csv'), at('people.csv'), '--json');
    expect(io.json()).toMatchObject({
      sources: [{ source: at('people.csv') }, { source: at('people.csv') }],
    });
  });

  it('takes the sheet with the most rows of a workbook', async () => {
    const { io } = await run('dedupe', at('book.xlsx'), '--json');
    expect(io.json()).toMatchObject({ rows: 3, sources: [{ sheet: 'Customers', format: 'xlsx' }] });
  });
});

describe('winnow run', () => {
  it('ends with 2 and says what the gate waits for', async () => {
    const host = createNodeHost({
      kind: 'memory',
      version: '',
      projectsFolder: at('projects'),
      samplesFolder: folder,
    });
    const { folder: project } = unwrap(
      await host.createProject({ projectId: 'project-0001', name: 'Half done' }),
    );
    const copy = { read: async () => null, write: async () => undefined, append: async () => undefined };
    const session = unwrap(await openSession(host, project, copy, scriptedClock(), scriptedHex()));
    const actor = { id: 'mara', role: 'steward' } as const;
    unwrap(
      await session.commit(
        [
          {
            kind: 'project.created',
            subject: 'p',
            payload: { projectId: 'project-0001', name: 'Half done' },
          },
        ],
        actor,
      ),
    );
    await session.close();
    await host.dispose();

    const { code, io } = await run('run', join(at('projects'), project), '--out', at('package'));
    expect(code).toBe(2);
    expect(io.stderr).toContain('winnow run: the package cannot be written yet. It waits for:\n');
    expect(io.stderr).toContain('  - Choose the CRM you migrate to. (map)\n');
    const json = await run('run', join(at('projects'), project), '--out', at('package'), '--json');
    expect(json.code).toBe(2);
    expect(json.io.json()).toMatchObject({
      command: 'run',
      ok: false,
      gate: {
        open: false,
        waitsFor: expect.arrayContaining([expect.objectContaining({ code: 'NO_TARGET' })]),
      },
    });
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/main/cli/program';
import { CapturedIo } from './capture-io';

let folder: string;
const at = (name: string): string => join(folder, name);

const PEOPLE = `Id,First name,Last name,E-mail,City
P1,Katharina,Brenner,k.brenner@hartmann.example,Stuttgart
P2,Jonas,Petersen,jonas@petersen.example,Kiel
P3,Kathrin,Brenner,k.brenner@hartmann.example,Stuttgart
P4,Aiko,Tanabe,a.tanabe@asahi.example,Osaka
P5,Jonas,Petersen,jonas@petersen.example,Kiel
P6,Ruth,Ashford,ruth@ashford.example,Leeds
`;

async function run(...args: string[]): Promise<{ code: number; io: CapturedIo }> {
  const io = new CapturedIo();
  return { code: await runProgram(args, io, '0'), io };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-cli-splink-'));
  await writeFile(at('people.csv'), PEOPLE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('winnow dedupe --splink', () => {
  it('writes the model for both engines, the records, the frequencies, a script and a page', async () => {
    const { code, io } = await run('dedupe', at('people.csv'), '--splink', at('model'), '--json');
    expect(code).toBe(0);
    expect((await readdir(at('model'))).sort()).toEqual([
      'README.md',
      'records.csv',
      'run_duckdb.py',
      'settings_duckdb.json',
      'settings_spark.json',
      'term_frequencies',
    ]);
    expect(io.json()).toMatchObject({ splink: { folder: at('model') }, model: null, clustersFrom: null });
    const [header, ...rows] = (await readFile(at('model/records.csv'), 'utf8')).trimEnd().split('\n');
    expect(header).toMatch(/^unique_id,source_dataset,/);
    expect(rows.map((row) => row.split(',').slice(0, 2))).toEqual(
      [1, 2, 3, 4, 5, 6].map((row) => [`people.csv:${row}`, 'people.csv']),
    );
    const settings: unknown = JSON.parse(await readFile(at('model/settings_duckdb.json'), 'utf8'));
    expect(settings).toMatchObject({ link_type: 'dedupe_only', unique_id_column_name: 'unique_id' });
  });

  it('never mixes the files of two models', async () => {
    const { code, io } = await run('dedupe', at('people.csv'), '--splink', at('model'), '--json');
    expect(code).toBe(1);
    expect(io.json()).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' } });
  });
});

describe('winnow dedupe --model', () => {
  it('weighs by a model from Splink and says which comparisons it took over', async () => {
    const { code, io } = await run(
      'dedupe',
      at('people.csv'),
      '--model',
      at('model/settings_duckdb.json'),
      '--json',
    );
    expect(code).toBe(0);
    expect(io.json()).toMatchObject({
      model: {
        taken: expect.arrayContaining([expect.objectContaining({ comparison: 'E-mail', from: 'e_mail' })]),
        notTaken: [],
      },
    });
  });

  it.each([
    ['broken.json', '{"comparisons": [', 'NOT_JSON'],
    ['other.json', '{"name": "no model"}', 'NOT_A_SPLINK_MODEL'],
  ])('refuses %s with a sentence', async (name, text, code) => {
    await writeFile(at(name), text);
    const { code: exit, io } = await run('dedupe', at('people.csv'), '--model', at(name), '--json');
    expect(exit).toBe(1);
    expect(io.json()).toMatchObject({ ok: false, error: { code } });
  });
});

describe('winnow dedupe --clusters-from', () => {
  it('lists the clusters of the file instead of its own, each with the probability Winnow gives it', async () => {
    await writeFile(
      at('c.csv'),
      'unique_id,cluster_id\npeople.csv:1,x\npeople.csv:4,x\npeople.csv:2,y\npeople.csv:5,y\n',
    );
    const { io } = await run(
      'dedupe',
      at('people.csv'),
      '--clusters-from',
      at('c.csv'),
      '--out',
      at('out.csv'),
      '--json',
    );
    expect(io.json()).toMatchObject({
      clustersFrom: { groups: 2, grouped: 4, unnamed: 2, idColumn: null, unknown: { count: 0 } },
      clusters: 4,
      duplicateClusters: 2,
    });
    const rows = (await readFile(at('out.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.map(([, , id]) => id)).toEqual(['1', '2', '3', '1', '2', '4']);
    expect(Number(rows[0]![4])).toBeLessThan(0.5);
    expect(Number(rows[1]![4])).toBeGreaterThan(0.5);
  });

  it('knows the ids when they are those of a key column', async () => {
    await writeFile(at('keys.csv'), 'cluster_id,unique_id\n1,P1\n1,P3\n2,P9\n');
    const { io } = await run('dedupe', at('people.csv'), '--clusters-from', at('keys.csv'), '--json');
    expect(io.json()).toMatchObject({
      clustersFrom: { groups: 1, grouped: 2, idColumn: 'Id', unknown: { count: 1, examples: ['P9'] } },
    });
  });

  it('says so when the ids are of other files', async () => {
    await writeFile(at('foreign.csv'), 'unique_id,cluster_id\nX1,1\nX2,1\n');
    const { code, io } = await run(
      'dedupe',
      at('people.csv'),
      '--clusters-from',
      at('foreign.csv'),
      '--json',
    );
    expect(code).toBe(1);
    expect(io.json()).toMatchObject({ ok: false, error: { code: 'NO_KNOWN_ID' } });
  });
});

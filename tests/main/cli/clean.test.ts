import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRecipe } from '@shared/clean/recipe-file';
import type { Step, StepAction } from '@shared/clean/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/main/cli/program';
import { CapturedIo } from './capture-io';

let folder: string;
const at = (name: string): string => join(folder, name);

const step = (id: string, action: StepAction): Step => ({ id, action, where: [], enabled: true, note: '' });
const STEPS: readonly Step[] = [
  step('s1', { kind: 'change', columns: ['Company'], transforms: [{ op: 'trim' }] }),
  step('s2', {
    kind: 'merge',
    column: 'City',
    method: { kind: 'fingerprint' },
    clusters: [{ to: 'Köln', from: ['Köln', 'koln'], key: 'koln' }],
  }),
];
const FAX = step('s3', { kind: 'remove', columns: ['Fax'] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-clean-'));
  await writeFile(
    at('accounts.csv'),
    'No;Company;City\n1;"Hartmann, Söhne ";Köln\n2; Brandt KG;koln\n3;Weber;KÖLN\n4;Rossi;Bern\n',
  );
  await writeFile(at('recipe.json'), writeRecipe({ table: 'Accounts', steps: STEPS }));
  await writeFile(at('gone.json'), writeRecipe({ table: 'Accounts', steps: [FAX, ...STEPS] }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function winnow(...args: readonly string[]): Promise<{ code: number; io: CapturedIo }> {
  const io = new CapturedIo();
  const code = await runProgram(['clean', ...args], io, '0');
  return { code, io };
}

describe('winnow clean', () => {
  it('writes the cleaned table and says what every step did', async () => {
    const { code, io } = await winnow(
      at('accounts.csv'),
      '--recipe',
      at('recipe.json'),
      '--out',
      at('clean.csv'),
      '--report',
      at('report.json'),
      '--json',
    );
    expect([code, io.stderr]).toEqual([0, '']);
    expect(await readFile(at('clean.csv'), 'utf8')).toBe(
      'No,Company,City\n1,"Hartmann, Söhne",Köln\n2,Brandt KG,Köln\n3,Weber,Köln\n4,Rossi,Bern\n',
    );
    expect(io.json()).toMatchObject({
      ok: true,
      rows: 4,
      rejected: 0,
      columns: ['No', 'Company', 'City'],
      steps: [
        { stepId: 's1', state: 'applied', values: 2, rows: 2, caught: 0 },
        { stepId: 's2', state: 'applied', values: 2, rows: 2, caught: 1 },
      ],
    });
    expect(JSON.parse(await readFile(at('report.json'), 'utf8'))).toMatchObject({
      steps: [{}, { caughtValues: [{ from: 'KÖLN', to: 'Köln', rows: 1 }] }],
    });
  });

  it('goes on after a step that cannot run, unless it is to be strict', async () => {
    const args = [at('accounts.csv'), '--recipe', at('gone.json'), '--out', at('other.csv')];
    const lenient = await winnow(...args);
    expect(lenient.code).toBe(0);
    expect(lenient.io.stderr).toContain('a step could not run');
    expect(lenient.io.stdout).toContain('4 rows written');
    await rm(at('other.csv'));
    const strict = await winnow(...args, '--strict');
    expect(strict.code).toBe(2);
    await expect(readFile(at('other.csv'))).rejects.toThrow('ENOENT');
  });

  it('refuses what is no recipe, and a command line that lacks one', async () => {
    const wrong = await winnow(
      at('accounts.csv'),
      '--recipe',
      at('accounts.csv'),
      '--out',
      at('x.csv'),
      '--json',
    );
    expect(wrong.code).toBe(1);
    expect(wrong.io.json()).toMatchObject({ ok: false, error: { code: 'RECIPE_NOT_JSON' } });
    expect((await winnow(at('accounts.csv'))).code).toBe(1);
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/main/cli/program';
import { CapturedIo } from './capture-io';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-map-sheet-'));
  await writeFile(join(folder, 'firms.csv'), 'Company,Phone\nAlpha Ltd,020 1\nBeta Ltd,\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (out: string) => {
  const io = new CapturedIo();
  const args = [
    'map',
    join(folder, 'firms.csv'),
    '--target',
    'salesforce',
    '--object',
    'Account',
    '--out',
    out,
  ];
  return { code: await runProgram(args, io, ''), io };
};

describe('winnow map --out', () => {
  it('writes the sheet as a workbook and as a page', async () => {
    expect((await run(join(folder, 'sheet.xlsx'))).code).toBe(0);
    const book = read(await readFile(join(folder, 'sheet.xlsx')));
    expect(book.Sheets['Fields']!['B2']).toMatchObject({ v: 'Account Name' });
    expect(book.Sheets['Fields']!['F2']).toMatchObject({ v: 'firms.csv' });
    expect((await run(join(folder, 'sheet.html'))).code).toBe(0);
    expect(await readFile(join(folder, 'sheet.html'), 'utf8')).toContain('<h2>Account</h2>');
  });

  it('refuses other endings before it reads anything', async () => {
    const { code } = await run(join(folder, 'sheet.pdf'));
    expect(code).not.toBe(0);
    expect(await readdir(folder)).not.toContain('sheet.pdf');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/main/cli/program';
import { CapturedIo } from './capture-io';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-stack-'));
  await writeFile(join(folder, 'Customers 2019.csv'), 'No,Company,City\n1,Ada Ltd,Bern\n2,Bell AG,Basel\n');
  await writeFile(join(folder, 'Customers 2020.csv'), 'No,Company,City\n3,Curie SA,Paris\n');
  await writeFile(join(folder, 'prices.csv'), 'Sku,Price\na,1\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function map(...more: string[]): Promise<{ file: string; rows: number }[]> {
  const io = new CapturedIo();
  const names = ['Customers 2019.csv', 'prices.csv', 'Customers 2020.csv'];
  const files = names.map((name) => join(folder, name));
  expect(await runProgram(['map', ...files, '--target', 'salesforce', '--json', ...more], io, '')).toBe(0);
  return JSON.parse(io.stdout).tables.map(({ file, rows }: { file: string; rows: number }) => ({
    file: file.slice(folder.length + 1),
    rows,
  }));
}

describe('winnow map with several files', () => {
  it('takes every file for a table of its own', async () => {
    expect((await map()).map(({ rows }) => rows)).toEqual([2, 1, 1]);
  });
  it('stacks those that look like one when asked to', async () => {
    expect(await map('--stack')).toEqual([
      { file: 'Customers 2019.csv', rows: 3 },
      { file: 'prices.csv', rows: 1 },
    ]);
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvCell, writeLines } from '../../../src/main/cli/output-file';
import { requireFree, writePackageFolder } from '../../../src/main/cli/write-package';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'winnow-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeLines', () => {
  it('writes more than one buffer of lines', async () => {
    const path = join(folder, 'new', 'out.csv');
    await writeLines(path, async (file) => {
      for (let i = 0; i < 200_000; i++) await file.line(`row ${i}`);
    });
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines.length).toBe(200_001);
    expect(lines[199_999]).toBe('row 199999');
  });

  it('leaves the old file and nothing else when it fails half way', async () => {
    const path = join(folder, 'out.csv');
    await writeFile(path, 'old\n');
    await expect(
      writeLines(path, async (file) => {
        await file.line('new');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await readFile(path, 'utf8')).toBe('old\n');
    expect(await readdir(folder)).toEqual(['out.csv']);
  });

  it('quotes cells only where it must', () => {
    expect(['plain', 'a,b', 'say "x"', 'two\nlines'].map(csvCell)).toEqual([
      'plain',
      '"a,b"',
      '"say ""x"""',
      '"two\nlines"',
    ]);
  });
});

describe('writePackageFolder', () => {
  const files = [
    { path: 'manifest.json', bytes: new TextEncoder().encode('{}') },
    { path: 'load/01_Account.csv', bytes: new TextEncoder().encode('Name\n') },
  ];

  it('makes the folder with everything in it and nothing beside it', async () => {
    await writePackageFolder(join(folder, 'package'), files);
    expect(await readdir(folder)).toEqual(['package']);
    expect(await readFile(join(folder, 'package', 'load', '01_Account.csv'), 'utf8')).toBe('Name\n');
  });

  it('takes an empty folder', async () => {
    await mkdir(join(folder, 'package'));
    await writePackageFolder(join(folder, 'package'), files);
    expect(await readdir(join(folder, 'package'))).toEqual(['load', 'manifest.json']);
  });

  it('refuses a folder with something in it and leaves it alone', async () => {
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await expect(requireFree(folder)).rejects.toMatchObject({ error: { code: 'OUT_NOT_EMPTY' } });
    await expect(writePackageFolder(folder, files)).rejects.toMatchObject({
      error: { code: 'OUT_NOT_EMPTY' },
    });
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });
});

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputHash, isStale, writeStamp } from '../../../scripts/build-if-stale.mjs';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

const BUILT = [
  'out/main/index.js',
  'out/main/web.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

async function checkout(): Promise<string> {
  const root = await temporary();
  for (const path of [
    'src/main/a.ts',
    'resources/targets/x.json',
    'resources/samples/s.csv',
    'package-lock.json',
    ...BUILT,
  ]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), path);
  }
  return root;
}

describe('a build', () => {
  it('is fresh when its stamp names the inputs as they are', async () => {
    const root = await checkout();
    expect(isStale(root)).toBe(true);
    writeStamp(root, inputHash(root));
    expect(isStale(root)).toBe(false);
  });

  it.each<[string, (root: string) => Promise<void>]>([
    ['a file changed', (root) => writeFile(join(root, 'src/main/a.ts'), 'other')],
    ['a file came', (root) => writeFile(join(root, 'src/main/b.ts'), '')],
    ['a file went', (root) => rm(join(root, 'resources/targets/x.json'))],
    ['a dependency changed', (root) => writeFile(join(root, 'package-lock.json'), '{}')],
    ['a bundle is gone', (root) => rm(join(root, 'out/main/cli.js'))],
    ['everything built is gone', (root) => rm(join(root, 'out'), { recursive: true })],
  ])('is stale when %s', async (_what, change) => {
    const root = await checkout();
    writeStamp(root, inputHash(root));
    await change(root);
    expect(isStale(root)).toBe(true);
  });

  it('is not stale for new samples: they are read at run time', async () => {
    const root = await checkout();
    writeStamp(root, inputHash(root));
    await writeFile(join(root, 'resources/samples/s.csv'), 'other');
    expect(isStale(root)).toBe(false);
  });

  it('tells content moved from one file to the next apart', async () => {
    const one = await checkout();
    const two = await checkout();
    await writeFile(join(one, 'src/a'), 'xb');
    await writeFile(join(two, 'src/ax'), 'b');
    expect(inputHash(one)).not.toBe(inputHash(two));
  });
});

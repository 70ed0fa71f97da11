import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileSource } from '../../../src/main/files/byte-source';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

describe('a file as a byte source', () => {
  it('slices as a Blob does', async () => {
    const path = join(await temporary(), 'a');
    const content = Buffer.from('0123456789');
    await writeFile(path, content);
    const file = await FileSource.open(path);
    const blob = new Blob([content]);
    const edge = fc.option(fc.integer({ min: -14, max: 14 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(edge, edge, edge, edge, async (a, b, c, d) => {
        const ours = file.slice(a, b).slice(c, d);
        const theirs = blob.slice(a, b).slice(c, d);
        expect(ours.size).toBe(theirs.size);
        expect(Buffer.from(await ours.arrayBuffer())).toEqual(Buffer.from(await theirs.arrayBuffer()));
      }),
    );
    await file.close();
  });
});

import { sha256Hex } from '@shared/base/canonical';
import { fail, ok } from '@shared/base/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostByteSource } from '../../../src/renderer/workers/host-byte-source';

const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 251);

function source() {
  const reads: number[] = [];
  const read = async (offset: number, length: number) => {
    reads.push(length);
    return ok(bytes.slice(offset, offset + length));
  };
  return { file: new HostByteSource(read, 0, bytes.byteLength), reads };
}

describe('HostByteSource', () => {
  it('reads a file in blocks of at most one MiB', async () => {
    const { file, reads } = source();
    expect(sha256Hex(new Uint8Array(await file.arrayBuffer()))).toBe(sha256Hex(bytes));
    expect(reads).toEqual([1 << 20, 1 << 20, 3_000_000 - 2 * (1 << 20)]);
  });

  it('reads nothing of an empty file', async () => {
    const empty = new HostByteSource(async () => fail('SOURCE_MISSING', 'Not to be asked.'), 0, 0);
    expect((await empty.arrayBuffer()).byteLength).toBe(0);
  });

  it('slices as a Blob does, also slices of slices and negative places', async () => {
    const blob = new Blob([bytes]);
    const place = fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(place, place, place, place, async (a, b, c, d) => {
        const small = source().file.slice(0, 200);
        const mine = small.slice(a, b).slice(c, d);
        const theirs = blob.slice(0, 200).slice(a, b).slice(c, d);
        expect(mine.size).toBe(theirs.size);
        expect(new Uint8Array(await mine.arrayBuffer())).toEqual(new Uint8Array(await theirs.arrayBuffer()));
      }),
      { numRuns: 60 },
    );
  });

  it('fails with what the host said', async () => {
    const broken = new HostByteSource(async () => fail('SOURCE_MISSING', 'The file is gone.'), 0, 10);
    await expect(broken.arrayBuffer()).rejects.toMatchObject({ error: { code: 'SOURCE_MISSING' } });
  });
});

import { sha256Hex } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import type { HostApi } from '@shared/host/types';
import { describe, expect, it } from 'vitest';
import { memoryHost } from '../../../src/renderer/host/memory-host';
import { uploadSource } from '../../../src/renderer/screens/sources/import/upload';

const hash = async (file: Blob) => sha256Hex(new Uint8Array(await file.arrayBuffer()));
const quiet = { report: () => undefined, signal: new AbortController().signal };

async function project(host: HostApi) {
  return unwrap(await host.createProject({ projectId: 'project-1', name: 'P' })).folder;
}

describe('uploadSource', () => {
  it('copies every byte and names the file by its content', async () => {
    const host = memoryHost();
    const folder = await project(host);
    const content = 'x'.repeat(2_500_000);
    const source = await uploadSource(host, folder, new File([content], 'Accounts.CSV'), hash, quiet);
    expect(source).toEqual({
      sha256: sha256Hex(content),
      ext: 'csv',
      name: 'Accounts.CSV',
      bytes: 2_500_000,
    });
    const stored = unwrap(
      await host.readSource({ folder, sha256: source.sha256, ext: 'csv', offset: 0, length: 2_500_000 }),
    );
    expect(sha256Hex(stored)).toBe(source.sha256);
  });

  it('sends nothing the project has already', async () => {
    const inner = memoryHost();
    let blocks = 0;
    const host: HostApi = {
      ...inner,
      writeBlock: (request) => {
        blocks++;
        return inner.writeBlock(request);
      },
    };
    const folder = await project(host);
    const file = new File(['A\n1\n'], 'a.csv');
    await uploadSource(host, folder, file, hash, quiet);
    await uploadSource(host, folder, file, hash, quiet);
    expect(blocks).toBe(1);
  });

  it('stops while the file is still being hashed', async () => {
    const host = memoryHost();
    const folder = await project(host);
    const stop = new AbortController();
    const told: number[] = [];
    const slowly = async (file: Blob, goOn: (done: number) => boolean): Promise<string | null> => {
      for (let done = 1; done <= file.size; done++) {
        told.push(done);
        if (done === 2) stop.abort();
        if (!goOn(done)) return null;
      }
      return 'a'.repeat(64);
    };
    const task = { report: () => undefined, signal: stop.signal };
    await expect(
      uploadSource(host, folder, new File(['x'.repeat(100)], 'a.csv'), slowly, task),
    ).rejects.toMatchObject({ error: { code: 'CANCELLED' } });
    expect(told).toEqual([1, 2]);
  });

  it('stops when asked and leaves nothing behind', async () => {
    const host = memoryHost();
    const folder = await project(host);
    const stop = new AbortController();
    const task = { report: () => stop.abort(), signal: stop.signal };
    const file = new File(['x'.repeat(3_000_000)], 'a.csv');
    await expect(uploadSource(host, folder, file, hash, task)).rejects.toMatchObject({
      error: { code: 'CANCELLED' },
    });
    const size = await host.sourceSize({ folder, sha256: await hash(file), ext: 'csv' });
    expect(size.ok).toBe(false);
  });

  it('says what to do when the file went away', async () => {
    const host = memoryHost();
    const folder = await project(host);
    const gone = async (): Promise<string> => {
      throw new DOMException('gone', 'NotReadableError');
    };
    await expect(uploadSource(host, folder, new File(['x'], 'a.csv'), gone, quiet)).rejects.toMatchObject({
      error: { code: 'FILE_CHANGED' },
    });
  });
});

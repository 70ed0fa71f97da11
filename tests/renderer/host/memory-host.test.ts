import { sha256Hex } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { memoryHost } from '../../../src/renderer/host/memory-host';

const text = (value: string) => new TextEncoder().encode(value);

async function withProject() {
  const host = memoryHost([{ name: 'a.csv', bytes: async () => text('A\n1\n') }]);
  const { folder } = unwrap(await host.createProject({ projectId: 'project-1', name: 'Northgate CRM move' }));
  return { host, folder };
}

describe('memoryHost', () => {
  it('names folders after the project, without clashes', async () => {
    const { host, folder } = await withProject();
    const again = unwrap(await host.createProject({ projectId: 'project-2', name: 'Northgate CRM move' }));
    expect([folder, again.folder]).toEqual(['northgate-crm-move', 'northgate-crm-move-2']);
    expect(unwrap(await host.listProjects())).toHaveLength(2);
  });

  it('appends only where the journal ends', async () => {
    const { host, folder } = await withProject();
    expect(unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: ['{"ä":1}'] }))).toEqual({
      bytes: 9,
    });
    const late = await host.appendJournal({ folder, expectedBytes: 0, lines: ['{"b":1}'] });
    expect(late).toMatchObject({ ok: false, error: { code: 'JOURNAL_MOVED' } });
    expect(unwrap(await host.openProject({ folder })).journal).toBe('{"ä":1}\n');
  });

  it('keeps a source under the name of its content and refuses a wrong one', async () => {
    const { host, folder } = await withProject();
    const data = text('Name\nHartmann\n');
    const name = { folder, sha256: sha256Hex(data), ext: 'csv' };
    const { uploadId, present } = unwrap(await host.beginSource({ ...name, bytes: data.byteLength }));
    expect(present).toBe(false);
    unwrap(await host.writeBlock({ uploadId, offset: 0, data }));
    unwrap(await host.commitUpload({ uploadId }));
    expect(unwrap(await host.sourceSize(name))).toBe(14);
    expect(unwrap(await host.readSource({ ...name, offset: 5, length: 8 }))).toEqual(text('Hartmann'));
    expect(unwrap(await host.beginSource({ ...name, bytes: 14 })).present).toBe(true);

    const wrong = unwrap(await host.beginSource({ folder, sha256: '0'.repeat(64), ext: 'csv', bytes: 14 }));
    unwrap(await host.writeBlock({ uploadId: wrong.uploadId, offset: 0, data }));
    expect(await host.commitUpload({ uploadId: wrong.uploadId })).toMatchObject({
      error: { code: 'HASH_MISMATCH' },
    });
  });

  it('takes an exported project back in', async () => {
    const { host, folder } = await withProject();
    unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: ['{"seq":1}'] }));
    const { downloadId, bytes } = unwrap(await host.exportProject({ folder }));
    const file = unwrap(await host.readDownload({ downloadId, offset: 0, length: bytes }));
    const { uploadId } = unwrap(await host.beginImport({ bytes }));
    unwrap(await host.writeBlock({ uploadId, offset: 0, data: file }));
    const copy = unwrap(await host.commitImport({ uploadId }));
    expect(unwrap(await host.openProject({ folder: copy.folder })).journal).toBe('{"seq":1}\n');
  });

  it('offers the samples it was given', async () => {
    const { host } = await withProject();
    expect(unwrap(await host.listSamples())).toEqual([{ name: 'a.csv', bytes: 4 }]);
    expect(await host.readSample({ name: 'b.csv' })).toMatchObject({ error: { code: 'SAMPLE_NOT_FOUND' } });
  });
});

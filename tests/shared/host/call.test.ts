import { AppFailure, ok, type Result } from '@shared/base/result';
import { callHost } from '@shared/host/call';
import { HOST_METHODS, type HostMethod, hostOver } from '@shared/host/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sha256 = 'ab'.repeat(32);
const id = '0123456789abcdef0123456789abcdef';
const source = { folder: 'demo', sha256, ext: 'csv' };

/** One allowed request per method. */
const GOOD: { readonly [M in HostMethod]: unknown } = {
  info: undefined,
  listProjects: undefined,
  createProject: { projectId: 'project-1', name: 'Demo' },
  openProject: { folder: 'demo' },
  closeProject: { folder: 'demo' },
  appendJournal: { folder: 'demo', expectedBytes: 0, lines: ['{"seq":1}'] },
  replaceJournal: { folder: 'demo', text: '' },
  saveCheckpoint: {
    folder: 'demo',
    checkpoint: { count: 1, head: sha256, publicKey: sha256, signature: 'cd'.repeat(64) },
  },
  beginSource: { ...source, bytes: 10 },
  writeBlock: { uploadId: id, offset: 0, data: Uint8Array.of(1) },
  commitUpload: { uploadId: id },
  abortUpload: { uploadId: id },
  readSource: { ...source, offset: 0, length: 1 },
  sourceSize: source,
  beginPackage: { folder: 'demo', name: 'package 1' },
  beginPackageFile: { packageId: id, path: 'load/a.csv', bytes: 0, sha256 },
  commitPackage: { packageId: id },
  abortPackage: { packageId: id },
  exportProject: { folder: 'demo' },
  exportPackage: { folder: 'demo', name: 'package 1' },
  readDownload: { downloadId: id, offset: 0, length: 4 << 20 },
  beginImport: { bytes: 100 },
  commitImport: { uploadId: id },
  readSample: { name: 'crm.csv' },
  listSamples: undefined,
  reveal: { path: '/tmp/x' },
};

/** A host that writes down what reaches it and answers `answer` to everything. */
function recordingHost(answer: () => Promise<Result<never>> | Result<never>) {
  const calls: [string, unknown][] = [];
  const host = hostOver(async (method, request) => {
    calls.push([method, request]);
    return answer();
  });
  return { host, calls };
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

describe('calling a host by name', () => {
  it.each(HOST_METHODS)('%s reaches the host with the request as sent', async (method) => {
    const { host, calls } = recordingHost(() => ({ ok: false, error: { code: 'SEEN', message: 'seen' } }));
    expect(codeOf(await callHost(host, method, GOOD[method]))).toBe('SEEN');
    expect(calls).toEqual([[method, GOOD[method]]]);
  });

  it.each(HOST_METHODS)('%s refuses an unknown key and a missing value', async (method) => {
    const { host, calls } = recordingHost(() => ok(undefined as never));
    const good = GOOD[method];
    const bad = good === undefined ? [null, {}, []] : [undefined, null, {}, { ...(good as object), more: 1 }];
    for (const payload of bad) expect(codeOf(await callHost(host, method, payload))).toBe('BAD_REQUEST');
    expect(calls).toEqual([]);
  });

  it.each(['', 'nothing', 'constructor', '__proto__', 'toString', 'dispose'])(
    'has no method %j',
    async (method) => {
      const { host, calls } = recordingHost(() => ok(undefined as never));
      expect(codeOf(await callHost(host, method, undefined))).toBe('UNKNOWN_METHOD');
      expect(calls).toEqual([]);
    },
  );

  it.each<[HostMethod, object]>([
    ['openProject', { folder: '../other' }],
    ['openProject', { folder: '/etc' }],
    ['openProject', { folder: '.' }],
    ['readSource', { sha256: 'AB'.repeat(32) }],
    ['readSource', { sha256: `${'ab'.repeat(31)}/.` }],
    ['readSource', { ext: 'exe' }],
    ['readSource', { offset: -1 }],
    ['readSource', { offset: 0.5 }],
    ['readSource', { offset: Number.NaN }],
    ['readSource', { length: 0 }],
    ['readSource', { length: (4 << 20) + 1 }],
    ['writeBlock', { data: new Uint8Array((4 << 20) + 1) }],
    ['writeBlock', { data: new Uint8Array(0) }],
    ['writeBlock', { data: [1, 2, 3] }],
    ['writeBlock', { uploadId: '../../x' }],
    ['beginSource', { bytes: 2 ** 53 }],
    ['beginPackageFile', { path: '../manifest.json' }],
    ['beginPackageFile', { path: 'a\\b' }],
    ['appendJournal', { lines: [] }],
    ['appendJournal', { lines: ['{"a":1}\n{"b":2}'] }],
    ['appendJournal', { lines: ['{"a":1}\r'] }],
    ['appendJournal', { lines: ['not an object'] }],
    ['appendJournal', { lines: ['{"a":"\ud800"}'] }],
    ['createProject', { name: '   ' }],
    ['createProject', { name: 'two\nlines' }],
    ['createProject', { projectId: 'short' }],
    ['saveCheckpoint', { checkpoint: { count: -1, head: sha256, publicKey: sha256, signature: '' } }],
  ])('%s refuses %o', async (method, change) => {
    const { host, calls } = recordingHost(() => ok(undefined as never));
    const result = await callHost(host, method, { ...(GOOD[method] as object), ...change });
    expect(codeOf(result)).toBe('BAD_REQUEST');
    expect(calls).toEqual([]);
  });

  it('lets nothing through that is not a request', async () => {
    const { host, calls } = recordingHost(() => ok(undefined as never));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...HOST_METHODS), fc.object(), async (method, payload) => {
        expect(codeOf(await callHost(host, method, payload))).toBe('BAD_REQUEST');
      }),
    );
    expect(calls).toEqual([]);
  });

  it('hands on the error of a failure thrown on the way', async () => {
    const { host } = recordingHost(() => {
      throw new AppFailure({ code: 'DISK_FULL', message: 'The disk is full.' });
    });
    expect(await callHost(host, 'info', undefined)).toEqual({
      ok: false,
      error: { code: 'DISK_FULL', message: 'The disk is full.' },
    });
  });

  it('turns a bug into an error with a sentence, the cause in its details', async () => {
    const { host } = recordingHost(() => {
      throw new TypeError('x is not a function');
    });
    const result = await callHost(host, 'info', undefined);
    expect(result.ok ? null : [result.error.code, result.error.details]).toEqual([
      'INTERNAL',
      { method: 'info', cause: 'x is not a function' },
    ]);
  });
});

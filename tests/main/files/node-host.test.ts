import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap } from '@shared/base/result';
import type { HostApi } from '@shared/host/types';
import { afterEach, describe, expect, it } from 'vitest';
import { createNodeHost, type NodeHost, type NodeHostOptions } from '../../../src/main/files/node-host';
import { describeHost, line } from '../host-contract';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

async function nodeHost(more: Partial<NodeHostOptions> = {}): Promise<NodeHost & { projectsFolder: string }> {
  const root = await temporary();
  const samplesFolder = join(root, 'samples');
  await mkdir(samplesFolder);
  await writeFile(join(samplesFolder, 'crm.csv'), 'a;b\n1;');
  await writeFile(join(samplesFolder, 'truth.json'), '{}');
  const projectsFolder = join(root, 'projects');
  const host = createNodeHost({ kind: 'memory', version: '1.2.3', projectsFolder, samplesFolder, ...more });
  return { ...host, projectsFolder };
}

describeHost('the host over plain files', async () => {
  const host = await nodeHost();
  return { host, projectsFolder: host.projectsFolder, close: host.dispose };
});

describe('the host over plain files', () => {
  const hosts: NodeHost[] = [];
  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.dispose();
  });
  const start = async (more?: Partial<NodeHostOptions>) => {
    const host = await nodeHost(more);
    hosts.push(host);
    return host;
  };
  const codeOf = async (call: ReturnType<HostApi['openProject' | 'reveal']>): Promise<string> => {
    const result = await call;
    return result.ok ? 'ok' : result.error.code;
  };
  const demo = { projectId: 'project-0001', name: 'Demo' };

  it('refuses a second writer, in words that name the first', async () => {
    const first = await start();
    const second = await start({ projectsFolder: first.projectsFolder });
    unwrap(await first.createProject(demo));
    unwrap(await first.openProject({ folder: 'demo' }));
    const refused = await second.openProject({ folder: 'demo' });
    expect(refused.ok ? null : refused.error.code).toBe('PROJECT_LOCKED');
    expect(refused.ok ? '' : refused.error.message).toContain(`process ${process.pid}`);
    unwrap(await first.closeProject({ folder: 'demo' }));
    expect(await codeOf(second.openProject({ folder: 'demo' }))).toBe('ok');
  });

  it('cuts a torn last line off, keeps it beside the journal and says so', async () => {
    const host = await start();
    unwrap(await host.createProject(demo));
    const folder = join(host.projectsFolder, 'demo');
    for (const n of [1, 2]) {
      await writeFile(join(folder, 'journal.jsonl'), `${line(1)}\n{"seq":2,"pay`);
      const opened = unwrap(await host.openProject({ folder: 'demo' }));
      expect(opened.tornTail).toBe('{"seq":2,"pay');
      expect(opened.journal).toBe(`${line(1)}\n`);
      expect(await readFile(join(folder, `journal.torn-${n}.txt`), 'utf8')).toBe('{"seq":2,"pay');
      unwrap(
        await host.appendJournal({ folder: 'demo', expectedBytes: opened.journalBytes, lines: [line(2)] }),
      );
      expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(`${line(1)}\n${line(2)}\n`);
      unwrap(await host.closeProject({ folder: 'demo' }));
    }
  });

  it('opens a project whose journal is gone as empty: the copies of it decide', async () => {
    const host = await start();
    unwrap(await host.createProject(demo));
    const { rm } = await import('node:fs/promises');
    await rm(join(host.projectsFolder, 'demo', 'journal.jsonl'));
    expect(unwrap(await host.openProject({ folder: 'demo' })).journal).toBe('');
  });

  it.each([
    ['{"format":"winnow-project","version":2,"later":true}', 'PROJECT_TOO_NEW', 'version 2'],
    ['{"format":"winnow-project","version":1}', 'PROJECT_DAMAGED', '"id"'],
    ['{"format":"other","version":1}', 'PROJECT_DAMAGED', 'does not say'],
    ['not JSON', 'PROJECT_DAMAGED', 'JSON'],
    [' '.repeat(70_000), 'PROJECT_DAMAGED', 'too large'],
  ])('refuses project.json %#: %s', async (content, code, words) => {
    const host = await start();
    unwrap(await host.createProject(demo));
    await writeFile(join(host.projectsFolder, 'demo', 'project.json'), content);
    const refused = await host.openProject({ folder: 'demo' });
    expect(refused.ok ? null : [refused.error.code, refused.error.message.includes(words)]).toEqual([
      code,
      true,
    ]);
    const [listed] = unwrap(await host.listProjects());
    expect(listed?.damaged).toContain(words);
    expect(await readdir(join(host.projectsFolder, 'demo'))).not.toContain('project.lock');
  });

  it('tells a project from a copy of its folder', async () => {
    const { cp } = await import('node:fs/promises');
    const host = await start();
    unwrap(await host.createProject(demo));
    await cp(join(host.projectsFolder, 'demo'), join(host.projectsFolder, 'demo backup'), {
      recursive: true,
    });
    const copy = unwrap(await host.openProject({ folder: 'demo backup' })).summary.projectId;
    expect(copy).not.toBe('project-0001');
    expect(unwrap(await host.openProject({ folder: 'demo' })).summary.projectId).toBe('project-0001');
    unwrap(await host.closeProject({ folder: 'demo backup' }));
    expect(unwrap(await host.openProject({ folder: 'demo backup' })).summary.projectId).toBe(copy);
  });

  it('keeps the identity of a project whose folder was renamed', async () => {
    const { rename } = await import('node:fs/promises');
    const host = await start();
    unwrap(await host.createProject(demo));
    await rename(join(host.projectsFolder, 'demo'), join(host.projectsFolder, 'CRM 2026'));
    expect(unwrap(await host.openProject({ folder: 'CRM 2026' })).summary.projectId).toBe('project-0001');
  });

  it('removes what a crash left half-written', async () => {
    const host = await start();
    unwrap(await host.createProject(demo));
    const folder = join(host.projectsFolder, 'demo');
    await writeFile(join(folder, 'sources', `.${'0'.repeat(32)}.part`), 'half');
    await mkdir(join(folder, 'packages', '.tmp-1', 'load'), { recursive: true });
    unwrap(await host.openProject({ folder: 'demo' }));
    expect(await readdir(join(folder, 'sources'))).toEqual([]);
    expect(await readdir(join(folder, 'packages'))).toEqual([]);
  });

  it('gives up a transfer when its project is closed', async () => {
    const host = await start();
    unwrap(await host.createProject(demo));
    unwrap(await host.openProject({ folder: 'demo' }));
    const source = { folder: 'demo', sha256: 'a'.repeat(64), ext: 'csv' };
    const upload = unwrap(await host.beginSource({ ...source, bytes: 10 }));
    unwrap(await host.closeProject({ folder: 'demo' }));
    const late = await host.writeBlock({ uploadId: upload.uploadId, offset: 0, data: Uint8Array.of(1) });
    expect(late.ok ? null : late.error.code).toBe('UPLOAD_UNKNOWN');
    expect(await readdir(join(host.projectsFolder, 'demo', 'sources'))).toEqual([]);
  });

  it('reveals only what lies in its projects folder, and only where there is a file manager', async () => {
    const shown: string[] = [];
    const host = await start({ reveal: (path) => shown.push(path) });
    unwrap(await host.createProject(demo));
    const folder = join(host.projectsFolder, 'demo');
    expect(await codeOf(host.reveal({ path: folder }))).toBe('ok');
    expect(await codeOf(host.reveal({ path: join(folder, '..', '..', 'samples') }))).toBe('NOT_HERE');
    expect(await codeOf(host.reveal({ path: '/etc/passwd' }))).toBe('NOT_HERE');
    expect(await codeOf(host.reveal({ path: join(folder, 'nothing') }))).toBe('FILE_MISSING');
    expect(shown).toEqual([folder]);
    expect(await codeOf((await start()).reveal({ path: folder }))).toBe('NOT_HERE');
  });
});

import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unwrap } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../src/main/files/node-host';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();
const root = resolve(import.meta.dirname, '../../..');

/** Runs the appending child for `ms` after its first acknowledgement, kills it hard; answers the last number it saw acknowledged. */
async function appendUntilKilled(projectsFolder: string, ms: number): Promise<number> {
  const script = resolve(import.meta.dirname, 'append-forever.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, projectsFolder], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: resolve(root, 'tsconfig.node.json') },
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += String(data);
  });
  const started = new Promise<void>((done, failed) => {
    child.stdout.on('data', (data) => {
      output += String(data);
      done();
    });
    child.on('exit', () => failed(new Error(errors)));
  });
  const ended = new Promise((done) => child.on('close', done));
  await started;
  await sleep(ms);
  child.kill('SIGKILL');
  await ended;
  return Math.max(...output.trim().split('\n').map(Number));
}

describe('a host killed with kill -9 while it appends', () => {
  it('has every acknowledged line in the file, and the next one goes on from there', async () => {
    const projectsFolder = await temporary();
    const host = createNodeHost({
      kind: 'memory',
      version: '0.0.0',
      projectsFolder,
      samplesFolder: projectsFolder,
    });
    unwrap(await host.createProject({ projectId: 'project-0001', name: 'Demo' }));
    for (const ms of [5, 61, 160]) {
      const acknowledged = await appendUntilKilled(projectsFolder, ms);
      const opened = unwrap(await host.openProject({ folder: 'demo' }));
      const numbers = opened.journal
        .split('\n')
        .slice(0, -1)
        .map((line): number => JSON.parse(line).seq);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(acknowledged);
      unwrap(await host.closeProject({ folder: 'demo' }));
    }
  });
});

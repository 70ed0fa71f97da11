import { spawn } from 'node:child_process';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppFailure } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE, type LockTimes, ProjectLock } from '../../../src/main/files/lock';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();
const times: LockTimes = { beatMs: 20, staleMs: 100 };

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'ok';
  } catch (cause) {
    return cause instanceof AppFailure ? cause.error.code : String(cause);
  }
};

/** A lock as another process would have written it, last touched `ageMs` ago. */
async function foreignLock(
  folder: string,
  holder: { pid: number; host?: string },
  ageMs: number,
): Promise<string> {
  const path = join(folder, LOCK_FILE);
  const content = {
    pid: holder.pid,
    host: holder.host ?? hostname(),
    token: 'f'.repeat(32),
    since: '2026-01-01',
  };
  await writeFile(path, JSON.stringify(content));
  const touched = new Date(Date.now() - ageMs);
  await utimes(path, touched, touched);
  return path;
}

/** Number of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((done) => child.on('exit', done));
  return child.pid ?? 0;
}

describe('the lock of a project folder', () => {
  it('is held by one, given back, and then free', async () => {
    const folder = await temporary();
    const first = await ProjectLock.acquire(folder, times);
    expect(await codeOf(ProjectLock.acquire(folder, times))).toBe('PROJECT_LOCKED');
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    await (await ProjectLock.acquire(folder, times)).release();
  });

  it('is not taken from a living holder, however long it holds', async () => {
    const folder = await temporary();
    const first = await ProjectLock.acquire(folder, times);
    await sleep(250);
    expect(await codeOf(ProjectLock.acquire(folder, times))).toBe('PROJECT_LOCKED');
    await first.verify();
    await first.release();
  });

  it('goes to one of many that want it at once', async () => {
    const folder = await temporary();
    const ended = await endedPid();
    const patient: LockTimes = { beatMs: 20, staleMs: 60_000 };
    for (let round = 0; round < 40; round++) {
      await foreignLock(folder, { pid: ended }, 0);
      const results = await Promise.all(
        Array.from({ length: 8 }, () =>
          ProjectLock.acquire(folder, patient).then(
            (lock) => lock,
            () => null,
          ),
        ),
      );
      const winners = results.filter((lock) => lock !== null);
      expect(winners).toHaveLength(1);
      await winners[0]?.verify();
      await winners[0]?.release();
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('is taken over although somebody who began to take it over did not live to end it', async () => {
    const folder = await temporary();
    await foreignLock(folder, { pid: await endedPid() }, 0);
    const takeover = join(folder, `${LOCK_FILE}.takeover`);
    await writeFile(takeover, '');
    await utimes(takeover, new Date(0), new Date(0));
    await (await ProjectLock.acquire(folder, times)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over at once from a process that ended', async () => {
    const folder = await temporary();
    await foreignLock(folder, { pid: await endedPid() }, 0);
    await (await ProjectLock.acquire(folder, times)).release();
  });

  it('is taken over from an earlier run that had our process number', async () => {
    const folder = await temporary();
    await foreignLock(folder, { pid: process.pid }, 0);
    await (await ProjectLock.acquire(folder, times)).release();
  });

  it('is not taken from another living process that touched it lately', async () => {
    const folder = await temporary();
    await foreignLock(folder, { pid: process.ppid }, 0);
    expect(await codeOf(ProjectLock.acquire(folder, { beatMs: 20, staleMs: 60_000 }))).toBe('PROJECT_LOCKED');
  });

  it('is taken over when it is old and nobody touches it while watched', async () => {
    for (const holder of [{ pid: process.ppid }, { pid: 1, host: 'elsewhere' }]) {
      const folder = await temporary();
      await foreignLock(folder, holder, 60_000);
      await (await ProjectLock.acquire(folder, times)).release();
    }
  });

  it('is left to a holder on another computer that wakes up while watched', async () => {
    const folder = await temporary();
    const path = await foreignLock(folder, { pid: 1, host: 'elsewhere' }, 60_000);
    const attempt = codeOf(ProjectLock.acquire(folder, { beatMs: 200, staleMs: 100 }));
    await sleep(50);
    await utimes(path, new Date(), new Date());
    expect(await attempt).toBe('PROJECT_LOCKED');
  });

  it('is taken over when its file is empty: the holder crashed while making it', async () => {
    const folder = await temporary();
    const path = join(folder, LOCK_FILE);
    await writeFile(path, '');
    await utimes(path, new Date(0), new Date(0));
    await (await ProjectLock.acquire(folder, times)).release();
  });

  it('notices that it was lost, and leaves the new holder alone', async () => {
    const folder = await temporary();
    const lost = await ProjectLock.acquire(folder, times);
    const path = await foreignLock(folder, { pid: 1, host: 'elsewhere' }, 0);
    expect(await codeOf(lost.verify())).toBe('LOCK_LOST');
    await lost.release();
    expect(await readFile(path, 'utf8')).toContain('elsewhere');
  });
});

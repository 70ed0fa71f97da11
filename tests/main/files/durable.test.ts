import { access, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureSpace, makeFolder, patiently, writeDurably } from '../../../src/main/files/durable';
import { during, fileError } from '../../../src/main/files/errors';
import { freeName, slugOf, suffixed } from '../../../src/main/files/project-names';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();
const systemError = (code: string): Error => Object.assign(new Error(code), { code, path: '/x' });

describe('writing a file', () => {
  it('replaces the old content and leaves nothing else behind', async () => {
    const folder = await temporary();
    await writeDurably(join(folder, 'a.json'), 'old');
    await writeDurably(join(folder, 'a.json'), 'new');
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('that fails leaves the old content and nothing else', async () => {
    const folder = await temporary();
    await mkdir(join(folder, 'a.json'));
    await expect(writeDurably(join(folder, 'a.json'), 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('does not follow a link: the link is replaced, its target stays', async () => {
    const folder = await temporary();
    await writeFile(join(folder, 'target'), 'precious');
    await symlink(join(folder, 'target'), join(folder, 'a.json'));
    await writeDurably(join(folder, 'a.json'), 'new');
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe('precious');
  });

  it('makes folders with their parents', async () => {
    const folder = await temporary();
    await makeFolder(join(folder, 'a', 'b', 'c'));
    await makeFolder(join(folder, 'a', 'b', 'c'));
    await access(join(folder, 'a', 'b', 'c'));
  });

  it('asks for room first', async () => {
    const folder = await temporary();
    await ensureSpace(folder, 1);
    await expect(ensureSpace(folder, 2 ** 60)).rejects.toThrow('not enough room');
  });
});

describe('patience', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('waits for %s to pass', async (code) => {
    let calls = 0;
    const work = async () => {
      if (++calls < 3) throw systemError(code);
      return 'done';
    };
    expect(await patiently(work, 5, 1)).toBe('done');
  });

  it('ends', async () => {
    let calls = 0;
    const work = async () => {
      calls++;
      throw systemError('EBUSY');
    };
    await expect(patiently(work, 3, 1)).rejects.toThrow('EBUSY');
    expect(calls).toBe(3);
  });

  it('does not wait for what does not pass', async () => {
    let calls = 0;
    const work = async () => {
      calls++;
      throw systemError('ENOSPC');
    };
    await expect(patiently(work, 3, 1)).rejects.toThrow('ENOSPC');
    expect(calls).toBe(1);
  });
});

describe('an error of the operating system', () => {
  it.each([
    ['ENOSPC', 'DISK_FULL', 'the disk is full'],
    ['EACCES', 'NO_PERMISSION', 'not allowed'],
    ['EROFS', 'NO_PERMISSION', 'read-only'],
    ['EBUSY', 'FILE_BUSY', 'another program'],
    ['EIO', 'DISK_ERROR', 'reported an error'],
    ['EXDEV', 'FILE_ERROR', 'EXDEV'],
  ])('%s becomes %s with a sentence', (system, code, words) => {
    const error = fileError(systemError(system), 'save the last step');
    expect(error?.code).toBe(code);
    expect(error?.message).toContain('Winnow could not save the last step');
    expect(error?.message).toContain(words);
    expect(error?.details).toEqual({ system, path: '/x' });
  });

  it('is told from a bug, which is thrown on', async () => {
    expect(fileError(new TypeError('x'), 'y')).toBeNull();
    await expect(during('y', () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});

describe('the folder name of a project', () => {
  it.each([
    ['CRM move 2026', 'crm-move-2026'],
    ['  Müller & Söhne!  ', 'müller-söhne'],
    ['移行 計画', '移行-計画'],
    ['../../etc', 'etc'],
    ['CON', 'project'],
    ['exports', 'project'],
    ['...', 'project'],
    ['💼💼', 'project'],
    ['x'.repeat(200), 'x'.repeat(60)],
    ['𠮷'.repeat(59), '𠮷'.repeat(30)],
  ])('%j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('counts up when it is taken', async () => {
    const folder = await temporary();
    await mkdir(join(folder, 'a'));
    await mkdir(join(folder, 'a-2'));
    expect(await freeName(folder, suffixed('a'))).toBe('a-3');
    expect(await freeName(folder, suffixed('a', '.zip'))).toBe('a.zip');
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { crashGuard, crashSentence } from '../../../src/main/electron/crash-guard';
import { checkEngine } from '../../../src/main/electron/engine-floor';
import { FileQueue, projectFileIn } from '../../../src/main/electron/launch';
import { menuTemplate } from '../../../src/main/electron/menu';
import { openProjectFile } from '../../../src/main/electron/open-file';
import { keepWindowState, placeWindow, readWindowState } from '../../../src/main/electron/window-state';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

describe('the place of the window', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { x: 1920, y: 0, width: 1280, height: 1000 };
  const bounds = { x: 100, y: 50, width: 1200, height: 800 };

  it('is kept and read again', async () => {
    const path = join(await temporary(), 'window.json');
    keepWindowState(path, { bounds, maximized: true });
    expect(await readWindowState(path)).toEqual({ bounds, maximized: true });
  });

  it.each(['', '{', '{}', '[]', '{"bounds":{"x":1e99,"y":0,"width":1,"height":1},"maximized":false}'])(
    'is the first one when the file holds %j',
    async (content) => {
      const path = join(await temporary(), 'window.json');
      await writeFile(path, content);
      expect(await readWindowState(path)).toEqual({ bounds: null, maximized: false });
    },
  );

  it('that cannot be kept does not keep the window open', () => {
    expect(() => keepWindowState('/nowhere/at/all.json', { bounds, maximized: false })).not.toThrow();
  });

  it('is where it was, on any display', () => {
    expect(placeWindow({ bounds, maximized: false }, [display])).toEqual(bounds);
    const onSecond = { ...bounds, x: 2000 };
    expect(placeWindow({ bounds: onSecond, maximized: false }, [display, second])).toEqual(onSecond);
  });

  it.each([
    ['its display is gone', { ...bounds, x: 2000 }],
    ['its title bar is above the display', { ...bounds, y: -400 }],
    ['its title bar is below the display', { ...bounds, y: 1039 }],
    ['most of it is beside the display', { ...bounds, x: -900 }],
  ])('is the first one when %s', (_why, lost) => {
    expect(placeWindow({ bounds: lost, maximized: false }, [display])).toEqual({ width: 1440, height: 900 });
  });

  it('is never larger than the display at first, never smaller than the screens need later', () => {
    const small = { x: 0, y: 0, width: 1280, height: 680 };
    expect(placeWindow({ bounds: null, maximized: false }, [small])).toEqual({ width: 1280, height: 680 });
    const tiny = { ...bounds, width: 10, height: 10 };
    expect(placeWindow({ bounds: tiny, maximized: false }, [display])).toMatchObject({
      width: 880,
      height: 600,
    });
  });
});

describe('a page whose process is gone', () => {
  /** Crashes at these times (milliseconds); answers what was done. */
  async function crashes(
    times: readonly number[],
    answer: 'reload' | 'quit',
    reason = 'crashed',
  ): Promise<string[]> {
    const done: string[] = [];
    let now = 0;
    const guard = crashGuard({
      now: () => now,
      reload: () => done.push('reload'),
      quit: () => done.push('quit'),
      ask: async () => {
        done.push('ask');
        return answer;
      },
    });
    for (const time of times) {
      now = time;
      await guard(reason);
    }
    return done;
  }

  it('is loaded again at once', async () => {
    expect(await crashes([0], 'quit')).toEqual(['reload']);
    expect(await crashes([0, 60_000, 120_000], 'quit')).toEqual(['reload', 'reload', 'reload']);
  });

  it('is asked about when it happens twice in a minute', async () => {
    expect(await crashes([0, 59_999], 'quit')).toEqual(['reload', 'ask', 'quit']);
    expect(await crashes([0, 1000, 2000], 'reload')).toEqual(['reload', 'ask', 'reload', 'ask', 'reload']);
  });

  it('because the window was closed is left alone', async () => {
    expect(await crashes([0, 1], 'quit', 'clean-exit')).toEqual([]);
  });

  it('is explained', () => {
    expect(crashSentence('oom')).toContain('ran out of memory');
    expect(crashSentence('crashed')).toContain('(crashed)');
  });
});

describe('the data of a newer engine', () => {
  it('is not opened with an older one', async () => {
    const path = join(await temporary(), 'engine.json');
    expect(await checkEngine(path, '156.0.8078.100')).toBeNull();
    expect(await checkEngine(path, '156.0.8000.1')).toBeNull();
    expect(await checkEngine(path, '154.0.1.1')).toContain("version 156, this one's 154");
    expect(await checkEngine(path, '158.0.1.1')).toBeNull();
    expect(await readFile(path, 'utf8')).toBe('{"chromium":158}');
  });

  it('is opened when the file is damaged: it is only a guard', async () => {
    const path = join(await temporary(), 'engine.json');
    await writeFile(path, '{"chromium":"x"}');
    expect(await checkEngine(path, '156.0.0.0')).toBeNull();
  });
});

describe('a project file on the command line', () => {
  it.each([
    [['winnow', '/a/b.winnow'], '/a/b.winnow'],
    [['electron', '.', '--inspect', 'b.WINNOW'], '/home/me/b.WINNOW'],
    [['winnow', '--file=/a/b.winnow'], null],
    [['winnow', '/a/b.csv'], null],
    [['/opt/x.winnow'], null],
    [[], null],
  ])('in %j is %j', (argv, path) => {
    expect(projectFileIn(argv, '/home/me')).toBe(path);
  });

  it('waits until the window can take it', () => {
    const taken: string[] = [];
    const queue = new FileQueue();
    queue.add('a');
    queue.drainTo((path) => taken.push(path));
    queue.add('b');
    expect(taken).toEqual(['a', 'b']);
  });

  const project = {
    folder: 'demo-2',
    projectId: 'x',
    name: 'Demo',
    createdAt: '',
    changedAt: '',
    entries: 0,
    damaged: null,
  };
  const run = async (agree: boolean, works: boolean): Promise<unknown[]> => {
    const seen: unknown[] = [];
    await openProjectFile('/a/demo.winnow', {
      confirm: async (question) => {
        seen.push(question.message);
        return agree;
      },
      importFile: async (path) => {
        seen.push(path);
        return works ? ok(project) : fail('ARCHIVE_REFUSED', 'It is damaged.');
      },
      tell: async (message, detail) => void seen.push([message, detail]),
      send: (command) => seen.push(command),
    });
    return seen.slice(1);
  };

  it('is taken in after asking, and opened', async () => {
    expect(await run(true, true)).toEqual(['/a/demo.winnow', { name: 'open-project', folder: 'demo-2' }]);
    expect(await run(false, true)).toEqual([]);
    expect(await run(true, false)).toEqual([
      '/a/demo.winnow',
      ['“demo.winnow” was not taken in.', 'It is damaged.'],
    ]);
  });
});

describe('the menu', () => {
  const build = (platform: NodeJS.Platform, isDevelopment = false) => {
    const sent: string[] = [];
    const template = menuTemplate({
      platform,
      isDevelopment,
      send: (name) => sent.push(name),
      showProjectsFolder: () => sent.push('folder'),
    });
    const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    return { sent, template, items };
  };

  it.each([
    ['new-project', 'CmdOrCtrl+N'],
    ['open', 'CmdOrCtrl+O'],
    ['import', 'CmdOrCtrl+Shift+O'],
    ['save-project', 'CmdOrCtrl+S'],
    ['save-package', 'CmdOrCtrl+E'],
    ['undo', 'CmdOrCtrl+Z'],
    ['redo', 'Ctrl+Shift+Z'],
    ['find', 'CmdOrCtrl+K'],
    ['theme', 'CmdOrCtrl+Shift+D'],
    ['help', 'F1'],
  ])('sends %s on %s', (name, accelerator) => {
    const { items, sent } = build('linux');
    const item = items.find(({ id }) => id === name);
    expect(item?.accelerator).toBe(accelerator);
    item?.click?.({} as never, undefined, {} as never);
    expect(sent).toEqual([name]);
  });

  it.each<NodeJS.Platform>(['linux', 'win32', 'darwin'])('has no accelerator twice on %s', (platform) => {
    const keys = build(platform).items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('leaves the keys of text fields to the page, where the system lets it', () => {
    const register = (platform: NodeJS.Platform) =>
      build(platform)
        .items.filter(({ registerAccelerator }) => registerAccelerator === false)
        .map(({ id }) => id);
    expect(register('linux')).toEqual(['undo', 'redo', 'find']);
    expect(register('darwin')).toEqual([]);
  });

  it('has the system menus of macOS there, and developer tools only in development', () => {
    expect(build('darwin').template[0]).toEqual({ role: 'appMenu' });
    expect(build('linux').template[0]?.label).toBe('&File');
    const roles = (isDevelopment: boolean) => build('linux', isDevelopment).items.map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOST_METHODS } from '@shared/host/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

/** Everything Electron is asked, in order, and the fakes to ask back. */
const world = vi.hoisted(() => ({
  log: [] as string[],
  isPackaged: true,
  hasLock: true,
  userData: '',
  windows: [] as unknown[],
  exposed: new Map<string, unknown>(),
  /** Makes Electron ready: as in the real one, not before the main module has been evaluated. */
  becomeReady: (): void => undefined,
}));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  const { log } = world;
  class App extends EventEmitter {
    commandLine = { appendSwitch: (name: string, value: string) => log.push(`switch ${name}=${value}`) };
    get isPackaged() {
      return world.isPackaged;
    }
    getAppPath = () => '/opt/winnow';
    getVersion = () => '1.2.3';
    getPath = () => world.userData;
    setPath = (name: string, path: string) => log.push(`path ${name}=${path}`);
    setName = () => undefined;
    enableSandbox = () => log.push('sandbox');
    requestSingleInstanceLock = () => world.hasLock;
    whenReady = () =>
      new Promise<void>((done) => {
        world.becomeReady = () => {
          log.push('ready');
          done();
        };
      });
    exit = (code: number) => log.push(`exit ${code}`);
    quit = () => log.push('quit');
  }
  class BrowserWindow extends EventEmitter {
    webContents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: () => log.push('window-open locked'),
      send: (channel: string, command: unknown) => log.push(`send ${channel} ${JSON.stringify(command)}`),
      reload: () => log.push('reload'),
    });
    constructor(readonly options: unknown) {
      super();
      world.windows.push(this);
    }
    loadURL = async (url: string) => log.push(`load ${url}`);
    show = () => log.push('show');
    focus = () => undefined;
    maximize = () => undefined;
    isMinimized = () => false;
    isMaximized = () => false;
    getNormalBounds = () => ({ x: 1, y: 2, width: 1000, height: 700 });
  }
  const defaultSession = {
    webRequest: { onBeforeRequest: () => log.push('requests locked') },
    setPermissionRequestHandler: () => log.push('permission requests locked'),
    setPermissionCheckHandler: () => log.push('permission checks locked'),
    setSpellCheckerEnabled: (on: boolean) => log.push(`spelling ${on}`),
    on: () => undefined,
  };
  return {
    app: new App(),
    BrowserWindow,
    dialog: {
      showErrorBox: (title: string) => log.push(`error ${title}`),
      showMessageBox: async () => ({ response: 1 }),
    },
    ipcMain: { handle: (channel: string) => log.push(`handle ${channel}`) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => log.push('menu') },
    protocol: {
      registerSchemesAsPrivileged: () => log.push('scheme registered'),
      handle: (scheme: string) => log.push(`serve ${scheme}`),
    },
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession },
    shell: { showItemInFolder: () => undefined, openPath: async () => '' },
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => world.exposed.set(name, value) },
    ipcRenderer: Object.assign(new EventEmitter(), {
      invoke: async (channel: string, method: string) => {
        if (method === 'listProjects') throw new Error('gone');
        return { ok: true, value: [channel, method] };
      },
    }),
  };
});

const { log } = world;

beforeEach(async () => {
  vi.resetModules();
  log.length = 0;
  world.windows.length = 0;
  Object.assign(world, {
    isPackaged: true,
    hasLock: true,
    userData: await temporary(),
    becomeReady: () => undefined,
  });
  vi.stubEnv('WINNOW_HOME', join(world.userData, 'projects'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Starts the app and waits until it shows its page or gives up. */
async function start(): Promise<void> {
  await import('../../../src/main/electron/index');
  world.becomeReady();
  await vi.waitFor(() => expect(log.slice(-1)[0]).toMatch(/^(load|quit|exit)/));
}

describe('the desktop app', () => {
  it('locks everything before it loads its page', async () => {
    await start();
    expect(log).toEqual([
      'sandbox',
      'switch host-resolver-rules=MAP * ~NOTFOUND',
      'scheme registered',
      'ready',
      'requests locked',
      'permission requests locked',
      'permission checks locked',
      'spelling false',
      'serve app',
      'handle winnow:call',
      'menu',
      'window-open locked',
      'load app://bundle/',
    ]);
  });

  it('gives its window a sandboxed page with the one preload', async () => {
    await start();
    expect(world.windows[0]).toMatchObject({
      options: {
        show: false,
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          preload: join('/opt/winnow', 'out', 'preload', 'index.cjs'),
        },
      },
    });
  });

  it('leaves to the one that runs already', async () => {
    world.hasLock = false;
    await start();
    expect(log.slice(-1)).toEqual(['quit']);
    expect(world.windows).toEqual([]);
  });

  it('takes another data folder and page only in development', async () => {
    vi.stubEnv('WINNOW_USER_DATA', '/elsewhere');
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
    await start();
    expect(log).not.toContain('path userData=/elsewhere');
    expect(log).toContain('load app://bundle/');
    vi.resetModules();
    log.length = 0;
    world.isPackaged = false;
    await start();
    expect(log).toContain('path userData=/elsewhere');
    expect(log).toContain('load http://localhost:5173');
  });

  it('says so when it cannot start', async () => {
    const electron = await import('electron');
    vi.spyOn(electron.protocol, 'handle').mockImplementation(() => {
      throw new Error('no such scheme');
    });
    await start();
    expect(log.slice(-2)).toEqual(['error Winnow could not start', 'exit 1']);
  });

  it('does not open the data of a newer engine', async () => {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(world.userData, 'engine.json'), '{"chromium":99999}');
    await start();
    expect(log.slice(-2)).toEqual(['error This Winnow is too old', 'quit']);
    expect(world.windows).toEqual([]);
  });

  it('comes to the front when it is started again', async () => {
    await start();
    const { app } = await import('electron');
    app.emit('second-instance', {}, ['winnow'], '/');
    expect(log.slice(-1)).toEqual(['show']);
  });

  it('keeps the place of its window when it closes, and loads a crashed page again', async () => {
    await start();
    const window = world.windows[0] as EventEmitter & { webContents: EventEmitter };
    window.emit('close', {});
    const kept: unknown = JSON.parse(await readFile(join(world.userData, 'window.json'), 'utf8'));
    expect(kept).toEqual({ bounds: { x: 1, y: 2, width: 1000, height: 700 }, maximized: false });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await vi.waitFor(() => expect(log.slice(-1)).toEqual(['reload']));
  });
});

describe('the preload', () => {
  it('gives the page the methods of the contract and the menu, and nothing else', async () => {
    await import('../../../src/main/electron/preload');
    expect([...world.exposed.keys()]).toEqual(['winnowHost', 'winnowMenu']);
    expect(Object.keys(world.exposed.get('winnowHost') as object).sort()).toEqual([...HOST_METHODS].sort());
    expect(Object.keys(world.exposed.get('winnowMenu') as object)).toEqual(['onCommand']);
  });

  it('carries calls over the one channel; a broken connection is an error value', async () => {
    await import('../../../src/main/electron/preload');
    const host = world.exposed.get('winnowHost') as Record<string, () => Promise<unknown>>;
    expect(await host['info']?.()).toEqual({ ok: true, value: ['winnow:call', 'info'] });
    expect(await host['listProjects']?.()).toMatchObject({ ok: false, error: { code: 'HOST_UNREACHABLE' } });
  });

  it('passes known commands on until nobody listens', async () => {
    await import('../../../src/main/electron/preload');
    const { ipcRenderer } = await import('electron');
    const menu = world.exposed.get('winnowMenu') as { onCommand(f: (c: unknown) => void): () => void };
    const heard: unknown[] = [];
    const stop = menu.onCommand((command) => heard.push(command));
    ipcRenderer.emit('winnow:command', {}, { name: 'undo' });
    ipcRenderer.emit('winnow:command', {}, { name: 'format-disk' });
    ipcRenderer.emit('winnow:command', {}, null);
    stop();
    ipcRenderer.emit('winnow:command', {}, { name: 'redo' });
    expect(heard).toEqual([{ name: 'undo' }]);
  });
});

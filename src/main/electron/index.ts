import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { projectsFolderFrom } from '../files/locations';
import { createNodeHost } from '../files/node-host';
import { checkEngine } from './engine-floor';
import { serveHost } from './ipc';
import { FileQueue, projectFileIn } from './launch';
import { type MainWindow, openMainWindow } from './main-window';
import { menuTemplate } from './menu';
import { openProjectFile } from './open-file';
import { APP_PAGE, APP_SCHEME, allowedRequest, ownAddress } from './origin';
import { bundleHandler, PRIVILEGED_SCHEME } from './protocol';
import { lockSession, resolverRules } from './security';

/** Entry of the desktop app, built to `out/main/index.js`. Wires the modules beside it to Electron; decides nothing itself. */

const isDevelopment = !app.isPackaged;
/** In development the page may come from Vite's server. */
const page = (isDevelopment && process.env['ELECTRON_RENDERER_URL']) || APP_PAGE;
const isOwn = ownAddress(page);
const root = app.getAppPath();
const files = new FileQueue();
let window: MainWindow | null = null;

// Everything up to `start` has to happen before Electron is ready.
app.setName('Winnow');
if (isDevelopment && process.env['WINNOW_USER_DATA'])
  app.setPath('userData', process.env['WINNOW_USER_DATA']);
app.enableSandbox();
app.commandLine.appendSwitch('host-resolver-rules', resolverRules(isDevelopment));
protocol.registerSchemesAsPrivileged([PRIVILEGED_SCHEME]);
app.on('open-file', (event, path) => {
  event.preventDefault();
  files.add(path);
});

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, cwd) => {
    window?.show();
    const file = projectFileIn(argv, cwd);
    if (file) files.add(file);
  });
  // Never awaited at the top level: Electron becomes ready only after this module has been evaluated.
  app
    .whenReady()
    .then(start)
    .catch((cause: unknown) => {
      dialog.showErrorBox('Winnow could not start', cause instanceof Error ? cause.message : String(cause));
      app.exit(1);
    });
} else {
  app.quit();
}

async function start(): Promise<void> {
  const tooOld = await checkEngine(
    join(app.getPath('userData'), 'engine.json'),
    process.versions.chrome ?? '',
  );
  if (tooOld !== null) {
    dialog.showErrorBox('This Winnow is too old', tooOld);
    app.quit();
    return;
  }

  lockSession(session.defaultSession, allowedRequest(page, isDevelopment), isOwn);
  protocol.handle(APP_SCHEME, bundleHandler(join(root, 'out', 'renderer'), ownAddress(APP_PAGE)));

  const host = createNodeHost({
    kind: 'electron',
    version: app.getVersion(),
    projectsFolder: projectsFolderFrom(process.env),
    samplesFolder: join(root, 'resources', 'samples'),
    nativeMenu: true,
    reveal: (path) => shell.showItemInFolder(path),
  });
  serveHost(ipcMain, host, isOwn);
  let disposed = false;
  app.on('will-quit', (event) => {
    if (disposed) return;
    event.preventDefault();
    void host.dispose().finally(() => {
      disposed = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        platform: process.platform,
        isDevelopment,
        send: (name) => window?.send({ name }),
        showProjectsFolder: () => void shell.openPath(projectsFolderFrom(process.env)),
      }),
    ),
  );

  const opened = await openMainWindow({
    page,
    isOwn,
    preload: join(root, 'out', 'preload', 'index.cjs'),
    icon: join(root, 'resources', 'icons', 'icon.png'),
    stateFile: join(app.getPath('userData'), 'window.json'),
    quit: () => app.quit(),
  });
  window = opened;
  const named = projectFileIn(process.argv, process.cwd());
  if (named) files.add(named);
  files.drainTo((path) => {
    opened.show();
    void openProjectFile(path, { ...opened, importFile: host.importFile });
  });
}

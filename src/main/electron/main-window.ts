import type { MenuCommand } from '@shared/host/menu';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { COMMAND_CHANNEL } from './channels';
import { crashGuard, crashSentence } from './crash-guard';
import type { OwnAddress } from './origin';
import { lockContents, webPreferences } from './security';
import { keepWindowState, MIN_SIZE, placeWindow, readWindowState } from './window-state';

export interface MainWindowOptions {
  readonly page: string;
  readonly isOwn: OwnAddress;
  readonly preload: string;
  readonly icon: string;
  /** File the place of the window is kept in. */
  readonly stateFile: string;
  readonly quit: () => void;
}

/** The one window. */
export interface MainWindow {
  send(command: MenuCommand): void;
  /** Brings it to the front. */
  show(): void;
  confirm(question: { message: string; detail: string; agree: string }): Promise<boolean>;
  tell(message: string, detail: string): Promise<void>;
}

/** The page's own background, so that nothing flashes before it is drawn. */
const PAPER = { light: '#f6f5f2', dark: '#15171a' } as const;

/** Opens the window where it was left and loads the page into it. */
export async function openMainWindow(options: MainWindowOptions): Promise<MainWindow> {
  const state = await readWindowState(options.stateFile);
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(state, displays),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    title: 'Winnow',
    icon: options.icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: webPreferences(options.preload),
  });
  lockContents(window.webContents, options.isOwn);

  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    keepWindowState(options.stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });

  const tell = async (message: string, detail: string): Promise<void> => {
    await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons: ['Close'] });
  };
  const gone = crashGuard({
    now: () => performance.now(),
    reload: () => window.webContents.reload(),
    ask: async (reason) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        message: 'Winnow’s window stopped',
        detail: crashSentence(reason),
        buttons: ['Load again', 'Quit'],
      });
      return response === 0 ? 'reload' : 'quit';
    },
    quit: options.quit,
  });
  window.webContents.on('render-process-gone', (_event, details) => void gone(details.reason));

  await window.loadURL(options.page);
  return {
    send: (command) => window.webContents.send(COMMAND_CHANNEL, command),
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    confirm: async ({ message, detail, agree }) => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message,
        detail,
        buttons: [agree, 'Cancel'],
        defaultId: 0,
        cancelId: 1,
      });
      return response === 0;
    },
    tell,
  };
}

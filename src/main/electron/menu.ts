import type { MenuCommandName } from '@shared/host/menu';
import type { MenuItemConstructorOptions } from 'electron';

/** What the menu does. */
export interface MenuActions {
  /** Asks the page to do something. */
  readonly send: (name: MenuCommandName) => void;
  readonly showProjectsFolder: () => void;
}

export interface MenuOptions extends MenuActions {
  readonly platform: NodeJS.Platform;
  readonly isDevelopment: boolean;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The application menu, as a template. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { send, platform, isDevelopment, showProjectsFolder } = options;
  const isMac = platform === 'darwin';
  const command = (label: string, name: MenuCommandName, accelerator?: string, more: Item = {}): Item => ({
    label,
    id: name,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
    ...more,
  });
  // The page handles these keys itself, so that they stay the field's own in a text field. macOS knows no other way than
  // the menu; there the page is told and decides.
  const pageKey: Item = { registerAccelerator: isMac };

  const file: Item = {
    label: '&File',
    submenu: [
      command('&New project…', 'new-project', 'CmdOrCtrl+N'),
      command('&Open project…', 'open', 'CmdOrCtrl+O'),
      command('Open project &file (.winnow)…', 'import', 'CmdOrCtrl+Shift+O'),
      separator,
      command('&Save project as file', 'save-project', 'CmdOrCtrl+S'),
      command('Write migration &package…', 'save-package', 'CmdOrCtrl+E'),
      separator,
      { label: 'Show projects &folder', click: showProjectsFolder },
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  };
  const edit: Item = {
    label: '&Edit',
    submenu: [
      command('&Undo', 'undo', 'CmdOrCtrl+Z', pageKey),
      command('&Redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Shift+Z', pageKey),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      command('&Find or do anything…', 'find', 'CmdOrCtrl+K', pageKey),
    ],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      command('Light or &dark', 'theme', 'CmdOrCtrl+Shift+D'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      { role: 'reload' },
      ...(isDevelopment ? [{ role: 'toggleDevTools' } satisfies Item] : []),
    ],
  };
  const help: Item = {
    role: 'help',
    submenu: [
      command('&Guide', 'help', 'F1'),
      ...(isMac ? [] : [separator, { role: 'about' } satisfies Item]),
    ],
  };
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies Item] : []),
    file,
    edit,
    view,
    ...(isMac ? [{ role: 'windowMenu' } satisfies Item] : []),
    help,
  ];
}

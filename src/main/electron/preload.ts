import { fail } from '@shared/base/result';
import { type HostMethod, type HostRequest, hostOver } from '@shared/host/contract';
import { MENU_COMMANDS, type MenuCommand, type WindowMenu } from '@shared/host/menu';
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, COMMAND_CHANNEL } from './channels';

/** What the page is given, and nothing else: the host, and the commands of the menu. Built as one CommonJS file. */

const host = hostOver(async <M extends HostMethod>(method: M, request: HostRequest<M>) => {
  try {
    return await ipcRenderer.invoke(CALL_CHANNEL, method, request);
  } catch (cause) {
    return fail('HOST_UNREACHABLE', 'This window lost its connection. Close Winnow and start it again.', {
      method,
      cause: String(cause),
    });
  }
});

const menu: WindowMenu = {
  onCommand: (listener) => {
    const hear = (_event: unknown, command: unknown): void => {
      if (isCommand(command)) listener(command);
    };
    ipcRenderer.on(COMMAND_CHANNEL, hear);
    return () => {
      ipcRenderer.off(COMMAND_CHANNEL, hear);
    };
  },
};

function isCommand(value: unknown): value is MenuCommand {
  if (typeof value !== 'object' || value === null) return false;
  const name: unknown = Reflect.get(value, 'name');
  return MENU_COMMANDS.some((known) => known === name);
}

contextBridge.exposeInMainWorld('winnowHost', host);
contextBridge.exposeInMainWorld('winnowMenu', menu);

import { useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { MENU_COMMANDS, type MenuCommand, type WindowMenu } from '@shared/host/menu';
import { useEffect, useEffectEvent } from 'react';
import { useAppStore } from '../state/context';
import { ownsKey } from '../state/hotkeys';
import { useAllCommands } from './commands';
import { navigate } from './routes';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly winnowMenu?: WindowMenu;
  }
}

/** Does what the menu of the desktop window asks. */
export function MenuBridge() {
  const app = useAppStore();
  const commands = useAllCommands();
  const { toggleColorScheme } = useMantineColorScheme();
  const run = (id: string) => commands.find((command) => command.id === id)?.run();
  const obey = useEffectEvent((command: MenuCommand) => {
    switch (command.name) {
      case 'new-project':
      case 'import':
        navigate({ at: 'home' });
        app.setState({ intent: command.name });
        return;
      case 'open':
        navigate({ at: 'home' });
        return;
      case 'open-project':
        if (command.folder !== undefined) {
          navigate({ at: 'project', folder: command.folder, screen: 'sources', rest: [] });
        }
        return;
      case 'save-project':
        run('project:save');
        return;
      case 'save-package':
        run('screen:export');
        return;
      case 'help':
        run('screen:guide');
        return;
      case 'undo':
      case 'redo': {
        const focused = document.activeElement;
        // A field undoes its own typing; there is no other way to ask it to.
        if (focused instanceof HTMLElement && ownsKey(focused, 'Ctrl+Z')) document.execCommand(command.name);
        else run(command.name);
        return;
      }
      case 'find':
        spotlight.toggle();
        return;
      case 'theme':
        toggleColorScheme();
    }
  });
  useEffect(() => {
    const menu = window.winnowMenu;
    if (!menu) return;
    return menu.onCommand((command) => {
      if (MENU_COMMANDS.includes(command.name)) obey(command);
    });
  }, []);
  return null;
}

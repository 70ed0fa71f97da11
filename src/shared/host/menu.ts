/**
 * What the menu of the desktop window asks of the page. The page decides what it means where it is: `undo` in a text
 * field is the field's own.
 */
export const MENU_COMMANDS = [
  'new-project',
  'open',
  'import',
  'save-project',
  'save-package',
  'undo',
  'redo',
  'find',
  'theme',
  'help',
  'open-project',
] as const;

export type MenuCommandName = (typeof MENU_COMMANDS)[number];

export interface MenuCommand {
  readonly name: MenuCommandName;
  /** With `open-project`: the folder, as in `ProjectSummary`. */
  readonly folder?: string;
}

/** What the preload puts at `window.winnowMenu`; absent in a browser. */
export interface WindowMenu {
  /** Calls `listener` for every command until the function it answers is called. */
  onCommand(listener: (command: MenuCommand) => void): () => void;
}

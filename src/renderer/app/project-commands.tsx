import { useMantineColorScheme } from '@mantine/core';
import { columnsRead } from '@shared/mapping/source-columns';
import { STEPS } from '@shared/pipeline/types';
import { useProject, useProjectState, useUndo } from '../state/context';
import { WHOLE_LEDGER } from '../state/project-store';
import { type Command, useCommands } from './commands';
import { navigate, PROJECT_SCREENS } from './routes';
import { saveProject } from './save-project';
import { SCREEN_LABELS } from './screens';

/** Alt and the number of the step. */
function stepKey(screen: (typeof PROJECT_SCREENS)[number]): { readonly hotkey?: string } {
  const steps: readonly string[] = STEPS;
  const at = steps.indexOf(screen);
  return at < 0 ? {} : { hotkey: `Alt+${at + 1}` };
}

/** What the palette offers in every project: screens, tables, columns of mapped fields, undo, colours. */
export function ProjectCommands() {
  const project = useProject();
  const { folder, store } = project;
  const state = useProjectState();
  const { undo, redo } = useUndo();
  const { setColorScheme } = useMantineColorScheme();
  const go = (screen: (typeof PROJECT_SCREENS)[number], ...rest: string[]) =>
    navigate({ at: 'project', folder, screen, rest });

  const screens = PROJECT_SCREENS.map(
    (screen): Command => ({
      id: `screen:${screen}`,
      group: 'Screens',
      label: SCREEN_LABELS[screen],
      ...stepKey(screen),
      run: () => go(screen),
    }),
  );
  const tables = state.tables.map(
    (table): Command => ({
      id: `table:${table.id}`,
      group: 'Tables',
      label: table.name,
      words: `${table.derivation === null ? table.file.name : 'made'} rows grid`,
      run: () => go('sources', table.id),
    }),
  );
  const fields = state.mappings.flatMap((mapping) =>
    mapping.fields.map(
      (field): Command => ({
        id: `field:${mapping.tableId}:${field.field}`,
        group: 'Fields',
        label: `${mapping.object} · ${field.field}`,
        words: columnsRead(field.from).join(' '),
        run: () => go('map', mapping.tableId),
      }),
    ),
  );
  const commands: readonly Command[] = [
    ...screens,
    { id: 'undo', group: 'Commands', label: 'Undo my last entry', hotkey: 'Ctrl+Z', run: () => void undo() },
    { id: 'redo', group: 'Commands', label: 'Redo', hotkey: 'Ctrl+Shift+Z', run: () => void redo() },
    {
      id: 'ledger',
      group: 'Commands',
      label: 'Show what becomes of every row',
      words: 'ledger exported merged excluded rejected held',
      run: () => store.setState({ ledger: WHOLE_LEDGER }),
    },
    {
      id: 'ledger:find',
      group: 'Find',
      label: 'Find in all rows:',
      run: () => store.setState({ ledger: WHOLE_LEDGER }),
      runWith: (text) => store.setState({ ledger: { ...WHOLE_LEDGER, text } }),
    },
    {
      id: 'project:save',
      group: 'Commands',
      label: 'Save the project as a .winnow file',
      words: 'export backup share hand over',
      run: () => void saveProject(project),
    },
    {
      id: 'home',
      group: 'Commands',
      label: 'All projects',
      words: 'home close',
      run: () => navigate({ at: 'home' }),
    },
    {
      id: 'light',
      group: 'Commands',
      label: 'Light colours',
      words: 'theme',
      run: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      group: 'Commands',
      label: 'Dark colours',
      words: 'theme',
      run: () => setColorScheme('dark'),
    },
    ...tables,
    ...fields,
  ];
  useCommands('project', commands, commands.map((command) => `${command.id}=${command.label}`).join('|'));
  return null;
}

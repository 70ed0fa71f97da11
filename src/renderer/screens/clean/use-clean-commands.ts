import { type Command, useCommands } from '../../app/commands';
import { END, READ } from './place';
import { stepsAsCommands } from './step-commands';
import type { Cleaning } from './use-cleaning';

/** What the palette offers on this screen. */
export function useCleanCommands(cleaning: Cleaning, column: string | null, addStep: () => void): void {
  const here = cleaning.seen.data?.columns.find((item) => item.name === column) ?? null;
  const group = 'Cleaning';
  const commands: readonly Command[] = [
    { id: 'clean:add', group, label: 'Add a cleaning step', hotkey: 'A', run: addStep },
    { id: 'clean:read', group, label: 'Show the table as read', run: () => cleaning.show(READ) },
    { id: 'clean:end', group, label: 'Show the cleaned table', run: () => cleaning.show(END) },
    ...(here
      ? stepsAsCommands({
          column: here,
          columns: cleaning.seen.data?.columns.map((item) => item.name) ?? [],
          semantic: null,
        }).map(({ offer, label }) => ({
          id: `clean:${offer.id}`,
          group,
          label,
          run: () => cleaning.pick(offer),
        }))
      : []),
  ];
  useCommands('clean', commands, commands.map(({ label }) => label).join('|'));
}

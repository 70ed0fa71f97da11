import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import { KeyHint } from '../../components/key-hint';
import { type Command, useAllCommands } from '../commands';

const LIMIT = 12;

/** Ctrl+K: screens, tables, fields and commands by name, forgiving typing errors; rows by what is typed. */
export function Palette() {
  const commands = useAllCommands();
  const [query, setQuery] = useState('');
  const index = useMemo(
    () =>
      new Fuse(
        commands.filter((command) => !command.runWith),
        {
          keys: [
            { name: 'label', weight: 3 },
            { name: 'words', weight: 1 },
            { name: 'group', weight: 0.5 },
          ],
          threshold: 0.28,
          minMatchCharLength: 2,
          ignoreLocation: true,
        },
      ),
    [commands],
  );
  const found = findCommands(index, commands, query);
  const searches = commands.filter((command) => command.runWith);
  const typed = query.trim();
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      tagsToIgnore={[]}
      scrollable
      maxHeight={420}
      size={560}
      overlayProps={{ blur: 0 }}
      shortcut="mod + K"
    >
      <Spotlight.Search
        placeholder="Go to a screen or table, find a row, run a command"
        leftSection={<IconSearch size={16} stroke={1.7} />}
        data-testid="palette-input"
      />
      <Spotlight.ActionsList>
        {grouped(found).map(([group, items]) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {items.map((command) => (
              <Spotlight.Action
                key={command.id}
                label={command.label}
                onClick={command.run}
                rightSection={command.hotkey ? <KeyHint keys={command.hotkey} /> : null}
                data-testid="palette-action"
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {typed !== '' && searches.length > 0 ? (
          <Spotlight.ActionsGroup label="Find">
            {searches.map((command) => (
              <Spotlight.Action
                key={command.id}
                label={`${command.label} “${typed}”`}
                onClick={() => command.runWith?.(typed)}
                data-testid="palette-search"
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {found.length === 0 && (typed === '' || searches.length === 0) ? (
          <Spotlight.Empty>Nothing has this name. Try another word.</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The commands that fit; without a query the first ones, fields left out because there are many. */
function findCommands(index: Fuse<Command>, commands: readonly Command[], query: string): readonly Command[] {
  const asked = query.trim().slice(0, 32);
  if (asked !== '') return index.search(asked, { limit: LIMIT }).map((hit) => hit.item);
  return commands.filter((command) => command.group !== 'Fields' && !command.runWith).slice(0, 24);
}

function grouped(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    const list = groups.get(command.group);
    if (list) list.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups];
}

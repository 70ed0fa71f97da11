import { Menu } from '@mantine/core';
import { writeRecipe } from '@shared/clean/recipe-file';
import type { Recipe } from '@shared/clean/types';
import type { TableState } from '@shared/journal/types';
import { IconChevronDown, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type Command, useCommands } from '../../../app/commands';
import { plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { useProjectState } from '../../../state/context';
import { safeFileName, saveBlob } from '../../../state/download';
import { notifyError } from '../../../state/notify';
import type { RecipeWriter } from '../use-steps';
import { readSteps } from './read-steps';
import { type Offered, RecipeDialog } from './recipe-dialog';

export interface RecipeMenuProps {
  readonly table: TableState;
  readonly tables: readonly TableState[];
  readonly recipe: Recipe;
  readonly writer: RecipeWriter;
}

/** The recipe as a file, from a file, from OpenRefine, from another table. */
export function RecipeMenu({ table, tables, recipe, writer }: RecipeMenuProps) {
  const { recipes } = useProjectState();
  const picker = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<Offered | null>(null);
  const others = tables.filter((other) => other.id !== table.id && (recipes[other.id]?.length ?? 0) > 0);
  const save = () =>
    saveBlob(
      new Blob([writeRecipe({ table: table.name, steps: recipe })], { type: 'application/json' }),
      `${safeFileName(table.name)}.recipe.json`,
    );
  const read = async (file: File | undefined) => {
    if (!file) return;
    const steps = await readSteps(file);
    if (steps.ok) setOffered(steps.value);
    else notifyError(steps.error);
  };
  const choose = () => picker.current?.click();
  const group = 'Cleaning';
  const commands: readonly Command[] = [
    { id: 'recipe:import', group, label: 'Import a recipe or an OpenRefine history', run: choose },
    ...(recipe.length > 0 ? [{ id: 'recipe:export', group, label: 'Export the recipe', run: save }] : []),
  ];
  useCommands('recipe', commands, commands.map(({ id }) => id).join('|'));
  return (
    <>
      <Menu position="bottom-end" withinPortal width={290}>
        <Menu.Target>
          <Button onClick={() => undefined} testId="recipe-menu">
            Recipe <IconChevronDown size={14} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileExport size={15} stroke={1.6} />}
            onClick={save}
            disabled={recipe.length === 0}
            data-testid="recipe-export"
          >
            Export as JSON
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileImport size={15} stroke={1.6} />}
            onClick={choose}
            data-testid="recipe-import"
          >
            Import a recipe, or an OpenRefine history …
          </Menu.Item>
          {others.length > 0 ? <Menu.Label>As in another table</Menu.Label> : null}
          {others.map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => setOffered({ from: other.name, steps: recipes[other.id] ?? [], skipped: [] })}
              data-testid="recipe-other"
            >
              {other.name}, {plural(recipes[other.id]?.length ?? 0, 'step')} …
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid="recipe-file"
      />
      {offered ? (
        <RecipeDialog
          table={table}
          recipe={recipe}
          offered={offered}
          writer={writer}
          onClose={() => setOffered(null)}
        />
      ) : null}
    </>
  );
}

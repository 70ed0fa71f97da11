import { Menu } from '@mantine/core';
import type { Recipe } from '@shared/clean/types';
import type { TableState } from '@shared/journal/types';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { useProjectState } from '../../../state/context';
import type { RecipeWriter } from '../use-steps';
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
  const [offered, setOffered] = useState<Offered | null>(null);
  const others = tables.filter((other) => other.id !== table.id && (recipes[other.id]?.length ?? 0) > 0);
  return (
    <>
      <Menu position="bottom-end" withinPortal width={280}>
        <Menu.Target>
          <Button onClick={() => undefined} testId="recipe-menu">
            Recipe <IconChevronDown size={14} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.length > 0 ? <Menu.Label>As in another table</Menu.Label> : null}
          {others.map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => setOffered({ from: other.name, steps: recipes[other.id] ?? [], skipped: [] })}
            >
              {other.name}, {plural(recipes[other.id]?.length ?? 0, 'step')} …
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
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

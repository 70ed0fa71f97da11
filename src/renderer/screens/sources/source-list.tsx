import type { SourceState, TableState } from '@shared/journal/types';
import { IconClipboard, IconDatabaseImport, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useCommands } from '../../app/commands';
import { cx, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useEngineQuery, useProject, useProjectState, useSurroundings } from '../../state/context';
import { ACCEPTED } from './accepted';
import { takeFiles } from './import/import-actions';
import { takeClipboard, takeDrop, takePaste } from './import/take-drop';
import { SourceCard } from './source-card';
import classes from './source-list.module.css';
import { TableWhy } from './table-why';
import { useDrop } from './use-file-drop';
import { usePaste } from './use-paste';

/** Sources with their tables; files are dropped anywhere on it. */
export function SourceList() {
  const project = useProject();
  const { database } = useSurroundings();
  const { sources, tables } = useProjectState();
  const picker = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const ledger = useEngineQuery(['ledger'], (engine) => engine.ledger());
  const { over, handlers } = useDrop((dropped) => takeDrop(project, database, dropped));
  usePaste((data) => void takePaste(project, database, data));
  const paste = () => void takeClipboard(project, database);
  const add = () => picker.current?.click();
  useCommands(
    'sources',
    [
      {
        id: 'sources:add',
        group: 'Commands',
        label: 'Add files',
        hotkey: 'A',
        words: 'import csv xlsx',
        run: add,
      },
      {
        id: 'sources:paste',
        group: 'Commands',
        label: 'Paste a table',
        hotkey: 'Ctrl+V',
        words: 'clipboard excel cells import',
        run: paste,
      },
    ],
    'fixed',
  );
  const shown = tables.find((table) => table.id === selected) ?? tables[0];
  const read = ledger.data ? ` · ${plural(ledger.data.total.read, 'row')} read` : '';
  return (
    <div className={cx(classes.drop, over && classes.over)} {...handlers}>
      <Screen
        title="Where do the rows come from?"
        subtitle={
          tables.length === 0
            ? 'Files stay as they are: they are copied, never changed.'
            : `${plural(sources.length, 'source')} · ${plural(tables.length, 'table')}${read}`
        }
        actions={
          <>
            <Button icon={<IconClipboard size={16} stroke={1.7} />} onClick={paste} testId="paste-table">
              Paste
            </Button>
            <Button
              kind="primary"
              hotkey="A"
              icon={<IconPlus size={16} stroke={2} />}
              onClick={add}
              testId="add-files"
            >
              Add files
            </Button>
          </>
        }
        fill={tables.length === 0}
        testId="screen-sources"
      >
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          onChange={(event) => {
            void takeFiles(project, database, [...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
          data-testid="file-input"
        />
        {tables.length === 0 ? (
          <div className={classes.zone}>
            <EmptyState
              icon={<IconDatabaseImport size={36} stroke={1.2} />}
              title="Drop the old spreadsheets here"
              action={<Button onClick={add}>Choose files</Button>}
            >
              CSV, TSV, Excel (XLSX, XLS, XLSB) and OpenDocument, many files or a folder at once, up to a
              million rows each; or paste copied cells. Winnow looks into them, says how it would read each
              table and why, and waits for your word.
            </EmptyState>
          </div>
        ) : (
          inOrder(sources, tables).map(({ source, members }) => (
            <SourceCard
              key={source.id}
              source={source}
              tables={members}
              selected={shown?.id ?? null}
              onSelect={setSelected}
            />
          ))
        )}
        {shown ? <TableWhy table={shown} /> : null}
      </Screen>
    </div>
  );
}

function inOrder(sources: readonly SourceState[], tables: readonly TableState[]) {
  return sources
    .map((source) => ({
      source,
      members: withMade(tables, (table) => table.sourceId === source.id && table.derivation === null),
    }))
    .filter(({ members }) => members.length > 0);
}

/** Tables with those made from them below, on whatever way. */
function withMade(
  tables: readonly TableState[],
  wanted: (table: TableState) => boolean,
): readonly TableState[] {
  return tables
    .filter(wanted)
    .flatMap((table) => [table, ...withMade(tables, ({ derivation }) => derivation?.from === table.id)]);
}

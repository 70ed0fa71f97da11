import type { ColumnGuess, ReadOptions } from '@shared/ingest/types';
import { IconArrowBarRight, IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { cx, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { useCommit } from '../../../state/context';
import { draft } from '../../../state/drafting';
import type { RejectedItem } from './rejected-item';
import classes from './repair-editor.module.css';
import { joinedWithNext, separatorOf, splitRaw, withEmptyBefore } from './split-raw';

export interface RepairEditorProps {
  readonly tableId: string;
  readonly tableName: string;
  readonly item: RejectedItem;
  readonly columns: readonly ColumnGuess[];
  readonly options: ReadOptions;
  /** Lines with the very same text, this one included: they are repaired together. */
  readonly alike: number;
  readonly onDone: () => void;
}

/** The cells of a line, to be put under the right columns. */
export function RepairEditor(props: RepairEditorProps) {
  const { tableId, tableName, item, columns, options } = props;
  const commit = useCommit();
  const [cells, setCells] = useState<readonly string[]>(() => item.cells ?? splitRaw(item.row.raw, options));
  const [busy, setBusy] = useState(false);
  const width = Math.max(columns.length, cells.length);
  const over = cells.slice(columns.length).filter((cell) => cell !== '').length;
  const write = async (next: readonly string[] | null) => {
    setBusy(true);
    const done = await commit([
      draft('row.repaired', tableName, { tableId, raw: item.row.raw, cells: next }),
    ]);
    setBusy(false);
    if (done) props.onDone();
  };
  const edit = (at: number, text: string) =>
    setCells(
      Array.from({ length: Math.max(cells.length, at + 1) }, (_, i) => (i === at ? text : (cells[i] ?? ''))),
    );
  return (
    <div className={classes.editor} data-testid="repair-editor">
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {Array.from({ length: width }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                <th key={at} scope="col" className={cx(at >= columns.length && classes.over)}>
                  <span className="clip" title={columns[at]?.name}>
                    {columns[at]?.name ?? 'no column'}
                  </span>
                  <span className={classes.tools}>
                    <button
                      type="button"
                      aria-label={`Join cell ${at + 1} with the next`}
                      title="Join with the next cell"
                      disabled={at >= cells.length - 1}
                      onClick={() => setCells(joinedWithNext(cells, at, separatorOf(options)))}
                      data-testid="repair-join"
                    >
                      <IconArrowMerge size={13} />
                    </button>
                    <button
                      type="button"
                      aria-label={`Put an empty cell before cell ${at + 1}`}
                      title="Put an empty cell before"
                      disabled={at >= cells.length}
                      onClick={() => setCells(withEmptyBefore(cells, at))}
                      data-testid="repair-shift"
                    >
                      <IconArrowBarRight size={13} />
                    </button>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {Array.from({ length: width }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
                <td key={at} className={cx(at >= columns.length && classes.over)}>
                  <input
                    aria-label={columns[at]?.name ?? `Cell ${at + 1}, without a column`}
                    value={cells[at] ?? ''}
                    onChange={(event) => edit(at, event.currentTarget.value)}
                    data-testid="repair-cell"
                  />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <Button
          kind="primary"
          hotkey="Ctrl+Enter"
          onClick={() => void write(cells.slice(0, columns.length))}
          disabled={over > 0 || cells.every((cell) => cell === '')}
          busy={busy}
          testId="repair-save"
        >
          {item.cells === null ? 'Make it a row' : 'Save'}
        </Button>
        {item.cells !== null ? (
          <Button onClick={() => void write(null)} disabled={busy} testId="repair-undo">
            Take the repair back
          </Button>
        ) : null}
        <span className={classes.hint} role="status">
          {over > 0
            ? `${plural(over, 'cell')} without a column: join it with its neighbour, or empty it.`
            : props.alike > 1
              ? `${plural(props.alike, 'line')} read exactly so; all of them become rows.`
              : 'The file stays as it is. The same line in a newer extract is repaired again.'}
        </span>
      </div>
    </div>
  );
}

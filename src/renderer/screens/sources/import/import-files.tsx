import { Checkbox } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { cx, formatBytes, formatCount, plural } from '../../../base/format';
import { Button, IconButton } from '../../../components/button';
import { Tag } from '../../../components/chip';
import { useProject, useSurroundings } from '../../../state/context';
import { ACCEPTED } from '../accepted';
import { takeFiles } from './import-actions';
import classes from './import-files.module.css';
import { type ImportFile, openQuestions, withTable } from './import-model';
import { importStoreOf } from './import-store';
import { withoutOrphans } from './stacking';

/** The picked files with the tables found in them; ticked ones will be added. */
export function ImportFiles() {
  const project = useProject();
  const { database } = useSurroundings();
  const store = importStoreOf(project);
  const { files, shown, skipped } = useStore(store);
  const picker = useRef<HTMLInputElement>(null);
  const show = (id: string) => store.setState({ shown: id });
  const remove = (file: ImportFile) =>
    store.setState((model) => ({
      files: withoutOrphans(model.files.filter((item) => item.id !== file.id)),
      shown: null,
    }));
  return (
    <div className={classes.list} data-testid="import-files">
      {files.map((file) => (
        <section key={file.id} className={classes.file}>
          <header className={classes.head}>
            <button
              type="button"
              className={cx(classes.name, shown === file.id && classes.shown)}
              onClick={() => show(file.tables[0]?.id ?? file.id)}
              title={file.file.name}
            >
              <span className="clip">{file.file.name}</span>
              <span className={classes.size}>{formatBytes(file.file.size)}</span>
            </button>
            <IconButton
              label={`Take ${file.file.name} away`}
              icon={<IconX size={14} />}
              onClick={() => remove(file)}
            />
          </header>
          {file.status === 'inspecting' ? <p className={classes.note}>Looking into it…</p> : null}
          {file.status === 'failed' ? (
            <button type="button" className={classes.failed} onClick={() => show(file.id)}>
              Cannot be read. See why
            </button>
          ) : null}
          <ul>
            {file.tables.map((table) => (
              <li
                key={table.id}
                className={cx(
                  classes.table,
                  shown === table.id && classes.shown,
                  table.below !== null && classes.below,
                )}
              >
                <Checkbox
                  aria-label={`Add ${table.name}`}
                  checked={table.include}
                  onChange={(event) => {
                    const include = event.currentTarget.checked;
                    store.setState((model) => ({
                      files: withoutOrphans(
                        withTable(model.files, table.id, (item) => ({ ...item, include })),
                      ),
                    }));
                  }}
                />
                <button
                  type="button"
                  className={classes.tableName}
                  onClick={() => show(table.id)}
                  data-testid="import-table"
                >
                  <span className="clip">{table.name}</span>
                  {table.below !== null ? <Tag tone="accent">stacked</Tag> : null}
                  {table.proposal.hidden ? <Tag>hidden</Tag> : null}
                  {table.include && openQuestions(table.proposal).length > 0 ? (
                    <Tag tone="held">asks</Tag>
                  ) : null}
                  {table.proposal.rowCount !== null ? (
                    <span className={cx(classes.size, 'num')}>{formatCount(table.proposal.rowCount)}</span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {skipped.length > 0 ? (
        <details className={classes.note} data-testid="import-skipped">
          <summary>{plural(skipped.length, 'file')} left out</summary>
          <ul>
            {skipped.slice(0, 200).map((path) => (
              <li key={path} className="clip" title={path}>
                {path}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Button
        kind="quiet"
        icon={<IconPlus size={15} />}
        onClick={() => picker.current?.click()}
        testId="import-more"
      >
        More files
      </Button>
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
      />
    </div>
  );
}

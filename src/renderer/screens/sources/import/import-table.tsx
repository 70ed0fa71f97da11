import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { TableRole } from '@shared/journal/types';
import { Card } from '../../../components/card';
import { ErrorPanel } from '../../../components/states';
import { useProject, useProjectState } from '../../../state/context';
import { readAgain } from './import-actions';
import { type ImportFile, type ImportTable, withTable } from './import-model';
import { importStoreOf } from './import-store';
import classes from './import-table.module.css';
import { ImportWhy } from './import-why';
import { PreviewTable } from './preview-table';
import { ReadSettings } from './read-settings';

const NEW = '+';

const ROLES: readonly { readonly value: TableRole; readonly label: string }[] = [
  { value: 'records', label: 'Migrates' },
  { value: 'list', label: 'Looked up' },
  { value: 'ignored', label: 'Stays behind' },
];

export interface ImportTablePanelProps {
  readonly file: ImportFile;
  readonly table: ImportTable;
}

/** One table of a picked file: where it belongs, how it is read, and what that gives. */
export function ImportTablePanel({ file, table }: ImportTablePanelProps) {
  const project = useProject();
  const store = importStoreOf(project);
  const sources = useProjectState().sources;
  const change = (fn: (table: ImportTable) => ImportTable) =>
    store.setState((model) => ({ files: withTable(model.files, table.id, fn) }));
  const changeFile = (fn: (file: ImportFile) => ImportFile) =>
    store.setState((model) => ({
      files: model.files.map((item) => (item.id === file.id ? fn(item) : item)),
    }));

  return (
    <>
      <Card>
        <div className={classes.fields}>
          <Select
            label="Source"
            data={[
              ...sources.map(({ id, name }) => ({ value: id, label: name })),
              { value: NEW, label: 'New source' },
            ]}
            value={file.source.kind === 'existing' ? file.source.sourceId : NEW}
            onChange={(value) =>
              changeFile((item) => ({
                ...item,
                source:
                  value === null || value === NEW
                    ? { kind: 'new', name: '' }
                    : { kind: 'existing', sourceId: value },
              }))
            }
            data-testid="import-source"
          />
          {file.source.kind === 'new' ? (
            <TextInput
              label="Name of the source"
              value={file.source.name}
              maxLength={120}
              onChange={(event) => {
                const name = event.currentTarget.value;
                changeFile((item) => ({ ...item, source: { kind: 'new', name } }));
              }}
              data-testid="import-source-name"
            />
          ) : null}
          <TextInput
            label="Name of the table"
            value={table.name}
            maxLength={120}
            onChange={(event) => {
              const name = event.currentTarget.value;
              change((item) => ({ ...item, name }));
            }}
            data-testid="import-table-name"
          />
          <TextInput
            label="Extract of"
            type="date"
            value={file.extractDate ?? ''}
            onChange={(event) => {
              const extractDate = event.currentTarget.value || null;
              changeFile((item) => ({ ...item, extractDate }));
            }}
            data-testid="import-extract"
          />
          <div className={classes.role}>
            <span className={classes.label} id={`role-${table.id}`}>
              What its rows do
            </span>
            <SegmentedControl
              aria-labelledby={`role-${table.id}`}
              size="xs"
              data={ROLES.map(({ value, label }) => ({ value, label }))}
              value={table.role}
              onChange={(value) =>
                change((item) => ({
                  ...item,
                  role: ROLES.find((role) => role.value === value)?.value ?? 'records',
                }))
              }
              data-testid="import-role"
            />
          </div>
          {table.role === 'ignored' ? (
            <TextInput
              label="Why it stays behind"
              value={table.reason}
              maxLength={300}
              onChange={(event) => {
                const reason = event.currentTarget.value;
                change((item) => ({ ...item, reason }));
              }}
              data-testid="import-reason"
            />
          ) : null}
        </div>
        <ReadSettings
          options={table.pending ?? table.proposal.options}
          onChange={(options) => void readAgain(project, table.id, options)}
        />
      </Card>
      {table.error ? <ErrorPanel error={table.error} compact /> : null}
      <Card flush fill testId="import-preview">
        <PreviewTable
          proposal={table.proposal}
          stale={table.pending !== null}
          onChange={(options) => void readAgain(project, table.id, options)}
        />
      </Card>
      <ImportWhy file={file} table={table} />
    </>
  );
}

import { Autocomplete, Select, TextInput } from '@mantine/core';
import type { TableRole } from '@shared/journal/types';
import { useStore } from 'zustand';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { DateField } from '../../../components/date-field';
import { ErrorPanel } from '../../../components/states';
import { useProject, useProjectState } from '../../../state/context';
import { readAgain } from './import-actions';
import { type ImportFile, type ImportTable, sourceChoice, sourceName, withTable } from './import-model';
import { importStoreOf } from './import-store';
import classes from './import-table.module.css';
import { ImportWhy } from './import-why';
import { OpenQuestions } from './open-questions';
import { PreviewTable } from './preview-table';
import { ReadSettings } from './read-settings';
import { followersOf, unstacked } from './stacking';

const ROLES: readonly { readonly value: TableRole; readonly label: string }[] = [
  { value: 'records', label: 'migrate' },
  { value: 'list', label: 'are looked up' },
  { value: 'ignored', label: 'stay behind' },
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
  const files = useStore(store, (model) => model.files);
  const followers = followersOf(files, table.id);
  const leader = files.flatMap((item) => item.tables).find(({ id }) => id === table.below);
  const stack = table.below ?? (followers.length > 0 ? table.id : null);
  const names = new Set(
    [...sources, ...store.getState().files.map((item) => item.source)].map((item) =>
      sourceName(item, sources),
    ),
  );

  return (
    <>
      {stack ? (
        <p className={classes.stack} data-testid="import-stack">
          <span>
            {table.below === null ? (
              <>
                {followers.map((item) => item.table.proposal.name).join(', ')}{' '}
                {followers.length === 1 ? 'is' : 'are'} stacked below {table.proposal.name}.
              </>
            ) : (
              <>Its rows are stacked below those of {leader?.proposal.name ?? 'another table'}.</>
            )}
          </span>
          <Button
            kind="quiet"
            onClick={() => store.setState((model) => ({ files: unstacked(model.files, stack) }))}
            testId="stack-apart"
          >
            Take apart
          </Button>
        </p>
      ) : null}
      <OpenQuestions table={table} onChange={(options) => void readAgain(project, table.id, options)} />
      <Card>
        <div className={classes.settings}>
          {table.below === null ? (
            <div className={classes.fields}>
              <Autocomplete
                label="Source"
                size="xs"
                data={[...names].filter((name) => name.trim() !== '')}
                value={sourceName(file.source, sources)}
                maxLength={120}
                onChange={(name) => changeFile((item) => ({ ...item, source: sourceChoice(name, sources) }))}
                data-testid="import-source"
              />
              <TextInput
                label="Table"
                value={table.name}
                maxLength={120}
                onChange={(event) => {
                  const name = event.currentTarget.value;
                  change((item) => ({ ...item, name }));
                }}
                data-testid="import-table-name"
              />
              <Select
                label="Its rows"
                data={ROLES.map(({ value, label }) => ({ value, label }))}
                value={table.role}
                onChange={(value) =>
                  change((item) => ({
                    ...item,
                    role: ROLES.find((role) => role.value === value)?.value ?? item.role,
                  }))
                }
                data-testid="import-role"
              />
              <DateField
                label="Extract of"
                value={file.extractDate}
                onChange={(extractDate) => changeFile((item) => ({ ...item, extractDate }))}
                testId="import-extract"
              />
              {table.role === 'ignored' ? (
                <TextInput
                  label="Why they stay behind"
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
          ) : null}
          <ReadSettings
            options={table.pending ?? table.proposal.options}
            rows={table.proposal.rawRows.length}
            onChange={(options) => void readAgain(project, table.id, options)}
          />
        </div>
      </Card>
      {table.error ? <ErrorPanel error={table.error} compact /> : null}
      <Card flush fill className={classes.preview} testId="import-preview">
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

import { Modal } from '@mantine/core';
import type { Progress } from '@shared/base/progress';
import { type AppError, AppFailure } from '@shared/base/result';
import type { ReadOptions, TableProposal } from '@shared/ingest/types';
import type { ProjectState, TableState } from '@shared/journal/types';
import { IconAlertTriangle, IconArrowsDiff, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatBytes, formatDay } from '../../../base/format';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { ErrorPanel, ProgressPanel } from '../../../components/states';
import { actingPerson } from '../../../state/app-store';
import { useAppStore, useEngineQuery, useProject, useProjectState } from '../../../state/context';
import { draft } from '../../../state/drafting';
import { errorOf } from '../../../state/failure';
import { notifyDone } from '../../../state/notify';
import { optionsSentence } from '../import/read-changes';
import { uploadSource } from '../import/upload';
import { type Drift, driftOf } from './drift';
import classes from './replace-dialog.module.css';

export interface ReplaceDialogProps {
  readonly table: TableState;
  readonly file: File;
  readonly onClose: () => void;
}

/** A newer extract of the same table: read in the same way, differences said before anything changes. */
export function ReplaceDialog({ table, file, onClose }: ReplaceDialogProps) {
  const project = useProject();
  const app = useAppStore();
  const state = useProjectState();
  const before = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const [proposal, setProposal] = useState<TableProposal | null>(null);
  const [reread, setReread] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [extractDate, setExtractDate] = useState<string | null>(formatDay(new Date(file.lastModified)));
  const [stopped] = useState(() => new AbortController());

  useEffect(() => {
    let left = false;
    void propose(table.options).then(
      (found) => {
        if (left) return;
        setProposal(found.proposal);
        setReread(found.reread);
      },
      (cause: unknown) => {
        if (!left) setError(errorOf(cause));
      },
    );
    return () => {
      left = true;
    };

    /** As before where that works; else as detected anew. */
    async function propose(options: ReadOptions) {
      const same = await project.ask((engine) => engine.preview(file, file.name, options));
      if (same.ok && same.value.columns.length > 0) return { proposal: same.value, reread: false };
      const found = await project.ask((engine) => engine.inspect(file, file.name));
      if (!found.ok) throw new AppFailure(found.error);
      const [first] = found.value.tables;
      if (!first) {
        throw new AppFailure({
          code: 'NO_TABLE',
          message: `There is no table in ${file.name}. Choose another file.`,
        });
      }
      return { proposal: first, reread: true };
    }
  }, [project, file, table.options]);

  const drifts =
    proposal && before.data
      ? driftOf(before.data.columns, proposal.columns, usedColumns(state, table))
      : null;
  const replace = async () => {
    const by = actingPerson(app.getState());
    if (!by || !proposal) return;
    setError(null);
    setProgress({ label: `Checking ${file.name}`, done: 0, total: file.size });
    try {
      const source = await uploadSource(project.host, project.folder, file, project.engine.hash, {
        report: setProgress,
        signal: stopped.signal,
      });
      const failed = await project.commit(
        [
          draft('table.read', table.name, {
            tableId: table.id,
            sourceId: table.sourceId,
            name: table.name,
            file: source,
            options: proposal.options,
            keyColumn: proposal.columns.some((column) => column.name === table.keyColumn)
              ? table.keyColumn
              : null,
            extractDate,
          }),
        ],
        by,
      );
      if (failed) throw new AppFailure(failed);
      notifyDone(`${table.name} is now read from ${file.name}.`);
      onClose();
    } catch (cause) {
      setError(errorOf(cause));
      setProgress(null);
    }
  };
  return (
    <Modal opened onClose={onClose} title={`Replace ${table.name} by a newer extract?`} size={540}>
      <div className={classes.body} data-testid="replace-dialog">
        <p>
          {file.name}, {formatBytes(file.size)}. Every decision that still fits applies to the new rows; the
          old file stays in the project folder.
        </p>
        {error ? <ErrorPanel error={error} compact /> : null}
        {progress ? (
          <ProgressPanel progress={progress} onCancel={() => stopped.abort()} />
        ) : drifts && proposal ? (
          <>
            <ul className={classes.drifts} data-testid="drift-list">
              {reread ? (
                <DriftLine
                  drift={{
                    sentence: `It could not be read as before. Detected anew: ${optionsSentence(proposal.options)}.`,
                    weight: 'changes',
                  }}
                />
              ) : null}
              {drifts.map((drift) => (
                <DriftLine key={drift.sentence} drift={drift} />
              ))}
            </ul>
            <DateField label="Extract of" width={150} value={extractDate} onChange={setExtractDate} />
            <div className={classes.actions}>
              <Button onClick={onClose}>Cancel</Button>
              <Button kind="primary" onClick={() => void replace()} testId="replace-confirm">
                Replace
              </Button>
            </div>
          </>
        ) : error || before.error ? (
          before.error ? (
            <ErrorPanel error={before.error} compact />
          ) : null
        ) : (
          <ProgressPanel progress={null} label={`Looking into ${file.name}`} />
        )}
      </div>
    </Modal>
  );
}

function DriftLine({ drift }: { readonly drift: Drift }) {
  return (
    <li className={classes[drift.weight]}>
      {drift.weight === 'breaks' ? <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" /> : null}
      {drift.weight === 'changes' ? <IconArrowsDiff size={15} stroke={1.8} aria-hidden="true" /> : null}
      {drift.weight === 'same' ? <IconCheck size={15} stroke={2.2} aria-hidden="true" /> : null}
      <span>{drift.sentence}</span>
    </li>
  );
}

/** Columns that mappings or the key depend on. */
function usedColumns(state: ProjectState, table: TableState): ReadonlySet<string> {
  const used = new Set<string>();
  if (table.keyColumn !== null) used.add(table.keyColumn);
  for (const mapping of state.mappings) {
    for (const { from } of mapping.fields) {
      if (mapping.tableId === table.id) {
        if (from.kind === 'column' || from.kind === 'reference') used.add(from.column);
        if (from.kind === 'join') for (const column of from.columns) used.add(column);
      }
      if (from.kind === 'reference' && from.table === table.id && from.by !== null) used.add(from.by);
    }
  }
  return used;
}

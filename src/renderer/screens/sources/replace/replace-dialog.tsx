import { Modal, Select } from '@mantine/core';
import type { Progress } from '@shared/base/progress';
import { type AppError, AppFailure } from '@shared/base/result';
import type { ReadTableState } from '@shared/journal/types';
import { useState } from 'react';
import { navigate } from '../../../app/routes';
import { formatBytes, formatDay } from '../../../base/format';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { ErrorPanel, ProgressPanel } from '../../../components/states';
import { actingPerson } from '../../../state/app-store';
import { useAppStore, useProject, useProjectModel } from '../../../state/context';
import { draft } from '../../../state/drafting';
import { errorOf } from '../../../state/failure';
import { notifyDone } from '../../../state/notify';
import { setTableView } from '../../../state/table-views';
import { optionsSentence } from '../import/read-changes';
import { uploadSource } from '../import/upload';
import { ColumnDriftView } from './column-drift';
import { newerRead } from './newer-read';
import classes from './replace-dialog.module.css';
import { RowDriftView } from './row-drift';
import { useNewerExtract } from './use-newer-extract';

export interface ReplaceDialogProps {
  readonly table: ReadTableState;
  readonly file: File;
  readonly onClose: () => void;
}

const FURTHER = 'further';

/** A newer extract of the same table: columns and rows compared before anything changes. */
export function ReplaceDialog({ table, file, onClose }: ReplaceDialogProps) {
  const project = useProject();
  const app = useAppStore();
  const working = useProjectModel((model) => model.progress);
  const [part, setPart] = useState<number | null>(table.parts.length > 0 ? null : 0);
  const [renamed, setRenamed] = useState<Readonly<Record<string, string>> | null>(null);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [extractDate, setExtractDate] = useState<string | null>(formatDay(new Date(file.lastModified)));
  const [stopped] = useState(() => new AbortController());
  const { proposal, reread, found, error } = useNewerExtract(table, file, part, renamed);

  const replace = async () => {
    const by = actingPerson(app.getState());
    if (!by || !proposal || !found) return;
    setFailed(null);
    setProgress({ label: `Checking ${file.name}`, done: 0, total: file.size });
    try {
      const source = await uploadSource(project.host, project.folder, file, project.engine.hash, {
        report: setProgress,
        signal: stopped.signal,
      });
      const read = newerRead(table, {
        file: source,
        options: proposal.options,
        renamed: found.renamed,
        extractDate,
        keyColumn: found.keyColumn,
        part,
        partName: proposal.name,
      });
      const refused = await project.commit([draft('table.read', table.name, read)], by);
      if (refused) throw new AppFailure(refused);
      notifyDone(`${table.name} is now read from ${file.name}.`);
      onClose();
    } catch (cause) {
      setFailed(errorOf(cause));
      setProgress(null);
    }
  };
  const show = (keys: readonly string[]) => {
    const column = found?.keyColumn;
    if (!column) return;
    setTableView(project, table.id, { filters: [{ kind: 'equals', column, values: keys }], sort: null });
    onClose();
    navigate({ at: 'project', folder: project.folder, screen: 'sources', rest: [table.id] });
  };
  const problem = failed ?? error;
  const notes =
    reread && proposal
      ? [`It could not be read as before. Detected anew: ${optionsSentence(proposal.options)}.`]
      : [];
  return (
    <Modal opened onClose={onClose} title={`Replace ${table.name} by a newer extract?`} size={860}>
      <div className={classes.body} data-testid="replace-dialog">
        <p>
          {file.name}, {formatBytes(file.size)}. Every decision that still fits applies to the new rows; the
          old file stays in the project folder.
        </p>
        {table.parts.length > 0 && !progress ? (
          <Select
            label="It comes"
            size="xs"
            w={340}
            data={[
              ...[table.partName, ...table.parts.map(({ name }) => name)].map((name, at) => ({
                value: String(at),
                label: `in the place of ${name}`,
              })),
              { value: FURTHER, label: 'below the others, as a further part' },
            ]}
            value={part === null ? FURTHER : String(part)}
            onChange={(value) => setPart(value === null || value === FURTHER ? null : Number(value))}
            data-testid="replace-part"
          />
        ) : null}
        {problem ? <ErrorPanel error={problem} compact /> : null}
        {progress ? (
          <ProgressPanel progress={progress} onCancel={() => stopped.abort()} />
        ) : found ? (
          <>
            <ColumnDriftView
              found={found}
              notes={notes}
              onRename={(rename, taken) => {
                const { [rename.to]: _left, ...others } = found.renamed;
                setRenamed(taken ? { ...others, [rename.to]: rename.from } : others);
              }}
            />
            <RowDriftView
              drift={found.rows}
              keyColumn={found.keyColumn}
              onShow={found.keyColumn === null ? null : show}
            />
            <div className={classes.foot}>
              <DateField label="Extract of" width={150} value={extractDate} onChange={setExtractDate} />
              <div className={classes.actions}>
                <Button onClick={onClose}>Cancel</Button>
                <Button kind="primary" onClick={() => void replace()} testId="replace-confirm">
                  {part === null ? 'Add below' : 'Replace'}
                </Button>
              </div>
            </div>
          </>
        ) : problem ? null : (
          <ProgressPanel
            progress={working}
            label={`Comparing ${file.name}`}
            onCancel={() => void project.cancel()}
          />
        )}
      </div>
    </Modal>
  );
}

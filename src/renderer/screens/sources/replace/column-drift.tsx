import { Checkbox } from '@mantine/core';
import type { ColumnRename } from '@shared/ingest/types';
import type { ExtractComparison } from '@shared/pipeline/compare-extracts';
import { IconAlertTriangle, IconArrowsDiff, IconCheck } from '@tabler/icons-react';
import { plural } from '../../../base/format';
import classes from './replace-dialog.module.css';

export interface ColumnDriftViewProps {
  readonly found: ExtractComparison;
  /** More to be said first. */
  readonly notes: readonly string[];
  readonly onRename: (rename: ColumnRename, taken: boolean) => void;
}

/** What no longer fits, and how the columns differ; renamed ones can be taken for the old ones or not. */
export function ColumnDriftView({ found, notes, onRename }: ColumnDriftViewProps) {
  const { columns, unfit, renames, renamed, rejected, repaired } = found;
  const changed = columns.added.length + columns.missing.length + columns.retyped.length > 0;
  const lines = [
    ...(repaired > 0 ? [`${plural(repaired, 'line is', 'lines are')} repaired as before.`] : []),
    ...(rejected > 0
      ? [`${plural(rejected, 'line', 'lines')} of the newer extract cannot be read as the others.`]
      : []),
  ];
  return (
    <ul className={classes.drifts} data-testid="drift-list">
      {unfit.map((sentence) => (
        <li key={sentence} className={classes.breaks} data-testid="unfit">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          <span>{sentence}</span>
        </li>
      ))}
      {renames.map((rename) => (
        <li key={rename.to} className={classes.changes}>
          <Checkbox
            checked={renamed[rename.to] === rename.from}
            onChange={(event) => onRename(rename, event.currentTarget.checked)}
            label={`"${rename.to}" is "${rename.from}" under another name`}
            description={rename.reason}
            data-testid="take-rename"
          />
        </li>
      ))}
      {[...notes, ...lines, ...(changed ? columns.sentences : [])].map((sentence) => (
        <li key={sentence} className={classes.changes}>
          <IconArrowsDiff size={15} stroke={1.8} aria-hidden="true" />
          <span>{sentence}</span>
        </li>
      ))}
      {!changed ? (
        <li className={classes.same}>
          <IconCheck size={15} stroke={2.2} aria-hidden="true" />
          <span>The same columns as before.</span>
        </li>
      ) : null}
    </ul>
  );
}

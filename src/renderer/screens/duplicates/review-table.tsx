import type { ClusterDetail, GoldenValue, ReviewCell, ReviewRecord } from '@shared/pipeline/review-types';
import { IconArrowsDiff, IconCheck } from '@tabler/icons-react';
import { cx } from '../../base/format';
import { groupLetters, mainGroup, type Partition } from './partition';
import classes from './review-table.module.css';

export interface ReviewTableProps {
  readonly detail: ClusterDetail;
  readonly partition: Partition;
  readonly onToggle: (member: number) => void;
  /** Takes the golden value of a field from this record. */
  readonly onChoose: (record: ReviewRecord, field: string) => void;
  /** Looks for another record to hold beside this one. */
  readonly onCompare: (record: ReviewRecord) => void;
}

/** Records side by side, what differs marked inside the text, the golden record apart at the right. */
export function ReviewTable({ detail, partition, onToggle, onChoose, onCompare }: ReviewTableProps) {
  const { records, fields } = detail;
  const golden = detail.golden[0] ?? null;
  const main = mainGroup(partition);
  const letters = groupLetters(partition);
  const alone = (member: number): boolean => partition.groups[member] !== main && letters[member] === null;
  return (
    <div className={classes.scroller}>
      <table className={classes.table} data-testid="review-table">
        <thead>
          <tr>
            <td className={classes.corner} />
            {records.map((record, member) => {
              const inside = partition.groups[member] === main && records.length > 1;
              const letter = letters[member];
              return (
                <th key={record.key} scope="col" className={cx(alone(member) && classes.apart)}>
                  <button
                    type="button"
                    className={classes.toggle}
                    aria-pressed={inside}
                    onClick={() => onToggle(member)}
                    title={
                      letter
                        ? `In group ${letter}. Press to ${inside ? 'keep it apart' : 'put it into the largest group'}.`
                        : inside
                          ? 'In the group. Press to keep it apart.'
                          : 'Kept apart. Press to put it into the group.'
                    }
                    data-testid={`member-${member}`}
                  >
                    <span
                      className={cx(classes.box, (inside || letter) && classes.joined)}
                      aria-hidden="true"
                    >
                      {letter ?? (inside ? <IconCheck size={12} stroke={2.4} /> : null)}
                    </span>
                    <span className={classes.who}>
                      <span className={classes.source}>
                        {record.sourceName} · {keyText(record.key)}
                      </span>
                      <span className={classes.meta}>
                        {record.activity ? `active ${record.activity}` : `line ${record.line}`}
                        {member < 9 ? <span className={classes.key}>{member + 1}</span> : null}
                      </span>
                    </span>
                  </button>
                  <button
                    type="button"
                    className={classes.compare}
                    onClick={() => onCompare(record)}
                    title={`Compare ${keyText(record.key)} with another record`}
                    aria-label={`Compare ${keyText(record.key)} with another record`}
                    data-testid={`compare-${member}`}
                  >
                    <IconArrowsDiff size={14} stroke={1.7} aria-hidden="true" />
                  </button>
                </th>
              );
            })}
            <th scope="col" className={classes.golden}>
              <span className={classes.source}>Golden record</span>
              <span className={classes.meta}>
                {golden
                  ? golden.group === -1
                    ? 'if they are merged'
                    : 'what will be loaded'
                  : 'none: all stay apart'}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, row) => (
            <tr key={field.api}>
              <th scope="row">{field.label}</th>
              {records.map((record, member) => (
                <td key={record.key} className={cx(alone(member) && classes.apart)}>
                  <Value cell={record.cells[row]} />
                  {record.cells[row]?.value &&
                  golden &&
                  (record.group === golden.group || golden.group === -1) &&
                  golden.values[row]?.value !== record.cells[row]?.value ? (
                    <button
                      type="button"
                      className={classes.choose}
                      onClick={() => onChoose(record, field.api)}
                      title="Use this value in the golden record"
                    >
                      use
                    </button>
                  ) : null}
                </td>
              ))}
              <GoldenCell value={golden?.values[row]} />
            </tr>
          ))}
          <tr>
            <th scope="row">Linked</th>
            {records.map((record, member) => (
              <td key={record.key} className={cx(alone(member) && classes.apart)}>
                {record.linked === '' ? <span className={classes.empty}>none</span> : record.linked}
              </td>
            ))}
            <td className={classes.golden} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function GoldenCell({ value }: { readonly value: GoldenValue | undefined }) {
  if (!value || value.value === '') return <td className={classes.golden} />;
  return (
    <td className={classes.golden}>
      <span className={classes.text}>{value.value}</span>
      <span className={classes.origin}>
        {value.origin} · {value.reason}
      </span>
    </td>
  );
}

/** A value with what differs marked; empty is written as such. */
export function Value({ cell }: { readonly cell: ReviewCell | undefined }) {
  if (!cell || cell.value === '') return <span className={classes.empty}>empty</span>;
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const [from, to] of cell.marks) {
    if (from > at) parts.push(cell.value.slice(at, from));
    parts.push(<mark key={from}>{cell.value.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(cell.value.slice(at));
  return <span className={classes.text}>{parts}</span>;
}

/** The source's own key inside a record key. */
export function keyText(recordKey: string): string {
  return recordKey.slice(recordKey.indexOf(':') + 1);
}

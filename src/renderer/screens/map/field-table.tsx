import { Select } from '@mantine/core';
import { transformSentence } from '@shared/clean/step-sentence';
import { MOST_UNMAPPED } from '@shared/mapping/samples';
import { sourceWords } from '@shared/mapping/source-words';
import type { FieldSource, TableMapping } from '@shared/mapping/types';
import type { MappingReport } from '@shared/pipeline/types';
import { atLeast, cx } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { KeyHint } from '../../components/key-hint';
import { useProjectState } from '../../state/context';
import type { FieldRow } from './draft-mapping';
import classes from './map.module.css';

export interface FieldTableProps {
  readonly rows: readonly FieldRow[];
  readonly columns: readonly string[];
  readonly samples: MappingReport['samples'];
  readonly unmapped: MappingReport['unmapped'];
  readonly mapping: TableMapping;
  readonly selected: string | null;
  readonly onSelect: (field: string) => void;
  /** Null takes the field out of the mapping. */
  readonly onSource: (field: string, from: FieldSource | null) => void;
  readonly onAccept: (row: FieldRow) => void;
  /** Fields whose suggestion a person looked at and took. */
  readonly taken: ReadonlySet<string>;
  /** Examples and counts are those of the mapping before. */
  readonly counting: boolean;
}

/** One line per target field: where it comes from, what is done to it, what becomes of the commonest value. */
export function FieldTable(props: FieldTableProps) {
  return (
    <Card flush className={classes.fields}>
      <table className={classes.fieldTable} aria-busy={props.counting} data-testid="field-table">
        <caption className={classes.keys}>
          <KeyHint keys="↑" /> <KeyHint keys="↓" /> go from field to field, <KeyHint keys="A" /> accepts a
          suggestion and goes on to the next
        </caption>
        <thead>
          <tr>
            <th scope="col">Target field</th>
            <th scope="col">From</th>
            <th scope="col">Then</th>
            <th scope="col">For example</th>
            <th scope="col">Suggestion</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Line key={row.field.api} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Line({ row, ...props }: FieldTableProps & { readonly row: FieldRow }) {
  const { tables } = useProjectState();
  const { field, mapping } = row;
  const sample = props.samples[field.api]?.find((item) => item.from !== '');
  const open = props.unmapped[field.api]?.length ?? 0;
  const from = mapping?.from;
  const special =
    from && from.kind !== 'column'
      ? sourceWords(from, (id) => tables.find((t) => t.id === id)?.name ?? id)
      : null;
  return (
    <tr
      className={cx(props.selected === field.api && classes.selected)}
      aria-current={props.selected === field.api}
      ref={props.selected === field.api ? showRow : undefined}
      onClick={() => props.onSelect(field.api)}
      onFocus={() => props.onSelect(field.api)}
      data-testid={`field-${field.api}`}
    >
      <th scope="row">
        {field.label}
        {field.working ? (
          <Tag title="Used by rules and matching; not written to the load file">rule only</Tag>
        ) : null}
        {field.required ? (
          <span className={classes.required} title="Required by the target">
            *
          </span>
        ) : null}
        <span className={classes.api}>{field.api}</span>
      </th>
      <td>
        {special ? (
          <button
            type="button"
            className={classes.special}
            onClick={() => props.onSelect(field.api)}
            title="Change it in the right column"
          >
            {special}
          </button>
        ) : (
          <Select
            aria-label={`Column for ${field.label}`}
            placeholder={row.state === 'missing' ? 'required' : 'not filled'}
            data={[...props.columns]}
            value={from?.kind === 'column' ? from.column : null}
            searchable
            clearable
            onChange={(column) => props.onSource(field.api, column ? { kind: 'column', column } : null)}
          />
        )}
      </td>
      <td className="soft small">
        {mapping?.transforms
          .filter((item) => item.op !== 'trim')
          .map(transformSentence)
          .join(', ')}
      </td>
      <td className={classes.sample}>
        {sample ? (
          <span title={`${sample.from} → ${sample.to}`}>
            {sample.from === sample.to ? (
              sample.to
            ) : (
              <>
                <span className="soft">{sample.from}</span> →{' '}
                {sample.to === '' ? <i className="soft">empty</i> : sample.to}
              </>
            )}
          </span>
        ) : null}
      </td>
      <td className={classes.state}>
        {open > 0 ? (
          <Tag tone="rejected">{atLeast(open, MOST_UNMAPPED)} without a place</Tag>
        ) : row.state === 'missing' ? (
          <Tag tone="rejected">required</Tag>
        ) : row.state === 'open' && row.suggestion ? (
          <Button kind="quiet" onClick={() => props.onAccept(row)}>
            Use{' '}
            {row.suggestion.mapping.from.kind === 'column'
              ? row.suggestion.mapping.from.column
              : 'suggestion'}
          </Button>
        ) : row.suggestion ? (
          <Certainty row={row} taken={props.taken.has(field.api)} />
        ) : (
          <Tag>by hand</Tag>
        )}
      </td>
    </tr>
  );
}

function Certainty({ row, taken }: { readonly row: FieldRow; readonly taken: boolean }) {
  const certainty = row.suggestion?.certainty;
  return (
    <Tag
      tone={certainty === 'sure' || taken ? 'exported' : 'excluded'}
      title={row.suggestion?.reasons.join(' ') ?? ''}
    >
      {taken && certainty === 'check' ? 'accepted' : certainty}
    </Tag>
  );
}

/** The selected line is in sight, also when a key moved there. */
function showRow(line: HTMLTableRowElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}

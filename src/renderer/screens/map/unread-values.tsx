import { useDebouncedValue } from '@mantine/hooks';
import type { FieldSource, Transform } from '@shared/mapping/types';
import { plural } from '../../base/format';
import { Tag } from '../../components/chip';
import { useEngineQuery } from '../../state/context';
import classes from './map.module.css';

export interface UnreadValuesProps {
  readonly tableId: string;
  readonly from: FieldSource;
  readonly transforms: readonly Transform[];
}

const SHOWN = 8;
const PAUSE = 180;

/** What transforms do to a column as they are edited: values that they cannot read first, then how many change. */
export function UnreadValues({ tableId, from, transforms }: UnreadValuesProps) {
  const column = from.kind === 'column' || from.kind === 'reference' ? from.column : null;
  const [settled] = useDebouncedValue(transforms, PAUSE);
  const preview = useEngineQuery(
    column !== null && settled.length > 0
      ? ['previewTransforms', tableId, null, column, JSON.stringify(settled)]
      : null,
    (engine) => engine.previewTransforms(tableId, null, column ?? '', settled, SHOWN),
    { keepPrevious: true },
  );
  if (preview.error)
    return (
      <p className={classes.unread} role="alert">
        {preview.error.message}
      </p>
    );
  const { data } = preview;
  if (!data) return null;
  const failed = data.changes.filter((change) => change.failed);
  return (
    <div className={classes.unread} data-testid="transform-preview">
      {failed.length > 0 ? (
        <>
          <Tag tone="rejected">{plural(data.failedValues, 'value')} not read</Tag>
          <ul>
            {failed.map(({ from: value, rows }) => (
              <li key={value}>
                <span className="clip" title={value}>
                  {value}
                </span>
                <span className="num soft">{plural(rows, 'row')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="soft" role="status">
        {data.values === 0
          ? 'No value changes.'
          : `${plural(data.values, 'value')} in ${plural(data.rows, 'row')} change.`}
      </p>
    </div>
  );
}

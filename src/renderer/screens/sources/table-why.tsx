import type { TableState } from '@shared/journal/types';
import { formatBytes, formatCount, plural } from '../../base/format';
import { ErrorPanel } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { useEngineQuery } from '../../state/context';
import { optionsSentence } from './import/read-changes';
import classes from './table-why.module.css';

/** How a table was read, what deserves a look, and which extracts came before. */
export function TableWhy({ table }: { readonly table: TableState }) {
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  const overridden = [...Object.keys(table.options.types), ...Object.keys(table.options.dateOrders)];
  return (
    <WhyPanel>
      <WhySection lead title={`How ${table.name} was read`} subtitle={optionsSentence(table.options)}>
        {overridden.length > 0
          ? `Settled by a person: ${[...new Set(overridden)].join(', ')}.`
          : 'As it was detected; nobody had to change anything.'}
      </WhySection>
      {read.error ? <ErrorPanel error={read.error} compact onRetry={read.retry} /> : null}
      {read.data ? (
        <WhySection
          title={`${plural(read.data.rowCount, 'row')}, ${plural(read.data.columns.length, 'column')}`}
        >
          {read.data.rejected.length > 0
            ? `${formatCount(read.data.rejected.length)} more could not be read as the others. They are kept word for word and counted as rejected.`
            : 'Every line of the file became a row, a header, or was blank.'}
        </WhySection>
      ) : null}
      {read.data && read.data.warnings.length > 0 ? (
        <WhySection title="Deserves a look">
          <ul className={classes.warnings}>
            {read.data.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </WhySection>
      ) : null}
      <WhySection title="The file" subtitle={`${table.file.name} · ${formatBytes(table.file.bytes)}`}>
        <span className={classes.hash} title="SHA-256 of the file">
          {table.file.sha256.slice(0, 16)}…
        </span>
      </WhySection>
      {table.earlier.length > 0 ? (
        <WhySection title="Earlier extracts">
          <ul>
            {table.earlier.map((file) => (
              <li key={file.sha256}>
                {file.name} · {formatBytes(file.bytes)}
              </li>
            ))}
          </ul>
        </WhySection>
      ) : null}
    </WhyPanel>
  );
}

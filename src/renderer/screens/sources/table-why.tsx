import type { TableState } from '@shared/journal/types';
import { formatBytes, plural } from '../../base/format';
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
            ? `${plural(read.data.rejected.length, 'more line is', 'more lines are')} no rows. They are kept word for word, counted as rejected, and can be repaired.`
            : 'Every line of the file became a row, a header, or was blank.'}
          {read.data.repaired.length > 0
            ? ` ${plural(read.data.repaired.length, 'line was', 'lines were')} repaired by a person.`
            : ''}
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
      {table.parts.length > 0 ? (
        <WhySection title={`Stacked of ${plural(table.parts.length + 1, 'part')}`}>
          <ul data-testid="table-parts">
            <li>
              {table.partName} · {table.file.name}
            </li>
            {table.parts.map((part) => (
              <li key={part.name}>
                {part.name} · {part.file.name}
                {renamedSentence(part.renamed)}
              </li>
            ))}
          </ul>
        </WhySection>
      ) : null}
      <WhySection
        title={table.parts.length > 0 ? 'The first file' : 'The file'}
        subtitle={`${table.file.name} · ${formatBytes(table.file.bytes)}`}
      >
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

function renamedSentence(renamed: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(renamed).map(([from, to]) => `${from} is ${to}`);
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
}

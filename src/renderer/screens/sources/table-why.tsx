import type { DerivedTableState, ReadTableState, TableState } from '@shared/journal/types';
import { formatBytes, plural } from '../../base/format';
import { ErrorPanel } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { useEngineQuery, useProjectState } from '../../state/context';
import { Proposals } from './derive/proposals';
import { optionsSentence } from './import/read-changes';
import { originOf } from './origin';
import classes from './table-why.module.css';

/** How a table was read or made, what deserves a look, and which extracts came before. */
export function TableWhy({ table }: { readonly table: TableState }) {
  const read = useEngineQuery(['ingested', table.id], (engine) => engine.ingested(table.id));
  return (
    <WhyPanel>
      {table.derivation === null ? <HowRead table={table} /> : <HowMade table={table} />}
      {read.error ? <ErrorPanel error={read.error} compact onRetry={read.retry} /> : null}
      {read.data ? (
        <WhySection
          title={`${plural(read.data.rowCount, 'row')}, ${plural(read.data.columns.length, 'column')}`}
        >
          {table.derivation === null
            ? linesSentence(read.data.rejected.length, read.data.repaired.length)
            : null}
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
      <Proposals
        table={table}
        frame={(list) => <WhySection title="Worth a table of its own">{list}</WhySection>}
      />
      {table.derivation === null ? <Files table={table} /> : null}
    </WhyPanel>
  );
}

function HowRead({ table }: { readonly table: ReadTableState }) {
  const overridden = [...Object.keys(table.options.types), ...Object.keys(table.options.dateOrders)];
  return (
    <WhySection lead title={`How ${table.name} was read`} subtitle={optionsSentence(table.options)}>
      {overridden.length > 0
        ? `Settled by a person: ${[...new Set(overridden)].join(', ')}.`
        : 'As it was detected; nobody had to change anything.'}
    </WhySection>
  );
}

function HowMade({ table }: { readonly table: DerivedTableState }) {
  const { tables } = useProjectState();
  return (
    <WhySection lead title={`How ${table.name} is made`} subtitle={`${originOf(table, tables)}.`}>
      {table.derivation.kind === 'apart'
        ? 'They stand here instead of there, so that every row of the file is counted once. A newer extract is divided in the same way.'
        : 'The rows it is made from stay where they are; the ledger counts rows made beside rows read. A newer extract makes them anew.'}
    </WhySection>
  );
}

function linesSentence(rejected: number, repaired: number): string {
  const lines =
    rejected > 0
      ? rejected === 1
        ? 'One more line is no row. It is kept word for word, counted as rejected, and can be repaired.'
        : `${plural(rejected, 'more line')} are no rows. They are kept word for word, counted as rejected, and can be repaired.`
      : 'Every line of the file became a row, a header, or was blank.';
  return repaired > 0
    ? `${lines} ${plural(repaired, 'line was', 'lines were')} repaired by a person.`
    : lines;
}

function Files({ table }: { readonly table: ReadTableState }) {
  return (
    <>
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
    </>
  );
}

function renamedSentence(renamed: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(renamed).map(([from, to]) => `${from} is ${to}`);
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
}

import type { TableState } from '@shared/journal/types';
import type { TableFindings, TableLink } from '@shared/profile/findings/types';
import type { Filter } from '@shared/table/types';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount, plural } from '../../base/format';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { EmptyState } from '../../components/states';
import { useEngineQuery } from '../../state/context';
import { checkOf } from './check-filters';
import classes from './findings-view.module.css';
import { useShowRows } from './use-show-rows';

/** What stands between the columns of a table, and between it and the other tables; every count leads to its rows. */
export function FindingsView({ table }: { readonly table: TableState }) {
  const findings = useEngineQuery(['findings', table.id], (engine) => engine.findings(table.id));
  const links = useEngineQuery(['links'], (engine) => engine.links());
  const showRows = useShowRows(table);
  return (
    <div className={classes.findings} data-testid="findings">
      <QueryView query={findings}>
        {(found) => (
          <FoundInTable
            found={found}
            onRows={showRows}
            links={(links.data ?? []).filter(touches(table.id))}
          />
        )}
      </QueryView>
    </div>
  );
}

function touches(tableId: string): (link: TableLink) => boolean {
  return (link) => link.tableId === tableId || link.toTableId === tableId;
}

interface FoundInTableProps {
  readonly found: TableFindings;
  readonly links: readonly TableLink[];
  readonly onRows: (filter: Filter) => void;
}

function FoundInTable({ found, links, onRows }: FoundInTableProps) {
  const { keys, dependencies, twins, contradictions, disagreements, mixes, tests, placeholders } = found;
  const none =
    [keys, dependencies, twins, contradictions, disagreements, mixes, placeholders, links].every(
      (list) => list.length === 0,
    ) && tests === null;
  if (none)
    return (
      <EmptyState title="Nothing stands out" icon={<IconCircleCheck size={30} stroke={1.3} />}>
        No column decides another, none contradicts another, no value repeats where it should not, no row
        looks like a test.
      </EmptyState>
    );
  return (
    <>
      <Section
        title="Columns that contradict each other"
        count={contradictions.length + disagreements.length}
      >
        {disagreements.map((item) => (
          <Item
            key={item.check}
            sentence={item.sentence}
            note={item.definition}
            sample={item.sample}
            rows={item.violations}
            onRows={() =>
              onRows(checkOf(item.columns[0] ?? '', item.check, item.sentence.replace(/\.$/, '')))
            }
          />
        ))}
        {contradictions.map((item) => (
          <Item
            key={item.check}
            sentence={item.sentence}
            sample={item.sample.map((pair) => `${item.earlier} ${pair.earlier}, ${item.later} ${pair.later}`)}
            rows={item.violations}
            onRows={() => onRows(checkOf(item.later, item.check, `${item.later} before ${item.earlier}`))}
          />
        ))}
      </Section>
      <Section title="Test records" count={tests ? 1 : 0}>
        {tests ? (
          <Item
            sentence={tests.sentence}
            sample={[
              tests.signs
                .map((sign) => `${sign.column}: ${sign.sign} on ${plural(sign.rows, 'row')}`)
                .join('; '),
              tests.sample.join(', '),
            ]}
            rows={tests.rows}
            onRows={() =>
              onRows(checkOf(tests.signs[0]?.column ?? '', tests.check, 'rows that look like a test'))
            }
          />
        ) : null}
      </Section>
      <Section title="References between tables" count={links.length}>
        {links.map((link) => (
          <LinkItem key={`${link.tableId} ${link.column}`} link={link} />
        ))}
      </Section>
      <Section title="Columns that decide others" count={dependencies.length}>
        {dependencies.map((item) => (
          <Item
            key={item.check}
            sentence={item.sentence}
            sample={item.sample.map(
              ({ value, usual, usualRows, others }) =>
                `${value}: ${usual} (${formatCount(usualRows)}), but ${others.map((other) => `${other.value} (${formatCount(other.count)})`).join(', ')}`,
            )}
            rows={item.violations}
            onRows={() =>
              onRows(checkOf(item.to, item.check, `${item.to} unlike others of its ${item.from}`))
            }
          />
        ))}
      </Section>
      <Section title="Columns that say the same" count={twins.length}>
        {twins.map((item) => (
          <Item
            key={item.check}
            sentence={item.sentence}
            rows={item.differing}
            onRows={() => onRows(checkOf(item.right, item.check, `${item.left} and ${item.right} differ`))}
          />
        ))}
      </Section>
      <Section title="Several currencies or units in one column" count={mixes.length}>
        {mixes.map((item) => (
          <li key={item.column} className={classes.item}>
            <p>{item.sentence}</p>
            <div className={classes.links}>
              {item.parts.map((part) => (
                <RowsLink
                  key={part.check}
                  text={`${part.unit === '' ? 'none' : part.unit}: ${plural(part.rows, 'row')}`}
                  onRows={() =>
                    onRows(checkOf(item.column, part.check, `${item.column} in ${part.unit || 'no unit'}`))
                  }
                />
              ))}
            </div>
          </li>
        ))}
      </Section>
      <Section title="Words and dates for “nothing”" count={placeholders.length}>
        {placeholders.map((item) => (
          <Item
            key={item.column}
            sentence={`${item.column}: ${plural(item.rows, 'cell')} with a value that stands for “nothing”.`}
            sample={[item.values.map(({ value, count }) => `${value} (${formatCount(count)})`).join(', ')]}
            rows={item.rows}
            onRows={() => onRows(checkOf(item.column, item.check, `${item.column} stands for “nothing”`))}
          />
        ))}
      </Section>
      <Section title="What tells rows apart" count={keys.length}>
        {keys.map((item) => (
          <Item
            key={item.check}
            sentence={item.sentence}
            rows={item.repeated + item.empty}
            onRows={() =>
              onRows(
                checkOf(
                  item.columns[0] ?? '',
                  item.check,
                  `${item.columns.join(' with ')} repeats or is empty`,
                ),
              )
            }
          />
        ))}
      </Section>
    </>
  );
}

function Section(props: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  if (props.count === 0) return null;
  return (
    <Card title={props.title} aside={props.count > 1 ? formatCount(props.count) : undefined}>
      <ul className={classes.list}>{props.children}</ul>
    </Card>
  );
}

interface ItemProps {
  readonly sentence: string;
  /** What is counted, in words. */
  readonly note?: string;
  readonly sample?: readonly string[];
  readonly rows: number;
  readonly onRows: () => void;
}

function Item({ sentence, note, sample = [], rows, onRows }: ItemProps) {
  return (
    <li className={classes.item} data-testid="finding">
      <p>{sentence}</p>
      {note === undefined ? null : <p className={classes.note}>{note}</p>}
      {sample.length > 0 ? (
        <ul className={classes.sample}>
          {[...new Set(sample)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {rows > 0 ? <RowsLink text={`Show the ${plural(rows, 'row')}`} onRows={onRows} /> : null}
    </li>
  );
}

function LinkItem({ link }: { readonly link: TableLink }) {
  const showRows = useShowRows({ id: link.tableId });
  return (
    <Item
      sentence={`${link.sentence}${link.unused > 0 ? ` Nothing points to ${plural(link.unused, 'row')} there.` : ''}`}
      sample={
        link.sample.length > 0
          ? [
              `Without a parent: ${link.sample.map(({ value, count }) => `${value} (${formatCount(count)})`).join(', ')}`,
            ]
          : []
      }
      rows={link.orphans}
      onRows={() => showRows(checkOf(link.column, link.check, `${link.column} points to nothing`))}
    />
  );
}

function RowsLink({ text, onRows }: { readonly text: string; readonly onRows: () => void }) {
  return (
    <button type="button" className={classes.link} onClick={onRows} data-testid="finding-rows">
      {text}
    </button>
  );
}

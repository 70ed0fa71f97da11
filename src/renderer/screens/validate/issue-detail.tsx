import type { IssueRow } from '@shared/pipeline/types';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Card } from '../../components/card';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { WhyPanel, WhySection } from '../../components/why';
import { useEngineQuery } from '../../state/context';
import { DecidePart } from './decide-part';
import type { IssueItem } from './issue-item';
import { OrphanPart } from './orphan-part';
import { RecordPart } from './record-part';
import classes from './validate.module.css';
import { ValuesPart } from './values-part';

const PAGE = 200;

const COLUMNS: readonly TableColumn<IssueRow>[] = [
  { id: 'title', head: 'Record', width: 'minmax(140px, 1.2fr)', cell: (row) => row.title },
  { id: 'source', head: 'Source', width: 'minmax(100px, 0.8fr)', cell: (row) => row.sourceName },
  { id: 'line', head: 'Line', width: '70px', align: 'end', cell: (row) => formatCount(row.line) },
  {
    id: 'value',
    head: 'Value',
    width: 'minmax(140px, 1.5fr)',
    cell: (row) =>
      row.value === '' ? <i className="soft">empty</i> : <span title={row.value}>{row.value}</span>,
  },
];

/** The rows behind one group of issues, and what can be done about them. */
export function IssueDetail({ item }: { readonly item: IssueItem }) {
  const { object, group } = item;
  const [count, setCount] = useState(PAGE);
  const [chosen, setChosen] = useState<IssueRow | null>(null);
  const rows = useEngineQuery(
    ['issueRows', object, group.id, count],
    (engine) => engine.issueRows(object, group.id, 0, count),
    { keepPrevious: true },
  );
  return (
    <>
      <Card flush fill title={plural(group.count, 'row')} className={classes.rows}>
        <QueryView query={rows}>
          {(page) => (
            <DataTable
              label="Rows with this issue"
              columns={COLUMNS}
              rows={page.rows}
              rowId={(row) => row.key}
              selected={chosen?.key ?? null}
              onSelect={(_key, row) => setChosen(row)}
              onEnd={() => {
                if (page.rows.length < page.total) setCount(page.rows.length + PAGE);
              }}
              testId="issue-rows"
            />
          )}
        </QueryView>
      </Card>
      <WhyPanel>
        <WhySection lead title={group.code} subtitle={`${item.objectLabel} · ${group.field}`}>
          <p>{group.sentence}</p>
          {group.held ? (
            <p className="soft">
              {group.held.count === null
                ? 'All of them are held'
                : `${plural(group.held.count, 'record')} held`}
              : {group.held.reason}
            </p>
          ) : null}
        </WhySection>
        {chosen ? <RecordPart key={chosen.key} item={item} row={chosen} /> : null}
        {group.rule === 'reference' ? <OrphanPart item={item} /> : null}
        {group.values.length > 0 ? <ValuesPart item={item} /> : null}
        <DecidePart item={item} />
      </WhyPanel>
    </>
  );
}

import { Drawer } from '@mantine/core';
import type { ClusterListItem } from '@shared/pipeline/types';
import { useState } from 'react';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { useEngineQuery } from '../../state/context';
import classes from './cluster-list.module.css';
import { probability } from './why-cluster';

const PAGE = 300;

const COLUMNS: readonly TableColumn<ClusterListItem>[] = [
  { id: 'title', head: 'Cluster', width: 'minmax(160px, 1fr)', cell: (item) => item.title },
  { id: 'size', head: 'Records', width: '76px', align: 'end', cell: (item) => item.size },
  { id: 'sources', head: 'Tables', width: '66px', align: 'end', cell: (item) => item.sources },
  {
    id: 'probability',
    head: 'Probability',
    width: '92px',
    align: 'end',
    cell: (item) => probability(item.probability),
  },
  { id: 'state', head: 'State', width: '96px', cell: (item) => <Tag>{item.state}</Tag> },
];

export interface ClusterListProps {
  readonly object: string;
  readonly show: 'open' | 'decided' | 'all';
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Position in the list of the cluster to go to. */
  readonly onPick: (index: number) => void;
}

/** All clusters of the current view, most telling first. */
export function ClusterList({ object, show, opened, onClose, onPick }: ClusterListProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={620} title="Clusters">
      {opened ? <Items object={object} show={show} onPick={onPick} /> : null}
    </Drawer>
  );
}

function Items({ object, show, onPick }: Pick<ClusterListProps, 'object' | 'show' | 'onPick'>) {
  const [count, setCount] = useState(PAGE);
  const query = useEngineQuery(['clusterList', object, show, count], (engine) =>
    engine.clusters(object, show, 0, count),
  );
  return (
    <div className={classes.list}>
      <QueryView query={query}>
        {(page) => (
          <DataTable
            label="Clusters"
            columns={COLUMNS}
            rows={page.items}
            rowId={(item) => String(item.id)}
            onSelect={(_, item) => onPick(page.items.indexOf(item))}
            onEnd={() => {
              if (page.items.length < page.total) setCount(page.items.length + PAGE);
            }}
            empty="No cluster here."
            testId="clusters"
          />
        )}
      </QueryView>
    </div>
  );
}

import { Drawer } from '@mantine/core';
import type { PairReview } from '@shared/pipeline/review-types';
import { useState } from 'react';
import { formatTime, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { Tag } from '../../../components/chip';
import { QueryView } from '../../../components/query-view';
import { EmptyState } from '../../../components/states';
import { draft, useCommit, useEngineQuery, useProjectState } from '../../../state/context';
import { keyText, Value } from '../review-table';
import { Waterfall } from '../waterfall';
import { probability } from '../why-cluster';
import classes from './compare-drawer.module.css';
import { RecordSearch } from './record-search';

/** Two records to hold side by side, by record key; null where one is still to be chosen. */
export interface Compared {
  readonly left: string | null;
  readonly right: string | null;
}

export interface CompareDrawerProps {
  readonly object: string;
  /** Null while nothing is compared. */
  readonly compared: Compared | null;
  readonly onClose: () => void;
}

/** Any two records side by side: why they are one, or why not, and a way to decide. */
export function CompareDrawer({ object, compared, onClose }: CompareDrawerProps) {
  return (
    <Drawer
      opened={compared !== null}
      onClose={onClose}
      position="right"
      size={760}
      title="Are these two the same?"
    >
      {compared ? (
        <Compare key={`${compared.left}\n${compared.right}`} object={object} compared={compared} />
      ) : null}
    </Drawer>
  );
}

function Compare({ object, compared }: { readonly object: string; readonly compared: Compared }) {
  const [left, setLeft] = useState(compared.left);
  const [right, setRight] = useState(compared.right);
  const ready = left !== null && right !== null && left !== right;
  const query = useEngineQuery(ready ? ['pair', object, left, right] : null, (engine) =>
    engine.comparePair(object, left ?? '', right ?? ''),
  );
  return (
    <div className={classes.frame} data-testid="compare">
      <div className={classes.search}>
        <RecordSearch
          object={object}
          label="One record"
          value={left}
          onChange={setLeft}
          testId="compare-left"
        />
        <RecordSearch
          object={object}
          label="Another record"
          value={right}
          onChange={setRight}
          focus={left !== null && right === null}
          testId="compare-right"
        />
      </div>
      {ready ? (
        <QueryView query={query}>{(pair, stale) => <Pair pair={pair} stale={stale} />}</QueryView>
      ) : (
        <EmptyState
          title={left !== null && left === right ? 'That is the same record twice' : 'Choose two records'}
        >
          {left !== null && left === right
            ? 'Choose another one on the right.'
            : 'Search by name or key. You will see what speaks for and against, why the two were not joined, and you can decide: merge them or keep them apart, in whatever clusters they stand.'}
        </EmptyState>
      )}
    </div>
  );
}

function Pair({ pair, stale }: { readonly pair: PairReview; readonly stale: boolean }) {
  const commit = useCommit();
  const { people } = useProjectState();
  const [saving, setSaving] = useState(false);
  const [first, second] = pair.records;
  const decide = async (verdict: 'merge' | 'separate') => {
    setSaving(true);
    const groups = verdict === 'merge' ? [[...new Set(pair.groups.flat())]] : [[first.key], [second.key]];
    await commit([
      draft('cluster.decided', pair.titles.join(' / '), {
        object: pair.object,
        verdict,
        groups,
        reason: '',
      }),
    ]);
    setSaving(false);
  };
  const { explanation, decided } = pair;
  const records = pair.groups[0].length + pair.groups[1].length;
  return (
    <>
      <div className={classes.verdict} role="status">
        <Tag tone={pair.together ? 'merged' : 'neutral'} testId="pair-state">
          {pair.together ? 'one record now' : 'two records now'}
        </Tag>
        <span>
          Probability {probability(explanation.probability)}
          {decided
            ? ` · ${decided.verdict === 'merge' ? 'merged' : 'kept apart'} by ${people.find(({ id }) => id === decided.actor)?.name ?? decided.actor}, ${formatTime(decided.at)}`
            : ''}
        </span>
      </div>
      {explanation.whyNot ? (
        <p className={classes.whyNot} data-testid="why-not">
          {explanation.whyNot}
        </p>
      ) : null}
      <div className={classes.sides}>
        <table className={classes.table} data-testid="pair-table">
          <thead>
            <tr>
              <td />
              {pair.records.map((record) => (
                <th key={record.key} scope="col">
                  {record.sourceName} · {keyText(record.key)}
                  <span className="soft">
                    {' '}
                    {record.activity ? `active ${record.activity}` : `line ${record.line}`}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pair.fields.map((field, row) => (
              <tr key={field.api}>
                <th scope="row">{field.label}</th>
                {pair.records.map((record) => (
                  <td key={record.key}>
                    <Value cell={record.cells[row]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className={classes.why}>
          <h3>What speaks for and against</h3>
          <Waterfall pair={explanation} />
          {explanation.counterfactual ? <p>{explanation.counterfactual}</p> : null}
        </div>
      </div>
      <div className={classes.foot}>
        <Button
          kind={pair.together ? 'plain' : 'primary'}
          busy={saving}
          disabled={stale || (pair.together && decided?.verdict === 'merge')}
          onClick={() => void decide('merge')}
          testId="pair-merge"
        >
          Merge these two
        </Button>
        <Button
          kind={pair.together ? 'primary' : 'plain'}
          busy={saving}
          disabled={stale || (!pair.together && decided?.verdict === 'separate')}
          onClick={() => void decide('separate')}
          testId="pair-separate"
        >
          Keep apart
        </Button>
        {!pair.together && records > 2 ? (
          <span className="soft small">
            What is one with each comes along: {plural(records, 'record')} become one.
          </span>
        ) : null}
      </div>
    </>
  );
}

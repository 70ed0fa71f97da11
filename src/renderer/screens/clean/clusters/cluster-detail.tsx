import { Checkbox, TextInput } from '@mantine/core';
import type { ClusterMethod, ValueCluster } from '@shared/clean/types';
import { type Ref, useSyncExternalStore } from 'react';
import { cx, formatCount, plural } from '../../../base/format';
import type { ClusterBlocks } from './cluster-blocks';
import { type ClusterChoices, choiceOf } from './cluster-choice';
import { laterVariants } from './cluster-methods';
import classes from './clusters.module.css';

export interface ClusterDetailProps {
  readonly blocks: ClusterBlocks;
  /** Place of the cluster in the list. */
  readonly place: number;
  readonly choices: ClusterChoices;
  readonly method: ClusterMethod;
  readonly input: Ref<HTMLInputElement>;
  readonly onToggle: (cluster: ValueCluster) => void;
  readonly onRename: (cluster: ValueCluster, to: string) => void;
  readonly onSpelling: (cluster: ValueCluster, value: string) => void;
  /** Enter in the field takes the cluster and goes on in the list; Escape only goes back to it. */
  readonly onDone: (cluster: ValueCluster, take: boolean) => void;
}

/** Spellings shown; a cluster of more is looked at by its most frequent ones. */
const SHOWN = 300;

/** One cluster whole: what it becomes, and each of its spellings in or out. */
export function ClusterDetail(props: ClusterDetailProps) {
  const { blocks, place, choices, method } = props;
  useSyncExternalStore(blocks.subscribe, blocks.getArrived);
  const cluster = blocks.at(place);
  if (!cluster) return null;
  const choice = choiceOf(choices, cluster);
  return (
    <div className={classes.detail} data-testid="cluster-detail">
      <Checkbox label="Merge these" checked={choice.on} onChange={() => props.onToggle(cluster)} />
      <TextInput
        ref={props.input}
        label="They become"
        value={choice.to}
        onChange={(event) => props.onRename(cluster, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          props.onDone(cluster, event.key === 'Enter');
        }}
        data-testid="cluster-to"
      />
      <p className="soft small">
        {plural(cluster.values.length, 'spelling')} in {plural(cluster.rows, 'row')}. Press one to keep it;
        untick what does not belong.
      </p>
      <ul className={classes.members}>
        {cluster.values.slice(0, SHOWN).map(({ value, rows }) => (
          <li key={value}>
            <Checkbox
              aria-label={`${value} belongs to it`}
              checked={!choice.left.has(value)}
              onChange={() => props.onSpelling(cluster, value)}
            />
            <button
              type="button"
              className={cx(
                classes.member,
                value === choice.to && classes.memberOn,
                choice.left.has(value) && classes.leftOut,
              )}
              aria-pressed={value === choice.to}
              onClick={() => props.onRename(cluster, value)}
              title={value}
              data-testid="spelling"
            >
              <span className={classes.value}>{value}</span>
              <span className="num soft">{formatCount(rows)}</span>
            </button>
          </li>
        ))}
      </ul>
      {cluster.values.length > SHOWN ? (
        <p className="soft small">and {plural(cluster.values.length - SHOWN, 'more', 'more')}</p>
      ) : null}
      <p className={classes.later}>
        {choice.left.size > 0
          ? 'Only the spellings ticked are replaced, now and later: the key would catch those left out as well.'
          : laterVariants(method)}
        {cluster.key !== null && choice.left.size === 0 ? (
          <>
            {' '}
            Key: <code>{cluster.key}</code>
          </>
        ) : null}
      </p>
    </div>
  );
}

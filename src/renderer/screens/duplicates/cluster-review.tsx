import type {
  ClusterDetail,
  ClusterListItem,
  ClusterPage,
  ReviewRecord,
} from '@shared/pipeline/review-types';
import { IconArrowsJoin, IconArrowsSplit, IconHourglass, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { useCommit, useEngineQuery, useUndo } from '../../state/context';
import { draft } from '../../state/drafting';
import { useHotkey } from '../../state/hotkeys';
import classes from './cluster-review.module.css';
import { type CutStop, cutStops, cutWords, suggestedStop } from './cut-model';
import { Dendrogram } from './dendrogram';
import {
  actionLabel,
  apart,
  membersByGroup,
  type Partition,
  partitionOf,
  suggestedPartition,
  together,
  toggleMember,
  verdictOf,
} from './partition';
import { keyText, ReviewTable } from './review-table';
import { WhyCluster } from './why-cluster';
import { questionSentence, STATE_LABELS } from './words';

export interface ClusterReviewProps {
  readonly object: string;
  readonly page: ClusterPage;
  readonly item: ClusterListItem;
  readonly position: string;
  readonly controls: ReactNode;
  /** What to look at and how far it is, above the records. */
  readonly toolbar: ReactNode;
  readonly onCompare: (recordKey: string) => void;
  readonly onSettings: () => void;
  readonly onWeakest: () => void;
  /** A newer answer is on its way: keys wait, so that nobody decides on what is about to change. */
  readonly stale: boolean;
  readonly onSkip: () => void;
}

/** One cluster: records side by side, the decision at the foot. */
export function ClusterReview(props: ClusterReviewProps) {
  const { object, page, item, stale } = props;
  const commit = useCommit();
  const { undo } = useUndo();
  const query = useEngineQuery(['cluster', object, item.id], (engine) => engine.cluster(object, item.id));
  const [chosen, setChosen] = useState<Partition | null>(null);
  const [cut, setCut] = useState<number | null>(null);
  const [saving, setSaving] = useState(false);
  const detail = query.data;
  const suggested = detail ? suggestedPartition(detail.records.map((record) => record.group)) : null;
  const partition =
    chosen ??
    (suggested && verdictOf(suggested) === 'separate' && detail && item.state === 'open'
      ? together(detail.records.length)
      : suggested);
  const busy = saving || stale || !detail || !partition;

  const decide = async (grouping: Partition) => {
    if (!detail || busy) return;
    setSaving(true);
    const keys = membersByGroup(grouping).map((group) => group.map((member) => detail.records[member]!.key));
    await commit([
      draft('cluster.decided', detail.title, {
        object,
        verdict: verdictOf(grouping),
        groups: keys,
        reason: '',
      }),
    ]);
    setChosen(null);
    setCut(null);
    setSaving(false);
  };
  const choose = (record: ReviewRecord, field: string) =>
    void commit([
      draft('survivor.chosen', record.key, {
        object,
        choice: { member: record.key, field, from: record.key },
      }),
    ]);
  const toggle = (member: number) => {
    if (!partition || !detail || member >= detail.records.length) return;
    setCut(null);
    setChosen(toggleMember(partition, member));
  };
  const stops = useMemo(() => (detail ? cutStops(detail.cluster) : []), [detail]);
  const moveCut = (stop: number) => {
    const groups = stops[stop]?.groups;
    if (!detail || !groups) return;
    setCut(stop);
    setChosen(
      partitionOf(
        detail.records.map(({ index }) => index),
        groups,
      ),
    );
  };
  return (
    <Screen
      fill
      testId="screen-duplicates"
      title={item.title}
      subtitle={
        <>
          {plural(item.size, 'record')} from {plural(item.sources, 'table')} · {props.position}{' '}
          {item.state === 'open' ? null : <StateTag state={item.state} />}
        </>
      }
      actions={props.controls}
      foot={
        <>
          <Button
            kind="primary"
            hotkey="Enter"
            disabled={busy}
            busy={saving}
            onClick={() => partition && void decide(partition)}
            testId="decide-merge"
          >
            {partition && detail
              ? actionLabel(
                  partition,
                  detail.records.map((record) => keyText(record.key)),
                )
              : 'Merge'}
          </Button>
          <Button
            hotkey="N"
            disabled={busy}
            onClick={() => detail && void decide(apart(detail.records.length))}
            testId="decide-separate"
          >
            Not duplicates
          </Button>
          <Button
            hotkey="S"
            disabled={busy}
            title="Press the number of a record to take it out of the group or put it back"
            onClick={() => detail && setChosen(splitAtWeakest(detail))}
            testId="decide-split"
          >
            Split
          </Button>
          <Button hotkey="K" onClick={props.onSkip} testId="decide-skip">
            Skip
          </Button>
          <span className={classes.gap} />
          <Button kind="quiet" hotkey="Z" onClick={() => void undo()} testId="decide-undo">
            Undo
          </Button>
        </>
      }
    >
      <NumberKeys onPress={toggle} />
      {props.toolbar}
      <QueryView query={query}>
        {(data) =>
          partition ? (
            <Card flush fill className={classes.card}>
              <ReviewTable
                detail={data}
                partition={partition}
                onToggle={toggle}
                onChoose={choose}
                onCompare={({ key }) => props.onCompare(key)}
              />
              <div className={classes.strip}>
                <Dendrogram
                  cluster={data.cluster}
                  stops={stops}
                  at={cut ?? stopOf(partition, data, stops) ?? suggestedStop(data.cluster, stops)}
                  nameOf={(index) =>
                    keyText(data.records.find((record) => record.index === index)?.key ?? '')
                  }
                  onCut={moveCut}
                />
                <div className={classes.outcome}>
                  <p>{summary(partition, data.records, page)}</p>
                  {item.question && chosen === null ? (
                    <p className="soft">{questionSentence(item.question)}.</p>
                  ) : null}
                  {cut !== null ? (
                    <div className={classes.cutActions}>
                      <Button
                        disabled={busy}
                        onClick={() => void decide(partition)}
                        testId="split-here"
                        title={cutWords(stops[cut]!)}
                      >
                        {verdictOf(partition) === 'split' ? 'Split here' : actionWord(partition)}
                      </Button>
                      <Button
                        kind="quiet"
                        onClick={() => {
                          setCut(null);
                          setChosen(null);
                        }}
                        testId="cut-back"
                      >
                        Back to the suggestion
                      </Button>
                    </div>
                  ) : null}
                </div>
              </div>
              <WhyCluster
                detail={data}
                page={page}
                onSettings={props.onSettings}
                onWeakest={props.onWeakest}
              />
            </Card>
          ) : null
        }
      </QueryView>
    </Screen>
  );
}

/** What became of a cluster, told by a mark as well as a word. */
export function StateTag({ state }: { readonly state: ClusterListItem['state'] }) {
  const mark =
    state === 'related' ? (
      <IconUsersGroup size={12} stroke={2} aria-hidden="true" />
    ) : state === 'open' ? (
      <IconHourglass size={12} stroke={2} aria-hidden="true" />
    ) : state === 'automatic' || state === 'merged' ? (
      <IconArrowsJoin size={12} stroke={2} aria-hidden="true" />
    ) : (
      <IconArrowsSplit size={12} stroke={2} aria-hidden="true" />
    );
  const tone = state === 'open' ? 'held' : state === 'automatic' || state === 'merged' ? 'merged' : 'neutral';
  return (
    <Tag tone={tone}>
      {mark} {STATE_LABELS[state]}
    </Tag>
  );
}

/** The stop of the dendrogram that leaves these groups; null where no cut does. */
function stopOf(partition: Partition, detail: ClusterDetail, stops: readonly CutStop[]): number | null {
  // Every stop leaves another number of groups: only one can be it.
  const count = membersByGroup(partition).length;
  const at = stops.findIndex(({ groups }) => groups.length === count);
  const stop = stops[at];
  if (!stop) return null;
  const members = detail.records.map(({ index }) => index);
  return partitionOf(members, stop.groups).groups.join() === partition.groups.join() ? at : null;
}

function actionWord(partition: Partition): string {
  return verdictOf(partition) === 'merge' ? 'Merge all' : 'Keep all apart';
}

/** Takes the last join back; where nothing is joined, puts all together. */
function splitAtWeakest(detail: ClusterDetail): Partition {
  const stops = cutStops(detail.cluster);
  const at = suggestedStop(detail.cluster, stops);
  const stop = at === 0 ? undefined : stops[at - 1];
  if (!stop) return together(detail.records.length);
  return partitionOf(
    detail.records.map(({ index }) => index),
    stop.groups,
  );
}

function summary(partition: Partition, records: readonly ReviewRecord[], page: ClusterPage): string {
  const groups = membersByGroup(partition);
  const joined = groups.filter((group) => group.length > 1);
  const alone = groups.length - joined.length;
  if (joined.length === 0) return `All ${records.length} stay separate ${page.object} records.`;
  const parts = joined.map((group) => `${plural(group.length, 'record')} become one`);
  return `${parts.join(', ')}${alone > 0 ? `; ${plural(alone, 'record')} ${alone === 1 ? 'stays' : 'stay'} apart` : ''}. The legacy keys of all stay in the crosswalk.`;
}

/** Keys 1 to 9 move a record in or out of the group. */
function NumberKeys({ onPress }: { readonly onPress: (member: number) => void }) {
  useHotkey('1', () => onPress(0));
  useHotkey('2', () => onPress(1));
  useHotkey('3', () => onPress(2));
  useHotkey('4', () => onPress(3));
  useHotkey('5', () => onPress(4));
  useHotkey('6', () => onPress(5));
  useHotkey('7', () => onPress(6));
  useHotkey('8', () => onPress(7));
  useHotkey('9', () => onPress(8));
  return null;
}

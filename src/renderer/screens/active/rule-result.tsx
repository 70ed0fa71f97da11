import { SegmentedControl, Textarea } from '@mantine/core';
import type { BorderlineRow, RuleReport } from '@shared/pipeline/types';
import type { ActiveRule, Verdict } from '@shared/rules/types';
import { useState } from 'react';
import { formatCount } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag, type Tone } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { WhyPanel, WhySection } from '../../components/why';
import { useCommit, useEngineQuery } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './rule-result.module.css';
import { WhatIfCurve } from './what-if-curve';

const VERDICTS: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  keep: { word: 'Kept', tone: 'exported' },
  exclude: { word: 'Left behind', tone: 'excluded' },
  unknown: { word: 'Held', tone: 'held' },
};

const COLUMNS: readonly TableColumn<BorderlineRow>[] = [
  { id: 'title', head: 'Record', width: 'minmax(140px, 1.2fr)', cell: (row) => row.title },
  { id: 'activity', head: 'Last activity', width: '108px', cell: (row) => row.activity ?? 'no date' },
  {
    id: 'verdict',
    head: 'Outcome',
    width: '104px',
    cell: (row) => <Tag tone={VERDICTS[row.verdict].tone}>{VERDICTS[row.verdict].word}</Tag>,
  },
  {
    id: 'reason',
    head: 'Reason',
    width: 'minmax(180px, 2fr)',
    cell: (row) => <span title={row.reason}>{row.reason}</span>,
  },
];

export interface RuleResultProps {
  readonly report: RuleReport;
  readonly rule: ActiveRule;
  readonly onMonths: (months: number) => void;
  readonly picked: string | null;
  readonly onPick: (key: string | null) => void;
}

/** What the rule does: the curve, the counts that add up, the records on the line and those that wait. */
export function RuleResult({ report, rule, onMonths, picked, onPick }: RuleResultProps) {
  const [list, setList] = useState<'borderline' | 'waiting'>('borderline');
  const rows = list === 'borderline' ? report.borderline : report.waiting;
  const row = [...report.borderline, ...report.waiting].find((item) => item.key === picked) ?? null;
  return (
    <>
      <div className={classes.top}>
        {rule.window && report.whatIf.length > 0 ? (
          <Card
            title="What if the window were shorter or longer"
            aside={<span className="soft">drag the line</span>}
          >
            <WhatIfCurve
              points={report.whatIf}
              months={rule.window.months}
              label={report.label.toLowerCase()}
              onMonths={onMonths}
            />
          </Card>
        ) : (
          <Card title="No activity window">
            <p className="soft">
              Without a window the other parts of the rule decide alone. Add one to see how many records each
              length would keep.
            </p>
          </Card>
        )}
        <Outcome report={report} />
      </div>
      <Card
        flush
        className={classes.list}
        title={
          <SegmentedControl
            aria-label="Which records"
            data={[
              {
                value: 'borderline',
                label: `Within 10 % of the cut · ${formatCount(report.borderline.length)}`,
              },
              { value: 'waiting', label: `Waiting for a person · ${formatCount(report.unknown)}` },
            ]}
            value={list}
            onChange={(value) => setList(value === 'waiting' ? 'waiting' : 'borderline')}
          />
        }
        aside={
          list === 'waiting' && report.unknown > 0 && report.saved ? <SettleAll report={report} /> : null
        }
      >
        <div className={classes.table}>
          <DataTable
            label="Records"
            columns={COLUMNS}
            rows={rows}
            rowId={(item) => item.key}
            selected={picked}
            onSelect={(key) => onPick(key)}
            empty={
              list === 'borderline'
                ? 'No record lies near the cut.'
                : 'No record waits: the rule could decide every one.'
            }
            testId="rule-records"
          />
        </div>
      </Card>
      <WhyRecord report={report} row={row} />
    </>
  );
}

function Outcome({ report }: { readonly report: RuleReport }) {
  const part = (verdict: Verdict, count: number) => (
    <>
      {report.reasons
        .filter((reason) => reason.verdict === verdict)
        .map((reason) => (
          <tr key={reason.sentence}>
            <td>{reason.sentence}</td>
            <td className="num">{formatCount(reason.count)}</td>
          </tr>
        ))}
      <tr className={classes.sum}>
        <td>
          <Tag tone={VERDICTS[verdict].tone}>{VERDICTS[verdict].word}</Tag>
        </td>
        <td className="num" data-testid={`outcome-${verdict}`}>
          {formatCount(count)}
        </td>
      </tr>
    </>
  );
  return (
    <Card title="Outcome" aside={<span className="soft">{formatCount(report.total)} in all</span>}>
      <table className={classes.outcome}>
        <tbody>
          {part('keep', report.kept)}
          {part('exclude', report.excluded)}
          {part('unknown', report.unknown)}
        </tbody>
      </table>
    </Card>
  );
}

function WhyRecord({ report, row }: { readonly report: RuleReport; readonly row: BorderlineRow | null }) {
  const trace = useEngineQuery(row && report.saved ? ['traceRule', report.object, row.key] : null, (engine) =>
    engine.traceRule(report.object, row?.key ?? ''),
  );
  return (
    <WhyPanel>
      {row ? (
        <>
          <WhySection lead title={row.title} subtitle={row.key}>
            {report.saved ? (
              <QueryView query={trace}>
                {(lines) => (
                  <ul className={classes.trace}>
                    {lines.map((line) => (
                      <li key={line.label} data-decisive={line.decisive || undefined}>
                        <Tag tone={line.decisive ? VERDICTS[row.verdict].tone : 'neutral'}>{line.truth}</Tag>
                        <span>{line.detail}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </QueryView>
            ) : (
              <p>{row.reason}</p>
            )}
          </WhySection>
          {report.saved ? <Settle object={report.object} row={row} /> : null}
        </>
      ) : (
        <WhySection lead title="Why a record is kept or left behind">
          <p>Select a record in the list to see each part of the rule answered for it.</p>
        </WhySection>
      )}
      <WhySection title="Order of the rule">
        <p>
          What is always kept wins, for instance a legal hold. Then what must be left behind. Then the
          activity window. A value that is missing is never silently “inactive”.
        </p>
      </WhySection>
    </WhyPanel>
  );
}

function Settle({ object, row }: { readonly object: string; readonly row: BorderlineRow }) {
  const commit = useCommit();
  const [reason, setReason] = useState('');
  const settle = async (verdict: 'keep' | 'exclude') => {
    const done = await commit([
      draft('record.settled', row.key, { object, key: row.key, verdict, reason: reason.trim() }),
    ]);
    if (done) setReason('');
  };
  return (
    <WhySection title={row.settled ? 'Settled by a person' : 'Settle this record'}>
      <Textarea
        aria-label="Reason"
        placeholder="Reason, e.g. renewal in January"
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="settle-reason"
      />
      <div className={classes.settle}>
        <Button disabled={reason.trim() === ''} onClick={() => void settle('keep')} testId="settle-keep">
          Keep, with reason
        </Button>
        <Button
          disabled={reason.trim() === ''}
          onClick={() => void settle('exclude')}
          testId="settle-exclude"
        >
          Leave behind
        </Button>
      </div>
    </WhySection>
  );
}

/** One word for all that wait, where the rule may stay as it is but people know better. */
function SettleAll({ report }: { readonly report: RuleReport }) {
  const commit = useCommit();
  const [busy, setBusy] = useState(false);
  const settle = async (verdict: 'keep' | 'exclude') => {
    setBusy(true);
    await commit(
      report.waiting.map((row) =>
        draft('record.settled', row.key, {
          object: report.object,
          key: row.key,
          verdict,
          reason:
            verdict === 'keep'
              ? 'Kept after review of the waiting list'
              : 'Left behind after review of the waiting list',
        }),
      ),
    );
    setBusy(false);
  };
  const count = formatCount(report.waiting.length);
  return (
    <>
      <Button kind="quiet" busy={busy} onClick={() => void settle('keep')} testId="settle-all-keep">
        Keep these {count}
      </Button>
      <Button kind="quiet" busy={busy} onClick={() => void settle('exclude')} testId="settle-all-exclude">
        Leave these {count} behind
      </Button>
    </>
  );
}

import { Drawer, Tabs } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '@shared/match/types';
import type { MatchReport } from '@shared/pipeline/review-types';
import { useState } from 'react';
import { formatCount } from '../../../base/format';
import { Button } from '../../../components/button';
import { QueryView } from '../../../components/query-view';
import { ErrorPanel } from '../../../components/states';
import { draft, useCommit, useEngineQuery, useProjectState } from '../../../state/context';
import { limitSentences, missedSentence, wrongSentence } from '../words';
import { Blocking } from './blocking';
import { Comparisons } from './comparisons';
import { comparesTheSame, isSame } from './settings-draft';
import classes from './settings-drawer.module.css';
import { SourceRules } from './source-rules';
import { Summary } from './summary';
import { Thresholds } from './thresholds';

/** Up to so many records a change that compares anew is tried without being asked to. */
const TRY_AT_ONCE = 20_000;

export interface SettingsDrawerProps {
  readonly object: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onWeakest: () => void;
}

/** How duplicates are found: everything a steward may see and change, tried before it is applied. */
export function SettingsDrawer({ object, opened, onClose, onWeakest }: SettingsDrawerProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={780} title="How duplicates are found">
      {opened ? <Settings object={object} onWeakest={onWeakest} /> : null}
    </Drawer>
  );
}

function Settings({ object, onWeakest }: Pick<SettingsDrawerProps, 'object' | 'onWeakest'>) {
  const { matchSettings } = useProjectState();
  const agreed = matchSettings[object] ?? DEFAULT_MATCH_SETTINGS;
  const query = useEngineQuery(['matchReport', object, null], (engine) => engine.matchReport(object, null));
  return (
    <div className={classes.frame} data-testid="match-settings-panel">
      <QueryView query={query}>
        {(report) => (
          <Editor key={JSON.stringify(agreed)} report={report} agreed={agreed} onWeakest={onWeakest} />
        )}
      </QueryView>
    </div>
  );
}

interface EditorProps {
  readonly report: MatchReport;
  readonly agreed: MatchSettings;
  readonly onWeakest: () => void;
}

function Editor({ report: now, agreed, onWeakest }: EditorProps) {
  const commit = useCommit();
  const [settings, setSettings] = useState(agreed);
  const [saving, setSaving] = useState(false);
  /** What a person asked to compare anew, as JSON. */
  const [asked, setAsked] = useState<string | null>(null);
  // A single press answers at once; while a handle is dragged, where it rests.
  const [settled] = useDebouncedValue(settings, 120, { leading: true });
  const { object } = now;
  const changed = !isSame(settings, agreed);
  const quick = comparesTheSame(settled, agreed) || now.records <= TRY_AT_ONCE;
  const name = JSON.stringify(settled);
  const runs = changed && !isSame(settled, agreed) && (quick || asked === name);
  const preview = useEngineQuery(
    runs ? ['matchReport', object, name] : null,
    (engine) => engine.matchReport(object, settled),
    { keepPrevious: true },
  );
  const tried = runs ? preview.data : undefined;
  const isTried = tried !== undefined && !preview.stale && isSame(tried.settings, settings);
  const shown = tried ?? now;
  const apply = async () => {
    setSaving(true);
    await commit([draft('match.settings', object, { object, settings })]);
    setSaving(false);
  };
  return (
    <>
      <Summary now={now.summary} tried={tried?.summary ?? null} fresh={isTried || !changed} />
      <p className={classes.honesty}>
        {wrongSentence({ merges: shown.summary.merges, ...numbersOf(shown) })};{' '}
        {missedSentence(shown.summary)}.{' '}
        {limitSentences({ capped: shown.capped.length, notCompared: shown.summary.notCompared }).join(' ')}
        {now.summary.merges > 0 ? (
          <Button kind="quiet" onClick={onWeakest}>
            See the joins most likely wrong
          </Button>
        ) : null}
      </p>
      <Tabs defaultValue="thresholds" keepMounted={false} className={classes.tabs}>
        <Tabs.List aria-label="Settings">
          <Tabs.Tab value="thresholds">Thresholds</Tabs.Tab>
          <Tabs.Tab value="compared" data-testid="tab-compared">
            What is compared
          </Tabs.Tab>
          <Tabs.Tab value="blocking" data-testid="tab-blocking">
            Which pairs
          </Tabs.Tab>
          <Tabs.Tab value="sources" data-testid="tab-sources">
            Sources
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="thresholds" className={classes.panel}>
          <Thresholds
            settings={settings}
            histogram={shown.histogram}
            suggested={shown.suggestedThreshold}
            onChange={setSettings}
          />
        </Tabs.Panel>
        <Tabs.Panel value="compared" className={classes.panel}>
          <Comparisons report={shown} />
        </Tabs.Panel>
        <Tabs.Panel value="blocking" className={classes.panel}>
          <Blocking report={shown} settings={settings} onChange={setSettings} />
        </Tabs.Panel>
        <Tabs.Panel value="sources" className={classes.panel}>
          <SourceRules report={now} settings={settings} onChange={setSettings} />
        </Tabs.Panel>
      </Tabs>
      {runs && preview.error ? <ErrorPanel error={preview.error} onRetry={preview.retry} compact /> : null}
      <div className={classes.foot}>
        <Button
          kind="primary"
          disabled={!changed}
          busy={saving}
          onClick={() => void apply()}
          testId="settings-apply"
        >
          Apply
        </Button>
        {changed && !quick && asked !== name ? (
          <Button onClick={() => setAsked(name)} testId="settings-try">
            Try it
          </Button>
        ) : null}
        <Button
          kind="quiet"
          disabled={!changed}
          onClick={() => setSettings(agreed)}
          testId="settings-discard"
        >
          Discard
        </Button>
        <span className={classes.state} role="status" data-testid="settings-state">
          {stateWords(changed, isTried, runs, now.records)}
        </span>
        {isSame(settings, DEFAULT_MATCH_SETTINGS) ? null : (
          <Button kind="quiet" onClick={() => setSettings(DEFAULT_MATCH_SETTINGS)} testId="settings-defaults">
            Defaults
          </Button>
        )}
      </div>
    </>
  );
}

function numbersOf({ summary: { wrong } }: MatchReport): { wrong: number; low: number; high: number } {
  return { wrong: wrong.expected, low: wrong.low, high: wrong.high };
}

function stateWords(changed: boolean, isTried: boolean, runs: boolean, records: number): string {
  if (!changed) return 'As agreed. Nothing changes until you apply.';
  if (isTried) return 'Tried, not applied yet.';
  return runs ? 'Trying…' : `Trying this compares ${formatCount(records)} records anew.`;
}

import { MultiSelect, Switch } from '@mantine/core';
import type { BlockingRule, MatchSettings } from '@shared/match/types';
import { withFieldLabels } from '@shared/pipeline/field-words';
import type { MatchReport, RuleCount } from '@shared/pipeline/review-types';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { cx, formatCount, plural } from '../../../base/format';
import { Button, IconButton } from '../../../components/button';
import { Tag } from '../../../components/chip';
import { useEngineQuery } from '../../../state/context';
import { interval } from '../words';
import classes from './blocking.module.css';
import { withAdded, withoutAdded, withRule } from './settings-draft';

/** Records equal in all fields are always brought together. */
const TWINS = 'the same in every field';

/** Keys a rule may be made of at most. */
const MOST_KEYS = 4;

export interface BlockingProps {
  readonly report: MatchReport;
  readonly settings: MatchSettings;
  readonly onChange: (settings: MatchSettings) => void;
}

/** Which pairs are compared at all: the rules with their exact counts, what they leave out, and rules of one's own. */
export function Blocking({ report, settings, onChange }: BlockingProps) {
  const { blocking, summary, totalPairs } = report;
  const { off, added } = settings.blocking;
  const named = (text: string): string => withFieldLabels(text, report.fieldNames);
  const rules = blocking.filter(({ origin }) => origin !== 'added');
  const countOf = (keys: readonly string[]): BlockingRule | undefined =>
    blocking.find(
      (rule) =>
        rule.origin === 'added' &&
        rule.keys.length === keys.length &&
        rule.keys.every((key) => keys.includes(key)),
    );
  return (
    <>
      <p className={classes.intro}>
        Of {formatCount(totalPairs)} possible pairs {formatCount(summary.candidates)} are compared: those that
        agree in at least one rule.{' '}
        {summary.missed
          ? `About ${plural(Math.round(summary.missed.expected), 'true pair')} agree in none ${interval(summary.missed)}.`
          : 'No true pair is missed for want of looking.'}
      </p>
      <ul className={classes.rules} data-testid="blocking-rules">
        {rules.map((rule) => {
          const on = !off.includes(rule.label);
          return (
            <li key={rule.label} className={cx(!on && classes.off)}>
              {rule.label === TWINS ? (
                <span />
              ) : (
                <Switch
                  checked={on}
                  onChange={(event) => onChange(withRule(settings, rule.label, event.currentTarget.checked))}
                  aria-label={named(rule.label)}
                  data-testid="blocking-switch"
                />
              )}
              <RuleText label={named(rule.label)} note={rule.droppedNote && named(rule.droppedNote)} />
              <span className={cx(classes.count, 'num')}>{formatCount(rule.pairs)}</span>
            </li>
          );
        })}
        {added.map((keys) => {
          const rule = countOf(keys);
          return (
            <li key={keys.join()}>
              <IconButton
                label={`Remove the rule ${named(keys.join(' and '))}`}
                icon={<IconTrash size={14} />}
                onClick={() => onChange(withoutAdded(settings, keys))}
                testId="blocking-remove"
              />
              <RuleText
                label={named(keys.join(' and '))}
                note={rule?.droppedNote ? named(rule.droppedNote) : null}
                own
              />
              <span className={cx(classes.count, 'num')}>
                {rule ? formatCount(rule.pairs) : 'not run yet'}
              </span>
            </li>
          );
        })}
      </ul>
      {summary.notCompared > 0 ? (
        <p className={classes.intro} data-testid="not-compared">
          {plural(summary.notCompared, 'pair')} stood in blocks that were too large and{' '}
          {summary.notCompared === 1 ? 'was' : 'were'} not compared by their rule; other rules may have
          compared them.
        </p>
      ) : null}
      <AddRule report={report} settings={settings} onChange={onChange} />
    </>
  );
}

function RuleText({
  label,
  note,
  own,
}: {
  readonly label: string;
  readonly note: string | null;
  readonly own?: boolean;
}) {
  return (
    <span className={classes.label}>
      {label} {own ? <Tag tone="accent">added</Tag> : null}
      {note ? <span className={classes.note}>{note}</span> : null}
    </span>
  );
}

function AddRule({ report, settings, onChange }: BlockingProps) {
  const [keys, setKeys] = useState<string[]>([]);
  const count = useEngineQuery(
    keys.length === 0 ? null : ['countRule', report.object, keys.join('\n'), JSON.stringify(settings)],
    (engine) => engine.countRule(report.object, keys, settings),
  );
  if (report.keys.length === 0) return null;
  return (
    <div className={classes.add}>
      <MultiSelect
        size="xs"
        label="Another rule: compare records that agree in all of"
        placeholder={keys.length === 0 ? 'Choose keys' : ''}
        data={report.keys.map(({ label, pairs }) => ({
          value: label,
          label: `${withFieldLabels(label, report.fieldNames)} · ${plural(pairs, 'pair')}`,
        }))}
        value={keys}
        onChange={setKeys}
        maxValues={MOST_KEYS}
        searchable
        clearable
        hidePickedOptions
        data-testid="blocking-keys"
      />
      <div className={classes.addLine}>
        <span role="status" data-testid="blocking-count">
          {keys.length === 0
            ? 'The number of pairs is shown before anything runs.'
            : count.error
              ? count.error.message
              : count.data
                ? withFieldLabels(countWords(count.data), report.fieldNames)
                : 'Counting…'}
        </span>
        <Button
          disabled={keys.length === 0 || !count.data || count.data.exists}
          onClick={() => {
            onChange(withAdded(settings, keys));
            setKeys([]);
          }}
          testId="blocking-add"
        >
          Add rule
        </Button>
      </div>
    </div>
  );
}

function countWords({ pairs, dropped, droppedNote, exists }: RuleCount): string {
  if (exists) return `This rule is there already, with ${plural(pairs, 'pair')}.`;
  const left =
    dropped > 0 ? ` ${droppedNote ?? `${plural(dropped, 'pair')} more are too many in one block.`}` : '';
  return `${plural(pairs, 'pair')} would be compared.${left}`;
}

import { TextInput } from '@mantine/core';
import { truncated } from '@shared/clean/value-transform';
import { MAX_FIXES } from '@shared/journal/schemas';
import { longestValue } from '@shared/validate/check-value';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { WhySection } from '../../components/why';
import { useCommit, useProject } from '../../state/context';
import { draft } from '../../state/drafting';
import { notifyError } from '../../state/notify';
import { useTarget } from '../../state/target';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

const LISTED_VALUES = 40;

/** Distinct values with a field beside each: one change fixes every equal value, now and on the next extract. */
export function ValuesPart({ item }: { readonly item: IssueItem }) {
  const { group } = item;
  return (
    <WhySection
      title={
        group.rule === 'required' || group.rule === 'requiredGroup' ? 'Fill all' : 'Fix all equal values'
      }
      subtitle="A fix is a rule: it is applied again on the next extract."
    >
      <AllAtOnce item={item} />
      <ul className={classes.values}>
        {group.values.slice(0, LISTED_VALUES).map(({ value, count }) => (
          <li key={value}>
            <Fix item={item} value={value} count={count} />
          </li>
        ))}
      </ul>
      {group.values.length > LISTED_VALUES ? (
        <p className="soft">
          and {plural(group.values.length - LISTED_VALUES, 'more value')}, listed once these are fixed.
        </p>
      ) : null}
    </WhySection>
  );
}

/** Every value of the group at once: cut to length, where that is what is wrong, or emptied. */
function AllAtOnce({ item }: { readonly item: IssueItem }) {
  const { object, group } = item;
  const project = useProject();
  const commit = useCommit();
  const system = useTarget();
  const field = system?.objects
    .find(({ name }) => name === object)
    ?.fields.find(({ api }) => api === group.field);
  if (!system || !field || group.values.every(({ value }) => value === '')) return null;
  const length = longestValue(field, system.file);
  const change = async (become: (value: string) => string, reason: string) => {
    const values = await project.ask((engine) => engine.issueValues(object, group.id));
    if (!values.ok) return notifyError(values.error);
    const fixes = values.value.map(({ value }) => ({ from: value, to: become(value) }));
    const drafts = [];
    for (let at = 0; at < fixes.length; at += MAX_FIXES)
      drafts.push(
        draft('values.fixed', `${group.field}: ${reason}`, {
          object,
          field: group.field,
          fixes: fixes.slice(at, at + MAX_FIXES),
          reason,
        }),
      );
    await commit(drafts);
  };
  return (
    <div className={classes.decide}>
      {group.rule === 'tooLong' ? (
        <Button
          onClick={() => void change((value) => truncated(value, length), `cut to ${length} characters`)}
          testId="truncate-all"
        >
          Cut all to {formatCount(length)} characters
        </Button>
      ) : null}
      {field.required ? null : (
        <Button onClick={() => void change(() => '', 'left empty')} testId="empty-all">
          Leave all empty
        </Button>
      )}
    </div>
  );
}

function Fix({
  item,
  value,
  count,
}: {
  readonly item: IssueItem;
  readonly value: string;
  readonly count: number;
}) {
  const commit = useCommit();
  const [to, setTo] = useState(value);
  const fix = () =>
    void commit([
      draft('value.fixed', `${item.group.field}: ${value || 'empty'}`, {
        object: item.object,
        field: item.group.field,
        from: value,
        to: to.trim(),
      }),
    ]);
  return (
    <form
      className={classes.fix}
      onSubmit={(event) => {
        event.preventDefault();
        if (to.trim() !== value) fix();
      }}
    >
      <TextInput
        aria-label={`New value for ${value || 'empty'}, ${plural(count, 'row')}`}
        value={to}
        placeholder={value === '' ? 'empty' : 'leave empty'}
        onChange={(event) => setTo(event.currentTarget.value)}
        rightSection={<span className="num soft">{formatCount(count)}</span>}
        rightSectionWidth={46}
        data-testid="fix-value"
      />
      <Button
        type="submit"
        onClick={() => undefined}
        disabled={to.trim() === value}
        ariaLabel={`Fix ${value || 'empty'}`}
        testId="fix-save"
      >
        Fix
      </Button>
    </form>
  );
}

import { Select, TextInput } from '@mantine/core';
import type { OrphanChoice } from '@shared/journal/types';
import { useState } from 'react';
import { Button } from '../../components/button';
import { WhySection } from '../../components/why';
import { useCommit, useEngineQuery } from '../../state/context';
import { draft } from '../../state/drafting';
import { useTarget } from '../../state/target';
import type { IssueItem } from './issue-item';
import classes from './validate.module.css';

const CHOICES: readonly { readonly value: OrphanChoice['kind']; readonly label: string }[] = [
  { value: 'empty', label: 'Load them without it' },
  { value: 'attach', label: 'Attach them to a catch-all record' },
  { value: 'hold', label: 'Hold them' },
  { value: 'exclude', label: 'Leave them behind' },
];

/** What becomes of records whose parent is nowhere to be found. */
export function OrphanPart({ item }: { readonly item: IssueItem }) {
  const { object, group } = item;
  const commit = useCommit();
  const field = useTarget()
    ?.objects.find(({ name }) => name === object)
    ?.fields.find(({ api }) => api === group.field);
  const parent = field?.references?.objects[0] ?? '';
  const [kind, setKind] = useState<OrphanChoice['kind']>(group.orphans?.kind ?? 'empty');
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const found = useEngineQuery(
    kind === 'attach' && text.trim() !== '' ? ['findRecords', parent, text] : null,
    (engine) => engine.findRecords(parent, text, 20),
    { keepPrevious: true },
  );
  const choice = choiceOf(kind, reason.trim(), key);
  const label = field?.label ?? group.field;
  return (
    <WhySection
      title="Records without their parent"
      subtitle={`The ${label} of these rows stands in no table. Say once what becomes of them; it holds for the next extract, too.`}
    >
      <Select
        aria-label="What becomes of them"
        data={CHOICES.map(({ value, label: name }) => ({ value, label: name }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(CHOICES.find((item) => item.value === value)?.value ?? 'empty')}
        data-testid="orphan-choice"
      />
      {kind === 'attach' ? (
        <Select
          aria-label="Catch-all record"
          placeholder="Search by name or key"
          searchable
          searchValue={text}
          onSearchChange={setText}
          filter={({ options }) => options}
          data={(found.data ?? []).map((record) => ({
            value: record.key,
            label: `${record.title} (${record.key})`,
          }))}
          value={key}
          onChange={setKey}
          nothingFoundMessage={text.trim() === '' ? 'Type to search' : 'Nothing found'}
          data-testid="orphan-parent"
        />
      ) : null}
      {kind === 'hold' || kind === 'exclude' ? (
        <TextInput
          aria-label="Reason"
          placeholder="Why"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-testid="orphan-reason"
        />
      ) : null}
      <div className={classes.decide}>
        <Button
          disabled={choice === null}
          onClick={() => {
            if (choice)
              void commit([
                draft('orphans.settled', `${object}: ${label}`, { object, field: group.field, choice }),
              ]);
          }}
          testId="settle-orphans"
        >
          {group.orphans ? 'Change' : 'Settle'}
        </Button>
      </div>
    </WhySection>
  );
}

function choiceOf(kind: OrphanChoice['kind'], reason: string, key: string | null): OrphanChoice | null {
  switch (kind) {
    case 'empty':
      return { kind };
    case 'attach':
      return key === null ? null : { kind, key };
    case 'hold':
    case 'exclude':
      return reason === '' ? null : { kind, reason };
  }
}

import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JournalEntry } from '@shared/journal/types';
import { undoneBy } from '@shared/journal/undo';
import { IconFileExport, IconSearch, IconShieldCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { saveProject } from '../../app/save-project';
import { cx, formatCount, formatTime, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { Screen } from '../../components/screen';
import { ROLE_LABELS } from '../../state/app-store';
import { useProject, useProjectModel, useProjectState } from '../../state/context';
import { EntryWhy } from './entry-why';
import { eventWords, KIND_GROUPS, namesOf } from './event-words';
import classes from './screen.module.css';
import { useVerifyChain, VerifyResult } from './verify-chain';

interface Line {
  readonly entry: JournalEntry;
  readonly who: string;
  readonly words: string;
  readonly undone: boolean;
}

/** History: every entry of the journal in words, newest first. It is the audit log: nothing happens without a line here. */
export default function History() {
  const project = useProject();
  const state = useProjectState();
  const entries = useProjectModel((model) => model.entries);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 150);
  const [group, setGroup] = useState('');
  const [actor, setActor] = useState('');
  const [selected, setSelected] = useState<string | null>(null);
  const verify = useVerifyChain();

  const lines = useMemo(() => {
    const names = namesOf(state, entries);
    const undone = undoneBy(entries);
    return entries
      .map(
        (entry): Line => ({
          entry,
          who: names.person(entry.actor),
          words: eventWords(entry, names),
          undone: undone.has(entry.seq),
        }),
      )
      .reverse();
  }, [state, entries]);
  const shown = useMemo(() => {
    const kinds = KIND_GROUPS.find((item) => item.id === group)?.kinds;
    const wanted = text.trim().toLowerCase();
    return lines.filter(
      ({ entry, who, words }) =>
        (!kinds || kinds.includes(entry.kind)) &&
        (actor === '' || entry.actor === actor) &&
        (wanted === '' || `${who} ${words} ${entry.subject}`.toLowerCase().includes(wanted)),
    );
  }, [lines, group, actor, text]);
  const actors = useMemo(() => [...new Map(lines.map(({ entry, who }) => [entry.actor, who]))], [lines]);
  const current = lines.find(({ entry }) => String(entry.seq) === selected) ?? shown[0];

  return (
    <Screen
      title="Who decided what, and when?"
      subtitle={`${plural(entries.length, 'entry', 'entries')}, each chained to the one before; none can be changed without breaking the chain`}
      actions={
        <>
          <Button
            icon={<IconFileExport size={16} stroke={1.7} />}
            onClick={() => void saveProject(project)}
            testId="save-project"
          >
            Save as .winnow
          </Button>
          <Button
            kind="primary"
            hotkey="V"
            icon={<IconShieldCheck size={16} stroke={1.8} />}
            onClick={() => void verify.run()}
            busy={verify.running}
            testId="verify-chain"
          >
            Verify the chain
          </Button>
        </>
      }
      fill
      testId="screen-history"
    >
      <VerifyResult outcome={verify.outcome} />
      <div className={classes.filters}>
        <TextInput
          aria-label="Find an entry"
          placeholder="Find in the history"
          leftSection={<IconSearch size={14} />}
          w={260}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="history-search"
        />
        <Select
          aria-label="Kind of entry"
          w={190}
          data={[
            { value: '', label: 'All kinds' },
            ...KIND_GROUPS.map(({ id, label }) => ({ value: id, label })),
          ]}
          value={group}
          onChange={(value) => setGroup(value ?? '')}
          data-testid="history-kind"
        />
        <Select
          aria-label="Person"
          w={190}
          data={[{ value: '', label: 'Everybody' }, ...actors.map(([value, label]) => ({ value, label }))]}
          value={actor}
          onChange={(value) => setActor(value ?? '')}
        />
        <span className={cx('soft', 'num', classes.count)} role="status">
          {shown.length === lines.length
            ? ''
            : `${formatCount(shown.length)} of ${formatCount(lines.length)}`}
        </span>
      </div>
      <Card flush fill>
        <DataTable
          label="Journal"
          columns={COLUMNS}
          rows={shown}
          rowId={({ entry }) => String(entry.seq)}
          rowHeight={30}
          selected={current ? String(current.entry.seq) : null}
          onSelect={setSelected}
          empty="No entry fits. Take a filter away to see more."
          testId="history-entries"
        />
      </Card>
      {current ? (
        <EntryWhy entry={current.entry} who={current.who} words={current.words} undone={current.undone} />
      ) : null}
    </Screen>
  );
}

const COLUMNS: readonly TableColumn<Line>[] = [
  { id: 'seq', head: 'No.', width: '66px', align: 'end', cell: ({ entry }) => formatCount(entry.seq) },
  {
    id: 'at',
    head: 'When',
    width: '136px',
    cell: ({ entry }) => <span className="soft">{formatTime(entry.at)}</span>,
  },
  {
    id: 'who',
    head: 'Who',
    width: '190px',
    cell: ({ entry, who }) => (
      <span title={ROLE_LABELS[entry.role]}>
        {who} <span className="soft">· {ROLE_LABELS[entry.role]}</span>
      </span>
    ),
  },
  {
    id: 'what',
    head: 'What',
    width: 'minmax(260px, 1fr)',
    cell: ({ words, undone }) => (
      <span className={cx(undone && classes.undone)} title={words}>
        {undone ? <Tag>taken back</Tag> : null} {words}
      </span>
    ),
  },
];

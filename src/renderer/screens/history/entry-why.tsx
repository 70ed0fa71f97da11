import { shortHash } from '@shared/base/canonical';
import type { JournalEntry } from '@shared/journal/types';
import { isUndoable, toggledSeq } from '@shared/journal/undo';
import { formatCount, formatTime } from '../../base/format';
import { Button } from '../../components/button';
import { WhyPanel, WhySection } from '../../components/why';
import { ROLE_LABELS } from '../../state/app-store';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './screen.module.css';

export interface EntryWhyProps {
  readonly entry: JournalEntry;
  readonly who: string;
  readonly words: string;
  readonly undone: boolean;
}

const MAX_PAYLOAD = 6000;

/** One entry in full: what was written, and a way to take it back. */
export function EntryWhy({ entry, who, words, undone }: EntryWhyProps) {
  const commit = useCommit();
  const toggled = entry.payload === null ? null : toggledSeq(entry);
  const toggle = () =>
    void commit([
      undone
        ? draft('entry.redone', `entry ${entry.seq}`, { seq: entry.seq })
        : draft('entry.undone', `entry ${entry.seq}`, { seq: entry.seq }),
    ]);
  const payload = entry.payload === null ? 'erased' : JSON.stringify(entry.payload, null, 2);
  return (
    <WhyPanel>
      <WhySection
        lead
        title={`Entry ${formatCount(entry.seq)}`}
        subtitle={`${who}, ${ROLE_LABELS[entry.role]} · ${formatTime(entry.at)}`}
      >
        {`${who} ${words.replace(/\.$/, '')}.`}
        <div className={classes.actions}>
          {isUndoable(entry.kind) ? (
            <Button hotkey="U" onClick={toggle} testId="undo-entry">
              {undone ? 'Bring back' : 'Take back'}
            </Button>
          ) : (
            <span className="soft">
              {toggled === null
                ? 'Others saw, signed or received this; it stays.'
                : `Select entry ${formatCount(toggled)} to change this again.`}
            </span>
          )}
        </div>
      </WhySection>
      <WhySection title="As written" subtitle={`${entry.kind} · ${entry.subject}`}>
        <pre className={classes.payload}>
          {payload.length > MAX_PAYLOAD
            ? `${payload.slice(0, MAX_PAYLOAD)}\n… ${formatCount(payload.length - MAX_PAYLOAD)} more characters`
            : payload}
        </pre>
      </WhySection>
      <WhySection title="Its place in the chain">
        <p className={classes.hash} title={entry.hash}>
          {shortHash(entry.hash)}
        </p>
        <p className="soft">follows {shortHash(entry.prev)}</p>
      </WhySection>
    </WhyPanel>
  );
}

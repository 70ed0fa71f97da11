import { Checkbox, TextInput } from '@mantine/core';
import type { LookupEntry, ValueTransform } from '@shared/clean/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import { plural } from '../../base/format';
import { Button, IconButton } from '../button';
import classes from './transforms.module.css';

type Lookup = Extract<ValueTransform, { readonly op: 'lookup' }>;

/** Entries shown to be edited; longer lists come from pasting and stay as they are. */
const SHOWN = 200;

export interface LookupFieldsProps {
  readonly transform: Lookup;
  readonly onChange: (transform: Lookup) => void;
}

/** Whole values and what stands for them; two columns of a spreadsheet can be pasted. */
export function LookupFields({ transform, onChange }: LookupFieldsProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const set = (entries: readonly LookupEntry[]) => onChange({ ...transform, entries });
  const add = (added: readonly LookupEntry[]) => {
    const known = new Map(transform.entries.map((entry) => [entry.from, entry]));
    for (const entry of added) known.set(entry.from, entry);
    set([...known.values()]);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = pastedEntries(event.clipboardData.getData('text/plain'));
    if (pasted.length === 0) return;
    event.preventDefault();
    add(pasted);
  };
  const addTyped = () => {
    if (from === '') return;
    add([{ from, to }]);
    setFrom('');
    setTo('');
  };
  return (
    <>
      {transform.entries.length > 0 ? (
        <ul className={classes.entries} data-testid="lookup-entries">
          {transform.entries.slice(0, SHOWN).map((entry) => (
            <li key={entry.from} className={classes.entry}>
              <span className="clip" title={entry.from}>
                {entry.from === '' ? <i>empty</i> : entry.from}
              </span>
              <span className="soft" aria-hidden="true">
                →
              </span>
              <TextInput
                aria-label={`What stands for ${entry.from}`}
                placeholder="empty"
                value={entry.to}
                onChange={(event) => {
                  const text = event.currentTarget.value;
                  set(transform.entries.map((item) => (item === entry ? { ...item, to: text } : item)));
                }}
              />
              <IconButton
                label={`Leave ${entry.from} alone`}
                icon={<IconX size={13} />}
                onClick={() => set(transform.entries.filter((item) => item !== entry))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {transform.entries.length > SHOWN ? (
        <p className="soft small">
          And {plural(transform.entries.length - SHOWN, 'more entry', 'more entries')}.
        </p>
      ) : null}
      <div className={classes.entry}>
        <TextInput
          aria-label="Value to replace"
          placeholder="Value"
          value={from}
          onPaste={paste}
          onChange={(event) => setFrom(event.currentTarget.value)}
          data-autofocus
        />
        <span className="soft" aria-hidden="true">
          →
        </span>
        <TextInput
          aria-label="What stands for it"
          placeholder="empty"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            addTyped();
          }}
        />
        <Button kind="quiet" onClick={addTyped} disabled={from === ''} ariaLabel="Add this value">
          <IconPlus size={14} />
        </Button>
      </div>
      <p className="soft small">Two columns copied from a spreadsheet can be pasted into the first field.</p>
      <Checkbox
        label="Empty every value that is not in the list"
        checked={transform.otherwise === 'empty'}
        onChange={(event) =>
          onChange({ ...transform, otherwise: event.currentTarget.checked ? 'empty' : 'keep' })
        }
      />
    </>
  );
}

/** Rows of two cells parted by a tab; anything else is no list. The first of equal values counts. */
export function pastedEntries(text: string): LookupEntry[] {
  const entries = new Map<string, LookupEntry>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [from, to, ...rest] = line.split('\t');
    if (from === undefined || to === undefined || rest.length > 0) {
      if (line === '') continue;
      return [];
    }
    if (!entries.has(from)) entries.set(from, { from, to });
  }
  return [...entries.values()];
}

import { Checkbox, TextInput } from '@mantine/core';
import { compilePattern } from '@shared/clean/pattern';
import { useRef } from 'react';
import { cx } from '../../base/format';
import { Chip } from '../chip';
import classes from './transforms.module.css';

export interface PatternFieldProps {
  readonly label: string;
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly onChange: (pattern: string, ignoreCase: boolean) => void;
  readonly description?: string;
  readonly autofocus?: boolean;
}

/** Parts people look up most, put in at the cursor. */
const PARTS: readonly { readonly text: string; readonly means: string }[] = [
  { text: '\\d+', means: 'digits' },
  { text: '\\p{L}+', means: 'letters' },
  { text: '\\s+', means: 'blanks' },
  { text: '.*', means: 'anything' },
  { text: '( )', means: 'group' },
  { text: '^', means: 'start' },
  { text: '$', means: 'end' },
];

/** A regular expression with what is wrong with it as a sentence, and its commonest parts to press. */
export function PatternField({
  label,
  pattern,
  ignoreCase,
  onChange,
  description,
  autofocus,
}: PatternFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const compiled = pattern === '' ? null : compilePattern(pattern, ignoreCase);
  const insert = (text: string) => {
    const field = input.current;
    const at = field?.selectionStart ?? pattern.length;
    const end = field?.selectionEnd ?? at;
    const marked = pattern.slice(at, end);
    const part = text === '( )' ? `(${marked})` : text;
    onChange(pattern.slice(0, at) + part + pattern.slice(end), ignoreCase);
    requestAnimationFrame(() => {
      field?.focus();
      const cursor = at + (text === '( )' ? 1 + marked.length : part.length);
      field?.setSelectionRange(cursor, cursor);
    });
  };
  return (
    <>
      <TextInput
        ref={input}
        label={label}
        description={description}
        className={cx(classes.mono)}
        value={pattern}
        spellCheck={false}
        autoComplete="off"
        error={compiled && !compiled.ok ? compiled.error.message : undefined}
        onChange={(event) => onChange(event.currentTarget.value, ignoreCase)}
        data-autofocus={autofocus || undefined}
        data-testid="pattern-field"
      />
      <div className={classes.insert}>
        {PARTS.map(({ text, means }) => (
          <Chip
            key={text}
            onClick={() => insert(text)}
            ariaLabel={`Insert ${means}`}
            title={`Insert ${text}`}
          >
            {means}
          </Chip>
        ))}
      </div>
      <Checkbox
        label="Ignore capitals"
        checked={ignoreCase}
        onChange={(event) => onChange(pattern, event.currentTarget.checked)}
      />
    </>
  );
}

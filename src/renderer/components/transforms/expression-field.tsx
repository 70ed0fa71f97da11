import { Popover, Textarea } from '@mantine/core';
import { type CallHelp, type Completion, callAt, completions } from '@shared/clean/expression/completions';
import { parseExpression } from '@shared/clean/expression/parse';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '../../base/format';
import classes from './transforms.module.css';

export interface ExpressionFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly expression: string;
  /** Columns that may be named. */
  readonly columns: readonly string[];
  readonly onChange: (expression: string) => void;
  readonly autofocus?: boolean;
}

/** Options shown at once; more typing narrows them. */
const SHOWN = 12;

/**
 * An expression: what can be written at the cursor is offered (Ctrl Space asks for it, Enter or Tab takes it, Escape
 * closes), the function being written says what it wants, an error says where it is.
 */
export function ExpressionField(props: ExpressionFieldProps) {
  const { expression, columns, onChange } = props;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState(expression.length);
  const [asked, setAsked] = useState(false);
  const [focused, setFocused] = useState(false);
  const [picked, setPicked] = useState(0);
  const offered = asked ? completions(expression, cursor, columns).slice(0, SHOWN) : [];
  const open = focused && offered.length > 0;
  const option = Math.min(picked, offered.length - 1);

  const take = (completion: Completion) => {
    const next = expression.slice(0, completion.from) + completion.insert + expression.slice(completion.to);
    const at = completion.from + completion.insert.length;
    onChange(next);
    setAsked(false);
    setPicked(0);
    setCursor(at);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at, at);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      setAsked(true);
      setPicked(0);
      return;
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.shiftKey) event.preventDefault();
    if (!open) return;
    const chosen = offered[option];
    if (event.key === 'ArrowDown') setPicked((option + 1) % offered.length);
    else if (event.key === 'ArrowUp') setPicked((option - 1 + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && chosen) take(chosen);
    else if (event.key === 'Escape') {
      setAsked(false);
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div>
      <Popover
        opened={open}
        position="bottom-start"
        width="target"
        withinPortal
        trapFocus={false}
        returnFocus={false}
      >
        <Popover.Target>
          <Textarea
            ref={input}
            label={props.hideLabel ? undefined : props.label}
            aria-label={props.hideLabel ? props.label : undefined}
            description={props.description}
            className={classes.mono ?? ''}
            autosize
            minRows={1}
            maxRows={6}
            spellCheck={false}
            autoComplete="off"
            role="combobox"
            aria-expanded={open}
            aria-controls={`${id}-options`}
            aria-autocomplete="list"
            aria-activedescendant={open ? `${id}-${option}` : undefined}
            value={expression}
            onChange={(event) => {
              onChange(event.currentTarget.value);
              setCursor(event.currentTarget.selectionStart);
              setAsked(beginsWord(event.currentTarget.value, event.currentTarget.selectionStart));
              setPicked(0);
            }}
            onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              setAsked(false);
            }}
            data-autofocus={props.autofocus || undefined}
            data-testid="expression-field"
          />
        </Popover.Target>
        <Popover.Dropdown>
          <div
            id={`${id}-options`}
            role="listbox"
            aria-label="What can be written here"
            className={classes.options}
          >
            {offered.map((completion, at) => (
              <Option
                key={`${completion.kind}:${completion.label}`}
                id={`${id}-${at}`}
                completion={completion}
                on={at === option}
                onTake={() => take(completion)}
              />
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Help expression={expression} columns={columns} call={focused ? callAt(expression, cursor) : null} />
    </div>
  );
}

/** Whether the cursor stands behind something that could go on: a letter, or the bracket of a column. */
function beginsWord(text: string, cursor: number): boolean {
  return /[\p{L}_[]$/u.test(text.slice(0, cursor)) || /\[[^\]]*$/.test(text.slice(0, cursor));
}

interface OptionProps {
  readonly id: string;
  readonly completion: Completion;
  readonly on: boolean;
  readonly onTake: () => void;
}

function Option({ id, completion, on, onTake }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={on}
      className={cx(classes.option, on && classes.optionOn)}
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <code>{completion.signature === '' ? completion.label : completion.signature}</code>
      <span className="clip">{completion.kind === 'column' ? 'column' : completion.sentence}</span>
    </div>
  );
}

interface HelpProps {
  readonly expression: string;
  readonly columns: readonly string[];
  readonly call: CallHelp | null;
}

/** What is wrong and where, else what the function at the cursor wants. */
function Help({ expression, columns, call }: HelpProps) {
  const parsed = expression.trim() === '' ? null : parseExpression(expression);
  if (parsed && !parsed.ok) {
    const { from, to } = parsed.error.details ?? {};
    return (
      <div role="alert" className={classes.problem} data-testid="expression-error">
        {parsed.error.message}
        {typeof from === 'number' && typeof to === 'number' ? (
          <code className={classes.where}>
            {expression.slice(0, from)}
            <mark>{expression.slice(from, to) || '▏'}</mark>
            {expression.slice(to)}
          </code>
        ) : null}
      </div>
    );
  }
  const missing = parsed?.ok ? parsed.value.columns.filter((name) => !columns.includes(name)) : [];
  if (missing.length > 0 && columns.length > 0)
    return (
      <div role="alert" className={classes.problem}>
        There is no column {missing.join(', ')} at this point of the recipe.
      </div>
    );
  if (!call) return <p className={classes.signature}>Ctrl Space shows what can be written here.</p>;
  const { entry, argument } = call;
  return (
    <p className={classes.signature} data-testid="signature">
      <Signature signature={entry.signature} argument={argument} /> {entry.sentence}
    </p>
  );
}

/** A signature with the parameter being written in bold. */
function Signature({ signature, argument }: { readonly signature: string; readonly argument: number }) {
  const open = signature.indexOf('(');
  const parameters = signature.slice(open + 1, -1).split(', ');
  const current = Math.min(argument, parameters.length - 1);
  return (
    <code>
      {signature.slice(0, open + 1)}
      {parameters.map((parameter, at) => (
        <span key={parameter}>
          {at > 0 ? ', ' : ''}
          {at === current ? <b>{parameter}</b> : parameter}
        </span>
      ))}
      )
    </code>
  );
}

import { compareText } from '../../table/rank';
import type { FunctionEntry } from './function-types';
import { FUNCTIONS, functionNamed } from './functions';
import { columnReference, type Token, tokensOf } from './tokens';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly kind: 'column' | 'function' | 'word';
  readonly label: string;
  /** Text that replaces `[from, to)`. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  /** Signature of a function, '' for others. */
  readonly signature: string;
  readonly sentence: string;
}

/** The call the cursor stands in. */
export interface CallHelp {
  readonly entry: FunctionEntry;
  /** 0-based number of the argument at the cursor. */
  readonly argument: number;
}

const WORDS: readonly (readonly [string, string])[] = [
  ['value', 'The value the formula is for.'],
  ['and', 'True where both sides are true.'],
  ['or', 'True where one side is true.'],
  ['not', 'True where what follows is not.'],
  ['true', 'Yes.'],
  ['false', 'No.'],
  ['blank', 'Nothing: an empty cell.'],
];

const MOST = 50;

/**
 * What can stand at the cursor: columns inside `[`, otherwise functions, columns and words that begin with what is written
 * (columns also those that contain it). Empty inside texts and after a finished number.
 */
export function completions(text: string, cursor: number, columns: readonly string[]): readonly Completion[] {
  const open = openBracket(text, cursor);
  if (open !== null) {
    const typed = text.slice(open + 1, cursor).replaceAll(']]', ']');
    const end = /^[^[\](),"'&]*\]/.exec(text.slice(cursor))?.[0].length ?? 0;
    return columnsLike(columns, typed, open, cursor + end).slice(0, MOST);
  }
  const before = tokensOf(text.slice(0, cursor)).filter(({ kind }) => kind !== 'end');
  const last = before.at(-1);
  if (last?.kind === 'bad') return [];
  if (last?.to === cursor && (last.kind === 'text' || last.kind === 'number' || last.kind === 'column'))
    return [];
  const word = last?.kind === 'word' && last.to === cursor ? last : null;
  const typed = word?.text ?? '';
  const from = word?.from ?? cursor;
  const rest = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(cursor))?.[0] ?? '';
  const to = word ? cursor + rest.length : cursor;
  return [
    ...functionsLike(typed, from, to, text.charAt(to) === '('),
    ...columnsLike(columns, typed, from, to),
    ...wordsLike(typed, from, to),
  ].slice(0, MOST);
}

/** The innermost call whose arguments the cursor stands in, for help on its parameters; null outside calls. */
export function callAt(text: string, cursor: number): CallHelp | null {
  const calls: { name: Token | undefined; argument: number }[] = [];
  let previous: Token | undefined;
  for (const token of tokensOf(text)) {
    if (token.from >= cursor) break;
    if (token.kind === 'sign' && token.text === '(') calls.push({ name: previous, argument: 0 });
    else if (token.kind === 'sign' && token.text === ')') calls.pop();
    else if (token.kind === 'sign' && (token.text === ',' || token.text === ';')) {
      const call = calls.at(-1);
      if (call) call.argument++;
    }
    previous = token;
  }
  for (const { name, argument } of calls.reverse()) {
    const entry = name?.kind === 'word' ? functionNamed(name.text) : undefined;
    if (entry) return { entry, argument };
  }
  return null;
}

/** Position of the `[` the cursor stands behind without a `]` between, outside texts; null where there is none. */
function openBracket(text: string, cursor: number): number | null {
  const last = tokensOf(text.slice(0, cursor)).find(({ kind }) => kind === 'bad');
  return last && text.charAt(last.from) === '[' ? last.from : null;
}

function columnsLike(
  columns: readonly string[],
  typed: string,
  from: number,
  to: number,
): readonly Completion[] {
  const wanted = typed.trim().toLowerCase();
  const rank = (name: string): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return columns
    .filter((name) => name.toLowerCase().includes(wanted))
    .map((name, at) => ({ name, at }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.at - b.at)
    .map(({ name }) => ({
      kind: 'column',
      label: name,
      insert: columnReference(name),
      from,
      to,
      signature: '',
      sentence: '',
    }));
}

function functionsLike(typed: string, from: number, to: number, hasBracket: boolean): readonly Completion[] {
  const wanted = typed.toLowerCase();
  return FUNCTIONS.filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .toSorted((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()))
    .map(({ name, signature, sentence }) => ({
      kind: 'function',
      label: name,
      insert: hasBracket ? name : `${name}(`,
      from,
      to,
      signature,
      sentence,
    }));
}

function wordsLike(typed: string, from: number, to: number): readonly Completion[] {
  const wanted = typed.toLowerCase();
  return WORDS.filter(([word]) => word.startsWith(wanted)).map(([word, sentence]) => ({
    kind: 'word',
    label: word,
    insert: word,
    from,
    to,
    signature: '',
    sentence,
  }));
}

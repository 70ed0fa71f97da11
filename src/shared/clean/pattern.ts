import { RE2JS, RE2JSException } from 're2js';
import { fail, ok, type Result } from '../base/result';
import { countText } from '../profile/text';
import { MAX_PATTERN, MAX_READ_CHARS } from './limits';

/**
 * Regular expressions that cannot hang: RE2 syntax and matching in time linear in the text (a port of Russ Cox's RE2).
 * No back-references and no look-around; these are what makes other engines run for ever.
 */
export interface Pattern {
  /** Groups in brackets, the whole match not counted. */
  readonly groups: number;
  /** Names of named groups, in the order they stand; '' for groups without a name. */
  readonly groupNames: readonly string[];
  /** Does it match anywhere in the text? */
  test(text: string): boolean;
  /** The first match: the whole, then its groups ('' for one that took no part); null where nothing matches. */
  first(text: string): readonly string[] | null;
  /** Every match replaced by `template`, where `$0`, `$1` …, `${name}` stand for groups and `$$` for a dollar sign. */
  replace(text: string, template: string): string;
  /** The text between the matches, in at most `most` pieces: the last one keeps what is left, with its matches. */
  split(text: string, most: number): readonly string[];
}

/** Instructions of a compiled pattern. Matching costs up to instructions × characters. */
const MAX_PROGRAM = 5_000;
/** Characters a replacement may make of one text; where it would make more, the text stays. */
const MAX_RESULT = 1_000_000;
/** Repetition counts of a pattern added up, before it is compiled: `a{1000}b{1000}…` would compile for seconds. */
const MAX_REPEATS = 2_000;

const remembered = new Map<string, Result<Pattern>>();
const REMEMBERED = 200;

/**
 * A pattern ready to use, or a sentence on what is wrong with it: too long, too costly, not RE2. Remembered, so asking
 * again for the same pattern is free.
 */
export function compilePattern(pattern: string, ignoreCase: boolean): Result<Pattern> {
  const key = `${ignoreCase ? 'i' : ''}/${pattern}`;
  const known = remembered.get(key);
  if (known) return known;
  const compiled = compile(pattern, ignoreCase);
  if (remembered.size >= REMEMBERED) remembered.clear();
  if (pattern.length <= MAX_PATTERN) remembered.set(key, compiled);
  return compiled;
}

function compile(pattern: string, ignoreCase: boolean): Result<Pattern> {
  if (pattern === '') return broken('is empty. Write what to look for.');
  if (pattern.length > MAX_PATTERN)
    return broken(`is longer than ${countText(MAX_PATTERN)} characters. Shorten it, or use several steps.`);
  if (repeats(pattern) > MAX_REPEATS)
    return broken('repeats too much: its counts in {…} add up to more than 2,000. Use + or * instead.');
  try {
    const program = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    if (program.programSize() > MAX_PROGRAM)
      return broken('is too large once its repetitions are written out. Use smaller counts in {…}.');
    return ok(patternOf(program));
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    return broken(complaint(cause.message, pattern), cause.message);
  }
}

function broken(why: string, engine?: string): Result<Pattern> {
  return fail('PATTERN_INVALID', `The pattern ${why}`, engine === undefined ? {} : { engine });
}

/** The counts of all `{n}` and `{n,m}`, added up. */
function repeats(pattern: string): number {
  let sum = 0;
  for (const match of pattern.matchAll(/\{(\d{1,6})(?:,(\d{0,6}))?\}/g))
    sum += Math.max(Number(match[1]), Number(match[2] ?? 0));
  return sum;
}

/** The engine's complaints in plain words, by what they begin with. */
const COMPLAINTS: readonly (readonly [string, string])[] = [
  [
    'missing closing )',
    'has an opening bracket "(" without its ")". Close it, or write \\( for the sign itself.',
  ],
  ['unexpected )', 'has a closing bracket ")" without its "(". Remove it, or write \\) for the sign itself.'],
  [
    'missing closing ]',
    'has an opening bracket "[" without its "]". Close it, or write \\[ for the sign itself.',
  ],
  ['missing argument to repetition', 'has a repetition sign (* + ? {…}) with nothing before it to repeat.'],
  ['invalid nested repetition', 'repeats a repetition, as in a** or a+*. One sign is enough.'],
  ['invalid repeat count', 'repeats more than 1,000 times. Use + or * instead.'],
  [
    'invalid character class range',
    'has a range that runs backwards or is not known, as in [z-a] or \\p{Foo}.',
  ],
  ['duplicate capture group name', 'gives two groups the same name.'],
  ['trailing backslash', 'ends in a backslash. Write \\\\ for the sign itself.'],
  ['expression nests too deeply', 'nests too many brackets.'],
  ['expression too large', 'is too large once its repetitions are written out.'],
];

function complaint(message: string, pattern: string): string {
  const plain = message.replace(/^error parsing regexp: /, '');
  for (const [start, words] of COMPLAINTS) if (plain.startsWith(start)) return words;
  if (/\(\?<?[=!]/.test(pattern))
    return 'looks ahead or behind with (?=…) or (?!…), which this engine leaves out so that no pattern can hang. Use groups instead.';
  if (/\\[1-9]/.test(pattern))
    return 'refers back to a group with \\1, which this engine leaves out so that no pattern can hang.';
  const part = /`([^`]*)`$/.exec(plain)?.[1];
  return part === undefined ? 'cannot be read.' : `cannot be read at "${part}".`;
}

function patternOf(program: RE2JS): Pattern {
  const groups = program.groupCount();
  const names = Array.from({ length: groups }, () => '');
  for (const [name, index] of Object.entries(program.namedGroups())) names[index - 1] = name;
  const read = (text: string): boolean => text.length <= MAX_READ_CHARS && program.test(text);
  const templates = new Map<string, readonly (string | number)[]>();
  const templateOf = (template: string): readonly (string | number)[] => {
    let parts = templates.get(template);
    if (!parts) {
      parts = parseTemplate(template, groups, names);
      if (templates.size >= 10) templates.clear();
      templates.set(template, parts);
    }
    return parts;
  };
  return {
    groups,
    groupNames: names,
    test: read,
    first(text) {
      if (!read(text)) return null;
      const matcher = program.matcher(text);
      if (!matcher.find()) return null;
      return Array.from({ length: groups + 1 }, (_, group) => matcher.group(group) ?? '');
    },
    replace(text, template) {
      if (!read(text)) return text;
      const parts = templateOf(template);
      const matcher = program.matcher(text);
      let result = '';
      let from = 0;
      while (matcher.find()) {
        result += text.slice(from, matcher.start());
        for (const part of parts) result += typeof part === 'string' ? part : (matcher.group(part) ?? '');
        if (result.length > MAX_RESULT) return text;
        from = matcher.end();
      }
      return result + text.slice(from);
    },
    split(text, most) {
      if (!read(text)) return [text];
      const matcher = program.matcher(text);
      const pieces: string[] = [];
      let from = 0;
      while (pieces.length < most - 1 && matcher.find()) {
        if (matcher.end() === matcher.start()) continue;
        pieces.push(text.slice(from, matcher.start()));
        from = matcher.end();
      }
      pieces.push(text.slice(from));
      return pieces;
    },
  };
}

/** Literal text and group numbers; what is no group of this pattern stays as written. */
function parseTemplate(
  template: string,
  groups: number,
  names: readonly string[],
): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of template.matchAll(/\$(?:(\$)|(\d{1,2})|\{([A-Za-z_]\w{0,50})\})/g)) {
    const [whole, dollar, digits, name] = match;
    let part: string | number | null = null;
    let length = whole.length;
    if (dollar !== undefined) part = '$';
    else if (name !== undefined) part = names.includes(name) ? names.indexOf(name) + 1 : null;
    else if (digits !== undefined && Number(digits) <= groups) part = Number(digits);
    else if (digits?.length === 2 && Number(digits[0]) <= groups) {
      part = Number(digits[0]);
      length = 2;
    }
    if (part === null) continue;
    parts.push(template.slice(from, match.index), part);
    from = match.index + length;
  }
  parts.push(template.slice(from));
  return parts.filter((part) => part !== '');
}

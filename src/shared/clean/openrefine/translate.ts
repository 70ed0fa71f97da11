import { RE2JS } from 're2js';
import { columnReference } from '../expression/tokens';
import type { ValueTransform } from '../types';
import type { Grel } from './grel';

/** Transforms that do what a chain of GREL functions on `value` does, or null where there are none. */
export function transformsOf(grel: Grel): readonly ValueTransform[] | null {
  if (grel.kind === 'word') return grel.word === 'value' ? [] : null;
  if (grel.kind !== 'call') return null;
  const [of, ...args] = grel.args;
  const before = of && transformsOf(of);
  const own = before && transformOf(grel.name, args);
  return before && own ? [...before, ...own] : null;
}

function transformOf(name: string, args: readonly Grel[]): readonly ValueTransform[] | null {
  const [first, second] = args;
  switch (name) {
    case 'trim':
    case 'strip':
      return args.length === 0 ? [{ op: 'trim' }] : null;
    case 'toUppercase':
      return [{ op: 'case', to: 'upper' }];
    case 'toLowercase':
      return [{ op: 'case', to: 'lower' }];
    case 'toTitlecase':
      return [
        { op: 'case', to: 'lower' },
        { op: 'case', to: 'name' },
      ];
    case 'toString':
      return args.length === 0 ? [] : null;
    case 'toNumber':
      return [{ op: 'number', decimal: '.' }];
    case 'toDate': {
      const order = first?.kind === 'text' ? orderOf(first.text) : null;
      return order && [{ op: 'date', order }];
    }
    case 'replace':
      if (second?.kind !== 'text') return null;
      if (first?.kind === 'text') return [{ op: 'replace', find: first.text, with: second.text }];
      if (first?.kind !== 'pattern') return null;
      return [
        {
          op: 'replacePattern',
          pattern: first.pattern,
          with: second.text.replace(/\$(?!\d)/g, '$$$$'),
          ignoreCase: first.ignoreCase,
        },
      ];
    default:
      return null;
  }
}

/** The order of a Java date pattern such as `dd/MM/yyyy`. */
function orderOf(pattern: string): 'DMY' | 'MDY' | 'YMD' | null {
  const order = pattern.replace(/[^dMy]/g, '').replace(/(.)\1+/g, '$1');
  if (order === 'dMy') return 'DMY';
  if (order === 'Mdy') return 'MDY';
  return order === 'yMd' ? 'YMD' : null;
}

/** A formula in the language of the guide, or null where a part has no counterpart. `value` is what stands for the value. */
export function formulaOf(grel: Grel, value: string): string | null {
  switch (grel.kind) {
    case 'text':
      return quoted(grel.text);
    case 'number':
      return String(grel.value);
    case 'word':
      if (grel.word === 'value') return value;
      return grel.word === 'null' ? 'blank' : grel.word;
    case 'column':
      return columnReference(grel.column);
    case 'pattern':
      return null;
    case 'pick':
      return picked(grel, value);
    case 'sign':
      return signed(grel, value);
    case 'call':
      return called(grel.name, grel.args, value);
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function all(args: readonly Grel[], value: string): readonly string[] | null {
  const texts: string[] = [];
  for (const arg of args) {
    const text = formulaOf(arg, value);
    if (text === null) return null;
    texts.push(text);
  }
  return texts;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['||', 'or'],
  ['&&', 'and'],
  ['==', '='],
  ['!=', '<>'],
]);

/** `+` joins texts unless both sides are numbers, as in GREL. */
function signed(grel: Extract<Grel, { readonly kind: 'sign' }>, value: string): string | null {
  const args = all(grel.args, value);
  const [left, right] = args ?? [];
  if (left === undefined) return null;
  if (right === undefined) return grel.sign === '!' ? `(not ${left})` : `(-${left})`;
  const joins = grel.sign === '+' && !grel.args.every(isNumber);
  return `(${left} ${joins ? '&' : (SIGNS.get(grel.sign) ?? grel.sign)} ${right})`;
}

function isNumber(grel: Grel): boolean {
  if (grel.kind === 'number') return true;
  if (grel.kind === 'sign') return grel.sign !== '+' || grel.args.every(isNumber);
  return grel.kind === 'call' && NUMBERS.has(grel.name);
}

const NUMBERS = new Set(['toNumber', 'length', 'round', 'floor', 'ceil', 'abs', 'min', 'max']);

/** GREL name → name here, where arguments and meaning are the same. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['trim', 'trim'],
  ['strip', 'trim'],
  ['toUppercase', 'upper'],
  ['toLowercase', 'lower'],
  ['toNumber', 'number'],
  ['toString', 'text'],
  ['length', 'length'],
  ['isBlank', 'isBlank'],
  ['coalesce', 'coalesce'],
  ['if', 'if'],
  ['round', 'round'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['abs', 'abs'],
  ['min', 'min'],
  ['max', 'max'],
]);

function called(name: string, args: readonly Grel[], value: string): string | null {
  const [of, first, second] = args;
  if (!of) return null;
  const subject = formulaOf(of, value);
  if (subject === null) return null;
  const same = SAME.get(name);
  if (same !== undefined) {
    const texts = all(args, value);
    return texts && `${same}(${texts.join(', ')})`;
  }
  switch (name) {
    case 'toTitlecase':
      return `nameCase(lower(${subject}))`;
    case 'isNotBlank':
      return `(not isBlank(${subject}))`;
    case 'isNull':
      return `(${subject} = blank)`;
    case 'isNonBlank':
      return `(not isBlank(${subject}))`;
    case 'not':
      return `(not ${subject})`;
    case 'and':
    case 'or': {
      const texts = all(args, value);
      return texts && `(${texts.join(` ${name} `)})`;
    }
    case 'replace':
      return replaced(subject, first, second);
    case 'contains':
      return first?.kind === 'text' ? tested(subject, RE2JS.quote(first.text)) : patternTest(subject, first);
    case 'startsWith':
      return first?.kind === 'text' ? tested(subject, `^${RE2JS.quote(first.text)}`) : null;
    case 'endsWith':
      return first?.kind === 'text' ? tested(subject, `${RE2JS.quote(first.text)}$`) : null;
    case 'substring':
    case 'slice':
    case 'get':
      return sliced(subject, first, second);
    default:
      return null;
  }
}

function patternText(pattern: Extract<Grel, { readonly kind: 'pattern' }>): string {
  return pattern.ignoreCase ? `(?i)${pattern.pattern}` : pattern.pattern;
}

function tested(subject: string, pattern: string): string {
  return `matches(${subject}, ${quoted(pattern)})`;
}

function patternTest(subject: string, pattern: Grel | undefined): string | null {
  return pattern?.kind === 'pattern' ? tested(subject, patternText(pattern)) : null;
}

function replaced(subject: string, find: Grel | undefined, by: Grel | undefined): string | null {
  if (by?.kind !== 'text') return null;
  if (find?.kind === 'text') return `replace(${subject}, ${quoted(find.text)}, ${quoted(by.text)})`;
  if (find?.kind !== 'pattern') return null;
  const template = by.text.replace(/\$(?!\d)/g, '$$$$');
  return `replacePattern(${subject}, ${quoted(patternText(find))}, ${quoted(template)})`;
}

/** Positions count from 0 there and from 1 here; those from the end have no counterpart but a whole right part. */
function sliced(subject: string, from: Grel | undefined, to: Grel | undefined): string | null {
  if (from?.kind === 'sign' && from.sign === '-' && from.args[0]?.kind === 'number' && from.args.length === 1)
    return to === undefined ? `right(${subject}, ${from.args[0].value})` : null;
  if (from?.kind !== 'number') return null;
  if (to === undefined) return `mid(${subject}, ${from.value + 1})`;
  if (to.kind !== 'number') return null;
  const count = Math.max(0, to.value - from.value);
  return from.value === 0 ? `left(${subject}, ${count})` : `mid(${subject}, ${from.value + 1}, ${count})`;
}

/** `split(…)[n]`, `match(…)[n]` and `find(…)[n]`. */
function picked(grel: Extract<Grel, { readonly kind: 'pick' }>, value: string): string | null {
  if (grel.of.kind !== 'call') return null;
  const [of, by] = grel.of.args;
  const subject = of ? formulaOf(of, value) : null;
  if (subject === null || !by) return null;
  switch (grel.of.name) {
    case 'split':
      if (by.kind !== 'text') return null;
      return `split(${subject}, ${quoted(by.text)}, ${grel.index < 0 ? grel.index : grel.index + 1})`;
    case 'match':
      if (by.kind !== 'pattern' || grel.index < 0) return null;
      return `extract(${subject}, ${quoted(`^(?:${patternText(by)})$`)}, ${grel.index + 1})`;
    case 'find':
      if (by.kind !== 'pattern' || grel.index !== 0) return null;
      return `extract(${subject}, ${quoted(patternText(by))})`;
    default:
      return null;
  }
}

import { monthsText } from './reasons';
import type { ActiveRule, Condition, RuleLine } from './types';

/** Names in the words of the target system. */
export interface RuleLabels {
  /** The rule's object in the singular: "Account". */
  readonly object: string;
  readonly field: (object: string, api: string) => string;
  readonly list: (tableId: string) => string;
  /** Another object in the singular; without it, its API name is used. */
  readonly related?: (object: string) => string;
}

/** A piece of the sentence; chips are the parameters a person may change in it. */
export interface SentencePart {
  readonly text: string;
  readonly kind: 'plain' | 'line' | 'months' | 'date' | 'missing';
  /** For a line: its id. */
  readonly lineId?: string;
}

/**
 * The rule as one paragraph a committee can read: "Keep an account that has a legal hold, an open balance, or any
 * opportunity whose stage is open. Then drop erasure requests and test records. Keep what was active in the last 24
 * months before 2026-11-14. A missing date means held for review."
 */
export function ruleSentence(rule: ActiveRule, labels: RuleLabels): string {
  return sentenceParts(rule, labels)
    .map((part) => part.text)
    .join('');
}

/** The same paragraph in pieces, for a screen that sets its parameters apart. */
export function sentenceParts(rule: ActiveRule, labels: RuleLabels): SentencePart[] {
  return [...includeParts(rule, labels), ...excludeParts(rule), ...restParts(rule)];
}

function includeParts(rule: ActiveRule, labels: RuleLabels): SentencePart[] {
  if (rule.includes.length === 0) return [];
  const phrases = unique(rule.includes.map((line) => ({ line, text: includePhrase(line, labels) })));
  return [
    plain(`Keep ${withArticle(lower(labels.object))} that has `),
    ...enumerated(phrases, 'or'),
    plain('. '),
  ];
}

function excludeParts(rule: ActiveRule): SentencePart[] {
  if (rule.excludes.length === 0) return [];
  const phrases = unique(rule.excludes.map((line) => ({ line, text: plural(line.label) })));
  const drop = rule.includes.length > 0 ? 'Then drop ' : 'Drop ';
  return [plain(drop), ...enumerated(phrases, 'and'), plain('. ')];
}

function restParts(rule: ActiveRule): SentencePart[] {
  const { window } = rule;
  if (!window) {
    const others = rule.includes.length + rule.excludes.length > 0 ? 'everything else' : 'everything';
    return [plain(rule.otherwise === 'keep' ? `Keep ${others}.` : `Drop ${others}.`)];
  }
  const missing = { unknown: 'held for review', no: 'not active', yes: 'active' }[window.missing];
  return [
    plain('Keep what was active in the last '),
    { text: monthsText(window.months), kind: 'months' },
    plain(' before '),
    { text: rule.referenceDate, kind: 'date' },
    plain('. A missing date means '),
    { text: missing, kind: 'missing' },
    plain('.'),
  ];
}

/** "a legal hold", or for related records what is asked of them: "any opportunity whose stage is open". */
function includePhrase(line: RuleLine, labels: RuleLabels): string {
  const { condition } = line;
  if (condition.kind !== 'related') return withArticle(line.label);
  const name = lower(labels.related?.(condition.object) ?? condition.object);
  if (condition.where.length === 0) return `any ${name}`;
  const where = condition.where.map((part) => conditionPhrase(condition.object, part, labels)).join(' and ');
  return `any ${name} whose ${where}`;
}

/** A condition as a clause after "whose": "stage is open", "amount is above 1000". */
export function conditionPhrase(object: string, condition: Condition, labels: RuleLabels): string {
  if (condition.kind === 'related') {
    const name = lower(labels.related?.(condition.object) ?? condition.object);
    const where = condition.where
      .map((part) => conditionPhrase(condition.object, part, labels))
      .join(' and ');
    return where === '' ? `${name} exists` : `${name} has one whose ${where}`;
  }
  const field = lower(labels.field(object, condition.field));
  switch (condition.kind) {
    case 'is':
      return `${field} is ${alternatives(condition.values)}`;
    case 'isNot':
      // The one negation people say the other way round: neither closed won nor closed lost is open.
      return condition.values.length > 0 && condition.values.every(meansClosed)
        ? `${field} is open`
        : `${field} is not ${alternatives(condition.values)}`;
    case 'contains':
      return `${field} contains “${condition.text}”`;
    case 'hasWord':
      return `${field} has the word ${alternatives(condition.words)}`;
    case 'filled':
      return `${field} is filled`;
    case 'empty':
      return `${field} is empty`;
    case 'compare':
      return `${field} is ${{ '>': 'above', '>=': 'at least', '<': 'below', '<=': 'at most' }[condition.op]} ${condition.value}`;
    case 'within':
      return condition.months === 0
        ? `${field} is not past`
        : `${field} lies in the last ${monthsText(condition.months)}`;
    case 'inList':
      return `${field} stands in the list ${labels.list(condition.table)}`;
  }
}

function meansClosed(value: string): boolean {
  return /^(closed|resolved|cancell?ed|won$|lost$)/i.test(value);
}

/** Values shown in a sentence; the rest is counted. */
const SHOWN_VALUES = 4;

function alternatives(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN_VALUES).map((value) => `“${value}”`);
  const more = values.length - shown.length;
  if (more > 0) shown.push(`${more} more`);
  return shown.length < 2 ? (shown[0] ?? '“”') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

interface Phrase {
  readonly line: RuleLine;
  readonly text: string;
}

/** Lines that read the same (several patterns of "test record") are said once. */
function unique(phrases: readonly Phrase[]): Phrase[] {
  return phrases.filter((phrase, i) => phrases.findIndex((other) => other.text === phrase.text) === i);
}

/** "a", "a or b", "a, b, or c". */
function enumerated(phrases: readonly Phrase[], word: 'and' | 'or'): SentencePart[] {
  const last = phrases.length - 1;
  return phrases.flatMap(({ line, text }, i): SentencePart[] => {
    const part: SentencePart = { text, kind: 'line', lineId: line.id };
    if (i === 0) return [part];
    if (i < last) return [plain(', '), part];
    return [plain(last === 1 ? ` ${word} ` : `, ${word} `), part];
  });
}

function plain(text: string): SentencePart {
  return { text, kind: 'plain' };
}

/** "an open balance"; a label that brings its own article or number keeps it. */
function withArticle(label: string): string {
  if (/^(an?|the|any|no|some|at least|\d+) /i.test(label)) return label;
  return `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`;
}

function plural(label: string): string {
  if (/s$/i.test(label)) return label;
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return `${label}s`;
}

/** A label in running text; abbreviations keep their capitals. */
function lower(label: string): string {
  return label
    .split(' ')
    .map((word) => (/^\p{Lu}[\p{Ll}\p{M}-]*$/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
}

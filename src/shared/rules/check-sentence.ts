import { assertNever } from '../base/result';
import type { Children, FieldPath, OwnCheck } from './check-types';
import { conditionPhrase, type RuleLabels } from './sentence';
import type { Condition } from './types';

/**
 * A check as one sentence: "An account whose type is “Customer” must have at most 1 contact whose primary is “true”." The
 * labels are those of the check's object.
 */
export function checkSentence(check: OwnCheck, labels: RuleLabels): string {
  const subject = `${article(labels.object)} ${labels.object.toLowerCase()}${whose(check.object, check.when, labels)}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} must have ${requirement(check, labels)}.`;
}

function requirement({ object, must }: OwnCheck, labels: RuleLabels): string {
  switch (must.kind) {
    case 'conditions':
      return must.all.map((part) => hasPhrase(object, part, labels)).join(' and ') || 'nothing in particular';
    case 'order':
      return `${path(object, must.earlier, labels)} ${must.orEqual ? 'not after' : 'before'} ${path(object, must.later, labels)}`;
    case 'count':
      return `${counted(must.least, must.most)} ${children(must.of, labels)}`;
    case 'sum': {
      const word = { '=': 'that agree with', '<=': 'of no more than', '>=': 'of no less than' }[must.compare];
      const room = must.tolerance === 0 ? '' : ` (give or take ${must.tolerance})`;
      const amount = labels.field(must.of.object, must.amount).toLowerCase();
      return `${children(must.of, labels)} with a total ${amount} ${word} its ${labels.field(object, must.total).toLowerCase()}${room}`;
    }
    default:
      return assertNever(must);
  }
}

/** "a stage that is “Open”" from "stage is “Open”". */
function hasPhrase(object: string, condition: Condition, labels: RuleLabels): string {
  const phrase = conditionPhrase(object, condition, labels);
  if (condition.kind === 'related') return phrase;
  const field = labels.field(object, condition.field).toLowerCase();
  return `${article(field)} ${field} that${phrase.slice(field.length)}`;
}

function path(object: string, { via, field }: FieldPath, labels: RuleLabels): string {
  const name = labels.field(object, field).toLowerCase();
  return via === null ? `its ${name}` : `the ${name} of its ${labels.field(object, via).toLowerCase()}`;
}

function counted(least: number | null, most: number | null): string {
  if (least !== null && least === most) return `exactly ${least}`;
  const parts = [
    least === null ? '' : `at least ${least}`,
    most === null ? '' : most === 0 ? 'no' : `at most ${most}`,
  ];
  return parts.filter((part) => part !== '').join(' and ') || 'any number of';
}

function children(of: Children, labels: RuleLabels): string {
  const name = (labels.related?.(of.object) ?? of.object).toLowerCase();
  return `${name}${whose(of.object, of.where, labels)}`;
}

function whose(object: string, conditions: readonly Condition[], labels: RuleLabels): string {
  if (conditions.length === 0) return '';
  return ` whose ${conditions.map((part) => conditionPhrase(object, part, labels)).join(' and ')}`;
}

function article(word: string): string {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

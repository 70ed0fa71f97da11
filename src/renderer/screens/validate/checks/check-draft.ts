import type { OwnCheck, Requirement } from '@shared/rules/check-types';
import type { Condition } from '@shared/rules/types';

/** The kinds of check a steward may write, in the words of the menu. */
export const KINDS: readonly { readonly kind: Requirement['kind']; readonly label: string }[] = [
  { kind: 'conditions', label: 'must meet conditions' },
  { kind: 'order', label: 'must have two dates or numbers in order' },
  { kind: 'count', label: 'must have so many related records' },
  { kind: 'sum', label: 'must agree with a total of related records' },
];

/** An empty requirement of a kind. */
export function freshRequirement(kind: Requirement['kind']): Requirement {
  switch (kind) {
    case 'conditions':
      return { kind, all: [{ kind: 'filled', field: '' }] };
    case 'order':
      return { kind, earlier: { via: null, field: '' }, later: { via: null, field: '' }, orEqual: true };
    case 'count':
      return { kind, of: { object: '', field: '', where: [] }, least: null, most: 1 };
    case 'sum':
      return {
        kind,
        of: { object: '', field: '', where: [] },
        amount: '',
        compare: '<=',
        total: '',
        tolerance: 0,
      };
  }
}

/** A check with nothing in it yet. */
export function freshCheck(id: string, object: string, today: string): OwnCheck {
  return {
    id,
    object,
    label: '',
    field: '',
    severity: 'error',
    when: [],
    must: freshRequirement('conditions'),
    referenceDate: today,
  };
}

/**
 * The check with the field its issues are shown at, or null while something is still open. `nameField` is where issues
 * stand that are about no field of the record itself.
 */
export function completed(check: OwnCheck, nameField: string): OwnCheck | null {
  const field = shownField(check.must, nameField);
  if (field === '' || check.label.trim() === '' || !check.when.every(isWhole)) return null;
  return isWholeRequirement(check.must) ? { ...check, label: check.label.trim(), field } : null;
}

function shownField(must: Requirement, nameField: string): string {
  switch (must.kind) {
    case 'conditions': {
      const first = must.all[0];
      return first === undefined || first.kind === 'related' ? '' : first.field;
    }
    case 'order':
      return must.later.via === null ? must.later.field : (must.earlier.via ?? must.earlier.field);
    case 'sum':
      return must.total;
    case 'count':
      return nameField;
  }
}

function isWhole(condition: Condition): boolean {
  if (condition.kind === 'related') return condition.object !== '' && condition.where.every(isWhole);
  if (condition.field === '') return false;
  switch (condition.kind) {
    case 'is':
    case 'isNot':
      return condition.values.length > 0;
    case 'hasWord':
      return condition.words.length > 0;
    case 'contains':
      return condition.text !== '';
    case 'inList':
      return condition.table !== '' && condition.column !== '';
    default:
      return true;
  }
}

function isWholeRequirement(must: Requirement): boolean {
  switch (must.kind) {
    case 'conditions':
      return must.all.length > 0 && must.all.every(isWhole);
    case 'order':
      return must.earlier.field !== '' && must.later.field !== '';
    case 'count':
      return must.of.object !== '' && must.of.where.every(isWhole) && (must.least ?? must.most) !== null;
    case 'sum':
      return must.of.object !== '' && must.amount !== '' && must.total !== '' && must.of.where.every(isWhole);
  }
}

import { checklistFor } from '@shared/govern/checklist';
import { PAYLOAD_SCHEMAS } from '@shared/journal/schemas';
import { describe, expect, test } from 'vitest';

const TWO = [
  { name: 'Account', label: 'Account' },
  { name: 'Contact', label: 'Contact' },
];

describe('the checklist', () => {
  test('has 26 items for one object, over the areas real checklists hold', () => {
    const areas = new Set(checklistFor(TWO).map(({ area }) => area));
    expect([...areas]).toEqual([
      'Scope',
      'Active definition',
      'Ownership',
      'Retention',
      'GDPR',
      'Legal hold',
      'Source of truth',
      'Conflict resolution',
      'Mapping',
      'Picklists',
      'Duplicates',
      'Hierarchy',
      'Exclusions',
      'History',
      'Identifiers',
      'Validation',
      'Mock load',
      'Reconciliation',
      'Acceptance test',
      'Security',
      'Cut-over',
      'Rollback',
      'Communication',
      'Hypercare',
      'Sign-off',
    ]);
    expect(checklistFor([{ name: 'Account', label: 'Account' }])).toHaveLength(26);
  });

  test('asks about each mapped object by name', () => {
    const rules = checklistFor(TWO).filter(({ artefact }) => artefact.kind === 'activeRule');
    expect(rules.map(({ id, question, artefact }) => ({ id, question, artefact }))).toEqual([
      {
        id: 'active-rule:Account',
        question: 'Is this the right definition of an active account?',
        artefact: { kind: 'activeRule', object: 'Account' },
      },
      {
        id: 'active-rule:Contact',
        question: 'Is this the right definition of an active contact?',
        artefact: { kind: 'activeRule', object: 'Contact' },
      },
    ]);
  });

  test('without mapped objects leaves the items about one object out', () => {
    expect(checklistFor([])).toHaveLength(24);
  });

  test('blocks the export on everything bound to the data, and on the sign-off', () => {
    for (const item of checklistFor(TWO)) {
      expect([item.id, item.blocking]).toEqual([
        item.id,
        item.artefact.kind !== 'statement' || item.id === 'sign-off',
      ]);
    }
  });

  test('covers every kind of artefact, is well-formed, and can be kept in the journal', () => {
    const items = checklistFor(TWO);
    expect(new Set(items.map(({ artefact }) => artefact.kind)).size).toBe(11);
    expect(PAYLOAD_SCHEMAS['checklist.set'].safeParse({ items }).error).toBeUndefined();
    expect(items.every(({ question }) => question.endsWith('?') && !question.includes('{'))).toBe(true);
  });
});

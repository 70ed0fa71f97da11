import { describe, expect, it } from 'vitest';
import { withoutParentWords } from '../../../src/shared/match/parent-words';
import { columnOf, valueAt } from '../../../src/shared/table/column';

describe('withoutParentWords', () => {
  const rest = (text: string, parent: string): string =>
    valueAt(withoutParentWords(columnOf('Name', [text]), columnOf('Belongs to', [parent])), 0);

  it('takes the words of the parent and its legal form out of the name of a deal', () => {
    expect(rest('Service contract Müller Pumpen GmbH', 'Mueller Pumpen AG')).toBe('service contract');
  });

  it('takes words of the parent out with a slip in them', () => {
    expect(rest('Spare parts kit Graf Gieeßerei', 'Graf Gießerei KG')).toBe('spare parts kit');
  });

  it('keeps a text whose rest is only numbers: the amount has a field of its own', () => {
    expect(rest('Ryan Ward: $18', 'Ward Household')).toBe('ryan 18');
    expect(rest('Ryan Ward: $18', 'Ryan Ward')).toBe('Ryan Ward: $18');
  });

  it('keeps a text that is nothing but the name, and texts of records without a parent', () => {
    expect(rest('Müller Pumpen', 'Müller Pumpen GmbH')).toBe('Müller Pumpen');
    expect(rest('Service contract Müller', '')).toBe('Service contract Müller');
  });
});

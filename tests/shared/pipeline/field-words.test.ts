import { withFieldLabels } from '@shared/pipeline/field-words';
import { describe, expect, it } from 'vitest';

const NAMES = [
  { api: 'Name', label: 'Account Name' },
  { api: 'LastName', label: 'Last Name' },
  { api: 'winnow_company', label: 'Company name' },
];

describe('sentences about fields', () => {
  it('say what people call the fields', () => {
    expect(withFieldLabels('same LastName and two words of winnow_company', NAMES)).toBe(
      'same Last Name and two words of Company name',
    );
  });

  it('replace whole words only, and none twice', () => {
    expect(withFieldLabels('LastName, Names, Name', NAMES)).toBe('Last Name, Names, Account Name');
  });

  it('stay as they are without names', () => {
    expect(withFieldLabels('same Email', [])).toBe('same Email');
  });
});

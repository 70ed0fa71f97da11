import { describe, expect, it } from 'vitest';
import { sourceNameOf } from '../../../src/renderer/screens/sources/import/source-name';

describe('sourceNameOf', () => {
  it('brings the files of one system together', () => {
    const files = ['old-crm-accounts.csv', 'old-crm-contacts.csv', 'old_crm_opportunities_2026-11-14.csv'];
    expect(files.map(sourceNameOf)).toEqual(['Old CRM', 'Old CRM', 'Old CRM']);
  });
  it('leaves dates and versions out', () => {
    expect(sourceNameOf('Accounting 20261114 v2.xlsx')).toBe('Accounting');
  });
  it('keeps the whole name where nothing else would be left', () => {
    expect(sourceNameOf('contacts.csv')).toBe('Contacts');
    expect(sourceNameOf('.csv')).toBe('Source');
  });
});

import { unwrap } from '@shared/base/result';
import type { View } from '@shared/table/types';
import { describe, expect, it } from 'vitest';
import { testProject } from '../../support/project';

const ACCOUNTS = ['Id,Name', ...Array.from({ length: 8 }, (_, at) => `A${at},Firm ${at}`)].join('\n');
const CONTACTS = [
  'No,Account,Email',
  ...Array.from(
    { length: 8 },
    (_, at) => `C${at},${at === 5 ? 'A99' : `A${at}`},${at === 2 ? 'broken' : `p${at}@b.de`}`,
  ),
].join('\n');

const found = (column: string, check: string): View => ({
  filters: [{ kind: 'check', column, check, label: 'what was found' }],
  sort: null,
});

describe('the engine', () => {
  it('shows the rows of a check, in the grid and in its facets', async () => {
    const { engine } = await testProject('salesforce', [{ id: 'contacts', csv: CONTACTS }]);
    const view = found('Email', '["problem","EMAIL_INVALID"]');
    expect(unwrap(await engine.window('contacts', view, 0, 10)).cells).toEqual([['C2', 'A2', 'broken']]);
    expect(unwrap(await engine.facet('contacts', view, 'No', 10)).values).toEqual([
      { value: 'C2', count: 1 },
    ]);
  });

  it('finds references between tables and the rows that point to nothing', async () => {
    const { engine } = await testProject('salesforce', [
      { id: 'accounts', csv: ACCOUNTS },
      { id: 'contacts', csv: CONTACTS },
    ]);
    const [link] = unwrap(await engine.links());
    expect(link).toMatchObject({ tableId: 'contacts', column: 'Account', toTableId: 'accounts', orphans: 1 });
    const rows = unwrap(await engine.window('contacts', found('Account', link?.check ?? ''), 0, 10));
    expect(rows.cells).toEqual([['C5', 'A99', 'p5@b.de']]);
  });

  it('says so when a check is not known any more', async () => {
    const { engine } = await testProject('salesforce', [{ id: 'contacts', csv: CONTACTS }]);
    const answer = await engine.window('contacts', found('Email', '["gone"]'), 0, 10);
    expect(answer).toMatchObject({ ok: false, error: { code: 'CHECK_UNKNOWN' } });
  });

  it('remembers the last word on a column, and who said it', async () => {
    const project = await testProject('salesforce', [{ id: 'contacts', csv: CONTACTS }]);
    const said = (verdict: 'carry' | 'leave', reason: string) =>
      project.add('column.decided', { tableId: 'contacts', column: 'Email', verdict, reason });
    await said('leave', 'old');
    await said('carry', 'needed after all');
    expect(project.state.columnChoices).toMatchObject([
      { tableId: 'contacts', column: 'Email', verdict: 'carry', reason: 'needed after all' },
    ]);
  });

  it('profiles the table as read beside the table as it is; the same while nothing was cleaned', async () => {
    const { engine } = await testProject('salesforce', [{ id: 'contacts', csv: CONTACTS }]);
    expect(unwrap(await engine.profileAsRead('contacts'))).toEqual(unwrap(await engine.profile('contacts')));
  });
});

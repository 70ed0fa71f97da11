import { quietTask } from '@shared/base/progress';
import { findInTable } from '@shared/profile/findings/find-in-table';
import { profileTable } from '@shared/profile/profile-table';
import { reportHtml } from '@shared/profile/report/report-html';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../legacy-tables';

async function pageOf(rows: readonly (readonly string[])[], title = 'Old data'): Promise<string> {
  const table = tableOf(rows);
  const guesses = guessesOf(table, { amount: 'integer' });
  const profile = profileTable(table, guesses, '2024-06-30');
  const findings = await findInTable(table, guesses, profile, 'x', quietTask);
  return reportHtml({
    title,
    tables: [
      {
        tableId: 't1',
        name: 'customers',
        profile,
        findings,
        before: { overall: 0.5, parts: [{ characteristic: 'validity', score: 0.25, formula: '' }] },
        choices: [{ column: 'note', verdict: 'leave', reason: 'nobody reads it' }],
      },
    ],
    links: [],
  });
}

describe('the report', () => {
  it('stands alone: no script, no address, nothing but its own style allowed', async () => {
    const page = await pageOf([
      ['id', 'email', 'amount', 'note'],
      ['1', 'a@b.de', '5', 'x'],
      ['2', 'broken', '9', 'n/a'],
    ]);
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|https?:\/\//i);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('@media print');
  });

  it('holds score, before, problems, worth and decisions', async () => {
    const page = await pageOf([
      ['id', 'email', 'amount', 'note'],
      ['1', 'a@b.de', '5', 'x'],
      ['2', 'broken', '9', 'n/a'],
    ]);
    expect(page).toContain('1 e-mail address is not valid.');
    expect(page).toContain('<td>validity</td><td class="n">25</td><td class="n">80</td>');
    expect(page).toContain('left behind: nobody reads it');
    expect(page).toContain('id tells all 2 rows apart.');
  });

  it('escapes whatever the data says', async () => {
    const evil = '<script>alert(1)</script>';
    const page = await pageOf(
      [
        [evil, '"><svg onload=x>'],
        [evil, "' onx='"],
        ['b', 'c'],
      ],
      evil,
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<svg onload');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BILLING_ACCOUNTS, CRM_ACCOUNTS, CRM_CONTACTS, ERASURE_REQUESTS } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { runCli } from './support/cli';
import { downloaded } from './support/download';
import { dropFiles } from './support/drop';
import { type RunningHost, startHost } from './support/host';
import {
  actAs,
  actInRole,
  addFiles,
  agreeMapping,
  choose,
  goTo,
  introduce,
  introduceAnother,
  newProject,
  nextCluster,
  pickObject,
  saved,
  settled,
  tableId,
} from './support/journey';
import { expectLedgerCloses } from './support/ledger';
import { oneAfterAnother } from './support/story';
import { temporaryFolder } from './support/temporary';

/** Rows of the four files: 13 + 20 + 6 + 2, the one line that cannot be read among them. */
const ROWS = 41;

describe('the main job, from the first run to a verified package', () => {
  let host: RunningHost;
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    host = await startHost();
    // Tall enough for the whole checklist: a list draws only the rows in sight.
    window = await openWindow(host.url, { height: 1300 });
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('the first run asks who sits here', async () => {
    const { page } = window;
    await introduce(page, 'Mara Voss', 'Head of CRM data', 'Data steward', ['committee']);
    expect(await page.getByTestId('person-chip').innerText()).toContain('Mara Voss');
    expect(await page.locator('h1').innerText()).toBe('Which migration?');
  });

  test('a new project begins with nothing, and the ledger adds up already', async () => {
    const { page } = window;
    await newProject(page, 'Small move', false);
    expect(await page.getByTestId('project-name').innerText()).toBe('Small move');
    await expectLedgerCloses(page, 0);
  });

  test('files come in by the picker', async () => {
    const { page } = window;
    await addFiles(page, [CRM_ACCOUNTS, CRM_CONTACTS]);
    expect(await page.getByTestId('table-rows').allInnerTexts()).toEqual(['13', '19']);
    await expectLedgerCloses(page, 33);
  });

  test('and by drag and drop; a list of erasure requests is known by its name', async () => {
    const { page } = window;
    await dropFiles(page, page.getByTestId('screen-sources'), [BILLING_ACCOUNTS, ERASURE_REQUESTS]);
    await page.getByTestId('import-add').waitFor();
    await settled(page);
    await saved(page, () => page.getByTestId('import-add').click());
    expect(await page.getByTestId('table-row').filter({ hasText: 'erasure' }).innerText()).toContain(
      'looked up',
    );
    // The list itself does not migrate, one line cannot be read, and the rest waits for a mapping.
    expect(await expectLedgerCloses(page, ROWS)).toMatchObject({ excluded: 2, rejected: 1, held: 38 });
  });

  test('a table opens with its rows; it can be sorted and filtered', async () => {
    const { page } = window;
    await page.getByTestId('open-table').filter({ hasText: 'crm-contacts' }).click();
    const grid = page.getByTestId('data-grid');
    const cells = grid.locator('[role="gridcell"][aria-colindex="2"]');
    await cells.first().waitFor();
    expect((await cells.allInnerTexts()).slice(0, 3)).toEqual(['P01', 'P02', 'P03']);

    await grid
      .getByRole('columnheader', { name: /Last Name/ })
      .getByRole('button')
      .first()
      .click();
    await grid.getByText('Last Name A to Z ×').waitFor();
    await expect.poll(async () => (await cells.allInnerTexts())[0]).toBe('P02');

    await grid.getByRole('button', { name: 'Filter Mailing City' }).click();
    const menu = page.getByTestId('column-menu');
    await menu.getByText('11 values · 0 empty').waitFor();
    await menu.getByLabel('Sheffield').check();
    await expect.poll(() => page.getByTestId('grid-total').innerText()).toBe('2 rows');
    await page.keyboard.press('Escape');
    expect(await page.getByTestId('grid-filter').innerText()).toBe('Mailing City is Sheffield ×');
    expect(await cells.allInnerTexts()).toEqual(['P06', 'P09']);
  });

  test('the line that cannot be read is kept word for word, with its reason', async () => {
    const { page } = window;
    await page.getByTestId('show-rejected').click();
    const row = page.getByTestId('rejected-rows-row');
    await row.waitFor();
    expect(await row.innerText()).toContain('cells,that,belong,nowhere');
  });

  test('the profile gives a score, kept as the baseline by one key', async () => {
    const { page } = window;
    await goTo(page, 'profile');
    await settled(page);
    expect(Number(await page.getByTestId('quality-score').innerText())).toBeGreaterThan(80);
    await saved(page, () => page.keyboard.press('b'));
    expect(await page.getByTestId('keep-baseline').innerText()).toContain('Baseline kept');
    expect(await page.getByTestId('quality-card').innerText()).toContain('as the baseline');
    await expectLedgerCloses(page, ROWS);
  });

  test('the mapping is suggested, changed in one field, and agreed', async () => {
    const { page } = window;
    await goTo(page, 'map');
    await page.getByTestId('field-Name').waitFor();
    expect(await page.getByTestId('field-Name').innerText()).toContain('sure');
    expect(await page.getByRole('combobox', { name: 'Column for Account Name' }).inputValue()).toBe(
      'Account Name',
    );

    await choose(page, page.getByTestId('add-field'), 'Account Site (Site)');
    const why = page.getByTestId('why-column');
    await choose(page, page.getByTestId('source-kind'), 'One column');
    await choose(page, why.getByRole('combobox', { name: 'Column', exact: true }), 'Billing City');
    await expect.poll(() => page.getByTestId('field-Site').innerText()).toContain('by hand');

    await agreeMapping(page, await tableId(page, 'crm-accounts'));
    await agreeMapping(page, await tableId(page, 'billing-accounts'));
    await expectLedgerCloses(page, ROWS);
  });

  test('a value the target does not know gets its place in the value map', async () => {
    const { page } = window;
    await page.getByTestId(`map-table-${await tableId(page, 'crm-contacts')}`).click();
    const line = page.getByTestId('field-Salutation');
    await line.getByText('1 without a place').waitFor();
    await line.click();
    await choose(page, page.getByRole('combobox', { name: 'Target value for Cllr.' }), 'Ms.');
    await line.getByText('without a place').waitFor({ state: 'detached' });
    await agreeMapping(page, await tableId(page, 'crm-contacts'));
    await expectLedgerCloses(page, ROWS);
  });

  test('what the loader would refuse: one fix for all equal values', async () => {
    const { page } = window;
    await goTo(page, 'validate');
    await settled(page);
    const industry = page.getByTestId('issues-row').filter({ hasText: 'Industry' });
    await industry.click();
    await page.getByTestId('issue-rows-row').nth(1).waitFor();
    expect(await page.getByTestId('issue-rows-row').count()).toBe(2);
    await page.getByTestId('fix-value').fill('Machinery');
    await saved(page, () => page.getByTestId('fix-save').click());
    expect(await industry.count()).toBe(0);
    await expectLedgerCloses(page, ROWS);
  });

  test('and one finding accepted with a reason', async () => {
    const { page } = window;
    await page.getByTestId('issues-row').filter({ hasText: 'AccountId' }).click();
    await page.getByTestId('issue-rows-row').filter({ hasText: 'Lena Waise' }).waitFor();
    expect(await page.getByTestId('accept-issue').isDisabled()).toBe(true);
    await page.getByTestId('accept-reason').fill('Her company is created by hand before the load.');
    await saved(page, () => page.getByTestId('accept-issue').click());
    expect(await page.getByTestId('issues-row').filter({ hasText: 'AccountId' }).count()).toBe(0);
    await page.getByTestId('issues-accepted').click();
    expect(await page.getByTestId('why-column').innerText()).toContain('Accepted by Mara Voss');
    await expectLedgerCloses(page, ROWS);
  });

  test('duplicates are merged by Enter, kept apart by N, and a decision is taken back by Z', async () => {
    const { page } = window;
    await goTo(page, 'duplicates');
    await pickObject(page, 'Contacts');
    await page.getByTestId('show-all').click();
    await settled(page);
    const title = page.getByTestId('screen-duplicates').locator('header');
    expect(await title.innerText()).toContain('Margaret Osei');
    expect(await page.getByTestId('decide-merge').innerText()).toContain('Merge 2');
    await saved(page, () => page.keyboard.press('Enter'));
    expect(await title.innerText()).toContain('merged');
    await expectLedgerCloses(page, ROWS);

    await nextCluster(page);
    expect(await title.innerText()).toContain('Thomas Aldous');
    await saved(page, () => page.keyboard.press('n'));
    expect(await page.getByTestId('show-decided').innerText()).toBe('Decided 2');
    await expectLedgerCloses(page, ROWS);

    await saved(page, () => page.keyboard.press('z'));
    expect(await page.getByTestId('show-decided').innerText()).toBe('Decided 1');
    expect(await title.innerText()).toContain('Thomas Aldous');
    await expectLedgerCloses(page, ROWS);
  });

  test('a cluster of three is split by the number of a record', async () => {
    const { page } = window;
    await pickObject(page, 'Accounts');
    await page.getByTestId('show-all').click();
    await settled(page);
    const title = page.getByTestId('screen-duplicates').locator('header');
    expect(await title.innerText()).toContain('Brightwater Engineering');
    await page.keyboard.press('3');
    expect(await page.getByTestId('member-2').getAttribute('aria-pressed')).toBe('false');
    expect(await page.getByTestId('decide-merge').innerText()).toContain('Merge 2, keep B-201 apart');
    await saved(page, () => page.keyboard.press('Enter'));
    expect(await title.innerText()).toContain('split');
    await expectLedgerCloses(page, ROWS);
  });

  test('rules say which records are active; months are changed, and the rules agreed', async () => {
    const { page } = window;
    await goTo(page, 'active');
    await pickObject(page, 'Accounts');
    await settled(page);
    await saved(page, () => page.getByTestId('rule-save').click());

    await pickObject(page, 'Contacts');
    await settled(page);
    const kept = async (): Promise<number> => Number(await page.getByTestId('outcome-keep').innerText());
    const before = await kept();
    await page.getByTestId('window-months').fill('12');
    await page.getByText('A draft: the ledger changes when you agree it.').waitFor();
    // Two were last seen fourteen months ago, and are not kept by anything else.
    await expect.poll(kept).toBe(before - 2);
    await settled(page);
    await saved(page, () => page.keyboard.press('Control+s'));
    expect(await expectLedgerCloses(page, ROWS)).toMatchObject({ held: 1 });
  });

  test('a record without a date is held until a person settles it with a reason', async () => {
    const { page } = window;
    await page.getByText('Waiting for a person · 1').click();
    await page.getByTestId('rule-records-row').filter({ hasText: 'Edith Marsh' }).click();
    await page.getByTestId('settle-reason').fill('Keeps the archive; spoken to last week.');
    await saved(page, () => page.getByTestId('settle-keep').click());
    expect(await expectLedgerCloses(page, ROWS)).toMatchObject({ held: 0 });
  });

  test('every row behind a part of the ledger has its reason', async () => {
    const { page } = window;
    await page.getByTestId('ledger-excluded').click();
    const rows = page.getByTestId('ledger-rows-row');
    await rows.first().waitFor();
    const eastgate = rows.filter({ hasText: 'Peter Eastgate' });
    expect(await eastgate.innerText()).toContain('erasure request');
    await page.keyboard.press('Escape');
    await rows.first().waitFor({ state: 'detached' });
  });

  test('the gate is closed while nothing is decided', async () => {
    const { page } = window;
    await goTo(page, 'export');
    await settled(page);
    expect(await page.getByTestId('write-package').isDisabled()).toBe(true);
    expect(await page.getByTestId('gate').innerText()).toContain('What the gate waits for');
  });

  test('the steward starts the checklist and proposes every blocking decision', async () => {
    const { page } = window;
    await goTo(page, 'governance');
    await saved(page, () => page.getByTestId('checklist-start').click());
    const rows = page.getByTestId('checklist-row');
    await rows.first().waitFor();
    const blocking = rows.filter({ hasNotText: '○' });
    const count = await blocking.count();
    expect(count).toBe(13);
    for (let at = 0; at < count; at++) {
      await blocking.nth(at).click();
      await settled(page);
      if (await page.getByTestId('statement-text').isVisible()) {
        await page.getByTestId('statement-text').fill('We go live with this on Monday.');
        await saved(page, () => page.getByTestId('statement-save').click());
      }
      await saved(page, () => page.keyboard.press('p'));
    }
    expect(await blocking.filter({ hasText: 'proposed' }).count()).toBe(count);
  });

  test('whoever proposed cannot approve', async () => {
    const { page } = window;
    await actInRole(page, 'committee');
    await page.getByText('You proposed this, so somebody else has to approve it.').waitFor();
    expect(await page.getByTestId('vote-approve').count()).toBe(0);
    await actInRole(page, 'steward');
  });

  test('two committee members sign, and every blocking decision is approved', async () => {
    const { page } = window;
    await introduceAnother(page, 'Ines Carvalho', 'Service', 'Committee member');
    await approveAll('proposed');
    const rows = page.getByTestId('checklist-row').filter({ hasNotText: '○' });
    // What needs two signatures has one.
    expect(await rows.filter({ hasText: 'proposed' }).count()).toBe(4);
    await introduceAnother(page, 'Henrik Vossberg', 'Sales', 'Committee member');
    await approveAll('proposed');
    expect(await rows.filter({ hasText: 'approved' }).count()).toBe(13);
  });

  async function approveAll(state: string): Promise<void> {
    const { page } = window;
    const rows = page.getByTestId('checklist-row').filter({ hasNotText: '○' });
    for (let at = 0; at < (await rows.count()); at++) {
      if (!(await rows.nth(at).innerText()).includes(state)) continue;
      await rows.nth(at).click();
      await settled(page);
      await saved(page, () => page.getByTestId('vote-approve').click());
    }
  }

  test('the gate opens, and the package is written', async () => {
    const { page } = window;
    await actAs(page, 'Mara Voss');
    await goTo(page, 'export');
    await settled(page);
    expect(await page.getByTestId('gate').innerText()).toContain('The gate is open');
    await page.getByTestId('package-name').fill('small-move');
    await saved(page, () => page.getByTestId('write-package').click());
    await page.getByTestId('package-written').waitFor();
    folder = (await page.getByTestId('package-written').innerText()).split('\n').at(-1) ?? '';
    expect(folder).toBe(join(host.home, 'small-move', 'packages', 'small-move'));
    expect(await expectLedgerCloses(page, ROWS)).toEqual({
      read: 41,
      exported: 24,
      merged: 7,
      excluded: 8,
      rejected: 2,
      held: 0,
    });
  });

  test('its import files hold what was decided', async () => {
    const contacts = await readFile(join(folder, '02_Contact.csv'), 'utf8');
    const has = (text: string): boolean => contacts.includes(text);
    // Settled by hand; merged, and so loaded once; fixed in the value map; asked to be erased; not readable.
    expect(has('e.marsh@aldous.example')).toBe(true);
    expect(contacts.split('margaret.osei@brightwater.example')).toHaveLength(2);
    expect(has('Cllr.')).toBe(false);
    expect(has('Eastgate')).toBe(false);
    expect(has('Duval')).toBe(false);
    expect(await readFile(join(folder, '01_Account.csv'), 'utf8')).not.toContain(',Hardware,');
  });

  test('it can be downloaded as one zip file', async () => {
    const { page } = window;
    const zip = await downloaded(page, () => page.getByTestId('download-package').click());
    expect(basename(zip)).toBe('small-move.zip');
    expect(await runCli('verify', zip)).toMatchObject({ code: 0 });
  });

  test('the command line verifies the package, and names the file of one changed byte', async () => {
    const whole = await runCli('verify', folder);
    expect(whole.code).toBe(0);
    expect(whole.text).toContain('is whole');

    const copy = join(await temporaryFolder('copy'), 'small-move');
    await cp(folder, copy, { recursive: true });
    const contacts = join(copy, '02_Contact.csv');
    const bytes = await readFile(contacts);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(contacts, bytes);
    const changed = await runCli('verify', copy);
    expect(changed.code).toBe(2);
    expect(changed.text).toContain('02_Contact.csv');
  });
});

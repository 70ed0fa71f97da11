import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { addFiles, agreeAllMappings, choose, introduce, newProject, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

const FIRMS = csv(
  'firms.csv',
  `Account ID,Account Name,Phone,Hotline,Owner,Industry
1,Alpha Ltd,030 11,030 99,Mara Voss,Banking
2,Beta Ltd,,030 22,kl,Banking
3,Gamma Ltd,030 33,030 33,kl,
`,
);
const SHOP = csv(
  'shop.csv',
  `Account ID,Account Name,Phone,Billing City
S1,Delta Ltd,040 11,Kiel
S2,Alpha Ltd,040 12,Ulm
`,
);

describe('where a field comes from', () => {
  let host: RunningHost;
  let window: Window;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await newProject(window.page, 'Field sources', false);
    await addFiles(window.page, [FIRMS, SHOP]);
    await agreeAllMappings(window.page);
    await window.page.locator('[data-testid^="map-table-"]').filter({ hasText: 'firms' }).click();
    await window.page.getByTestId('field-table').waitFor();
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('the first filled of several columns, with what is lost where they differ', async () => {
    const { page } = window;
    await page.getByTestId('field-Phone').click();
    await choose(page, page.getByTestId('source-kind'), 'The first filled of several columns');
    await choose(page, page.getByTestId('add-ordered-column'), 'Hotline');
    await page.getByText('In 1 row they differ').waitFor();
    expect(await page.getByTestId('collision-samples').innerText()).toContain('030 11\t030 99\t1');
    await page.getByRole('button', { name: 'Move Hotline up' }).click();
    await expect.poll(() => page.getByTestId('collision-samples').innerText()).toContain('030 99\t030 11\t1');
    expect(await page.getByTestId('field-Phone').innerText()).toContain('first filled of Hotline, Phone');
  });

  test('what was changed and not agreed is still there after another table was looked at', async () => {
    const { page } = window;
    const tables = page.locator('[data-testid^="map-table-"]');
    await tables.filter({ hasText: 'shop' }).click();
    await page.getByText('Where does each column of shop go?').waitFor();
    await tables.filter({ hasText: 'firms' }).click();
    await page.getByTestId('mapping-discard').waitFor();
    expect(await page.getByTestId('field-Phone').innerText()).toContain('first filled of Hotline, Phone');
    await page.getByTestId('field-Phone').click();
  });

  test('which table wins where two fill the same field', async () => {
    const { page } = window;
    const trust = page.getByTestId('trust-order');
    await expect.poll(() => trust.locator('li').first().innerText()).toContain('firms');
    await saved(page, () => page.getByTestId('mapping-save').click());
    await settled(page);
    await page.getByTestId('field-Phone').click();
    await saved(page, () => page.getByRole('button', { name: 'Trust shop more' }).click());
    await expect.poll(() => trust.locator('li').first().innerText()).toContain('shop');
  });

  test('a formula over the row, completed as it is written', async () => {
    const { page } = window;
    await choose(page, page.getByTestId('add-field'), 'Account Site (Site)');
    await choose(page, page.getByTestId('source-kind'), 'A formula over the row');
    const field = page.getByTestId('expression-field');
    await field.fill('upper([Acc');
    await page.getByRole('option', { name: 'Account Name' }).click();
    await field.press('End');
    await field.pressSequentially(')');
    await expect.poll(() => page.getByTestId('field-Site').innerText()).toContain('= upper([Account Name])');
    await expect.poll(() => page.getByTestId('field-Site').innerText()).toContain('ALPHA LTD');
  });

  test('a default, with the number of empty values it fills', async () => {
    const { page } = window;
    await page.getByTestId('field-Industry').click();
    await page.getByTestId('set-default').click();
    await choose(page, page.getByTestId('default-value'), 'Other');
    await page.getByText('“Other” fills 1 empty value.').waitFor();
    await saved(page, () => page.getByTestId('mapping-save').click());
    await settled(page);
    await page.getByTestId('field-Industry').click();
    await page.getByText('“Other” fills 1 empty value.').waitFor();
  });

  test('owners by a list of the active users', async () => {
    const { page } = window;
    await page.getByTestId('field-OwnerId').click();
    await page.getByTestId('users-paste').click();
    await page
      .getByTestId('users-text')
      .fill('Name,Email,Active\nMara Voss,mara@winnow.example,yes\nKarl Lang,karl@winnow.example,no');
    await page.getByTestId('users-take').click();
    await page.getByText('1 active user known, 1 no longer active.').waitFor();
    expect(await page.getByTestId('owner-map').innerText()).toContain(
      'karl@winnow.example is no longer active',
    );
    await page.getByTestId('owners-found').click();
    await page.getByText('1 owner without the e-mail address').waitFor();
    await page.getByTestId('owner-fallback').fill('mara@winnow.example');
    await page.getByTestId('owners-left').click();
    await page.getByText('Every owner is an active user.').waitFor();
  });

  test('fields are gone through and suggestions accepted by keys', async () => {
    const { page } = window;
    await page.getByTestId('field-Name').locator('th').click();
    await page.keyboard.press('ArrowDown');
    const current = page.locator('[data-testid="field-table"] tr[aria-current="true"]');
    expect(await current.getAttribute('data-testid')).not.toBe('field-Name');
    await page.keyboard.press('ArrowUp');
    expect(await current.getAttribute('data-testid')).toBe('field-Name');
    expect(window.errors).toEqual([]);
  });
});

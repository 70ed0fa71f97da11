import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTACT_LIST } from './files/contact-list';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { addFiles, goTo, introduce, newProject, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

let host: RunningHost;
let window: Window;

beforeAll(async () => {
  host = await startHost();
  window = await openWindow(host.url);
  await introduce(window.page, 'Mara Voss', 'Head of CRM data');
});
afterAll(async () => {
  await window.close();
  await host.stop();
});

const row = (page: Page, name: string) =>
  page
    .getByTestId('table-row')
    .filter({ has: page.getByTestId('open-table').getByText(name, { exact: true }) });
const rowsOf = (page: Page, name: string) => row(page, name).getByTestId('table-rows').innerText();

const readOf = async (page: Page) => (await page.getByTestId('ledger-read').innerText()).replace(/\s+/g, ' ');

async function menu(page: Page, name: string, item: string): Promise<void> {
  await row(page, name).getByTestId('table-menu').click();
  await page.getByTestId(item).click();
}

describe('a contact list that holds companies too', () => {
  oneAfterAnother(() => [window]);

  test('is seen for what it is: organisations, employers and lists are worth tables of their own', async () => {
    const { page } = window;
    await newProject(page, 'One list, three tables', false);
    await addFiles(page, [CONTACT_LIST]);
    const proposals = page.getByTestId('derive-proposals');
    await proposals.waitFor();
    const text = await proposals.innerText();
    expect(text).toContain('2 rows of 8 rows are organisations');
    expect(text).toContain('6 rows of people name 2 companies in Company');
    expect(text).toContain('Interests holds lists');
  });

  test('its organisations are set apart after their rows were shown, and counted where they stand', async () => {
    const { page } = window;
    await page.getByTestId('derive-proposal').filter({ hasText: 'Contact list: Company' }).click();
    const preview = page.getByTestId('derive-preview');
    await preview.getByText('2 rows').waitFor();
    expect(await preview.innerText()).toContain('of 8 are set apart');
    expect(await preview.innerText()).toContain('Eiger Trust');
    await page.getByTestId('derive-name').fill('Organisations');
    await saved(page, () => page.getByTestId('derive-save').click());
    await settled(page);
    expect(await rowsOf(page, 'Contact list')).toBe('6');
    expect(await rowsOf(page, 'Organisations')).toBe('2');
    expect(await readOf(page)).toBe('Rows read 8');
    expect(await page.getByTestId('ledger-verdict').innerText()).toContain('adds up');
  });

  test('its employers become rows, made beside those read', async () => {
    const { page } = window;
    await row(page, 'Contact list').click();
    await page.getByTestId('derive-proposal').filter({ hasText: 'Company of Contact list' }).click();
    await page.getByTestId('derive-preview').getByText('Dane GmbH').waitFor();
    await saved(page, () => page.getByTestId('derive-save').click());
    await settled(page);
    expect(await rowsOf(page, 'Company of Contact list')).toBe('2');
    expect(await readOf(page)).toBe('Rows read 8 + 2 made');
    expect(await page.getByTestId('ledger-verdict').innerText()).toContain('adds up');
  });

  test('its lists are taken apart by hand, and made otherwise later', async () => {
    const { page } = window;
    await menu(page, 'Contact list', 'table-derive');
    await page.getByTestId('derive-kind').getByText('One row per list entry').click();
    expect(await page.getByTestId('derive-save').isDisabled()).toBe(true);
    await page.getByLabel('Lists stand in').fill('Inter');
    await page.getByRole('option', { name: 'Interests' }).click();
    await page.keyboard.press('Tab');
    await page.getByTestId('derive-preview').getByText('11 rows').waitFor();
    await page.getByTestId('derive-into').fill('Interest');
    await page.getByTestId('derive-name').fill('Interests of people');
    await saved(page, () => page.getByTestId('derive-save').click());
    await settled(page);
    expect(await rowsOf(page, 'Interests of people')).toBe('11');

    await menu(page, 'Interests of people', 'table-remake');
    await page.getByTestId('derive-separator').click();
    await page.getByRole('option', { name: 'nothing' }).click();
    await page.getByTestId('derive-preview').getByText('6 rows').first().waitFor();
    await saved(page, () => page.getByTestId('derive-save').click());
    await settled(page);
    expect(await rowsOf(page, 'Interests of people')).toBe('6');
    await saved(page, () => page.keyboard.press('Control+z'));
    await settled(page);
    await expect.poll(() => rowsOf(page, 'Interests of people')).toBe('11');
  });

  test('rows keep the line of the file they stand in', async () => {
    const { page } = window;
    await row(page, 'Organisations').getByTestId('open-table').click();
    await page.getByTestId('data-grid').waitFor();
    await settled(page);
    await page
      .getByTestId('data-grid')
      .locator('[role="gridcell"]')
      .filter({ hasText: 'Eiger Trust' })
      .click();
    await page.getByText('Contact list.csv, line 8').waitFor();
    await page.getByTestId('back-to-sources').click();
  });

  test('what is left to make is proposed where the table is mapped as well', async () => {
    const { page } = window;
    await menu(page, 'Interests of people', 'table-remove');
    await saved(page, () => page.getByTestId('confirm-ok').click());
    await goTo(page, 'map');
    await page.getByTestId('derive-proposals').getByText('Interests holds lists').waitFor();
    await goTo(page, 'sources');
    await saved(page, () => page.keyboard.press('Control+z'));
    await settled(page);
  });

  test('goes with everything made from it', async () => {
    const { page } = window;
    await menu(page, 'Contact list', 'table-remove');
    await page
      .getByText('Organisations, Company of Contact list, Interests of people, made from it, go too.')
      .waitFor();
    await saved(page, () => page.getByTestId('confirm-ok').click());
    await settled(page);
    expect(await page.getByTestId('table-row').count()).toBe(0);
    await saved(page, () => page.keyboard.press('Control+z'));
    await expect.poll(() => page.getByTestId('table-row').count()).toBe(4);
  });
});

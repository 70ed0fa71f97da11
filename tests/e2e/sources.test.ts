import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CUSTOMERS_2019,
  CUSTOMERS_2020,
  CUSTOMERS_NEWER,
  VISITS,
  WITH_NOTES,
} from './files/customers-by-year';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { addFiles, goTo, introduce, newProject, pickFiles, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';
import { temporaryFolder } from './support/temporary';

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

const part = (page: Page, id: string) => page.getByTestId(id);
const cellsOf = (page: Page) => page.getByTestId('data-grid').locator('[role="gridcell"][aria-colindex="2"]');

async function begin(name: string): Promise<Page> {
  const { page } = window;
  await page.goto(`${new URL(host.url).origin}/#/`);
  await newProject(page, name, false);
  return page;
}

async function openTable(page: Page, name: string): Promise<void> {
  await goTo(page, 'sources');
  await page.getByTestId('open-table').filter({ hasText: name }).click();
  await page.getByTestId('data-grid').waitFor();
  await settled(page);
}

describe('the same table over several files', () => {
  oneAfterAnother(() => [window]);

  test('is offered to be stacked, with how the columns differ', async () => {
    const page = await begin('Stacked');
    await pickFiles(page, [CUSTOMERS_2019, CUSTOMERS_2020]);
    const offer = part(page, 'stack-offer');
    await offer.waitFor();
    expect(await offer.innerText()).toContain('2 tables look like one: stack them as Customers?');
    expect(await offer.innerText()).toContain('Customers 2020 also has "Fax".');
    expect(await offer.getByLabel('"Compny" of Customers 2020 is "Company"').isChecked()).toBe(true);
    await part(page, 'stack-accept').click();
    await part(page, 'import-stack').waitFor();
    expect(await part(page, 'import-add').innerText()).toContain('Add 1 table');
    await saved(page, () => part(page, 'import-add').click());
    await settled(page);
    expect(await part(page, 'table-rows').innerText()).toBe('6');
    expect(await part(page, 'table-parts').innerText()).toContain('Compny is Company');
  });

  test('is one table whose lines name the part', async () => {
    const { page } = window;
    await openTable(page, 'Customers');
    expect(await cellsOf(page).allInnerTexts()).toEqual(['1', '2', '3', '5', '6', '7']);
    await cellsOf(page).nth(5).click();
    await page.getByText('Customers 2020, line 3').waitFor();
    await part(page, 'ledger-held').click();
    const rows = part(page, 'ledger-rows');
    await rows.waitFor();
    await settled(page);
    expect(await page.getByText('Customers 2020').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });
});

describe('a line that could not be read', () => {
  oneAfterAnother(() => [window]);

  test('is repaired in place, counted, and taken back by undo', async () => {
    const page = await begin('Repair');
    await addFiles(page, [CUSTOMERS_2019]);
    await settled(page);
    expect(await part(page, 'ledger-rejected').innerText()).toContain('1');
    await openTable(page, 'Customers 2019');
    await part(page, 'show-rejected').click();
    const editor = part(page, 'repair-editor');
    await editor.waitFor();
    const values = () =>
      editor
        .getByTestId('repair-cell')
        .evaluateAll((cells) => cells.map((cell) => (cell instanceof HTMLInputElement ? cell.value : '')));
    expect(await values()).toEqual(['4', 'Da', 'rwin', 'Kent', 'x', '10', '2012-01-05']);
    expect(await part(page, 'repair-save').isDisabled()).toBe(true);
    await editor.getByLabel('Join cell 2 with the next').click();
    await editor.getByLabel('Company').fill('Darwin');
    await editor.getByLabel('Join cell 4 with the next').click();
    await editor.getByLabel('Revenue').fill('10');
    expect(await values()).toEqual(['4', 'Darwin', 'Kent', '10', '2012-01-05']);
    await saved(page, () => part(page, 'repair-save').click());
    await page.getByText('repaired', { exact: true }).first().waitFor();
    expect(await part(page, 'show-rejected').innerText()).toContain('0');
    await part(page, 'show-rows').click();
    await settled(page);
    await expect.poll(() => cellsOf(page).allInnerTexts()).toEqual(['1', '2', '3', '4', '5']);
    await saved(page, () => page.keyboard.press('Control+z'));
    await expect.poll(() => cellsOf(page).allInnerTexts()).toEqual(['1', '2', '3', '5']);
    await saved(page, () => page.keyboard.press('Control+Shift+z'));
    await expect.poll(() => cellsOf(page).count()).toBe(5);
  });

  test('is repaired again in a newer extract, whose differences are shown before it is accepted', async () => {
    const { page } = window;
    await goTo(page, 'sources');
    await part(page, 'replace-input').setInputFiles(CUSTOMERS_NEWER);
    const dialog = part(page, 'replace-dialog');
    await dialog.getByTestId('row-drift').waitFor();
    const drift = await dialog.getByTestId('drift-list').innerText();
    expect(drift).toContain('1 line is repaired as before.');
    expect(await dialog.getByTestId('take-rename').isChecked()).toBe(true);
    expect(await dialog.getByTestId('rows-changed').innerText()).toBe('1 changed');
    expect(await dialog.getByTestId('rows-added').innerText()).toBe('1 new');
    expect(await dialog.getByTestId('rows-vanished').innerText()).toBe('1 vanished');
    expect(await dialog.getByTestId('row-drift-rows').innerText()).toMatch(/City\s+Paris\s+→\s+Lyon/);
    await dialog.getByTestId('rows-vanished').click();
    expect(await dialog.getByTestId('row-drift-rows').innerText()).toContain('Bell Works AG');
    await saved(page, () => dialog.getByTestId('replace-confirm').click());
    await settled(page);
    await openTable(page, 'Customers 2019');
    expect(await cellsOf(page).allInnerTexts()).toEqual(['1', '3', '4', '5', '8']);
    expect(await page.getByTestId('column-header').nth(1).innerText()).toContain('Company');
  });
});

describe('what the data cannot tell', () => {
  test('is asked before the table is added', async () => {
    const page = await begin('Dates');
    await pickFiles(page, [VISITS]);
    const question = part(page, 'import-question');
    await question.waitFor();
    expect(await question.innerText()).toContain('In which order are the dates in “Met on” written?');
    expect(await part(page, 'import-add').isDisabled()).toBe(true);
    await part(page, 'question-MDY').click();
    await question.waitFor({ state: 'detached' });
    await saved(page, () => part(page, 'import-add').click());
  });
});

describe('notes that stand below a table', () => {
  test('are left outside by saying where the data end; the preview follows', async () => {
    const page = await begin('Notes');
    await pickFiles(page, [WITH_NOTES]);
    const rows = () => part(page, 'preview-table').locator('tbody tr').count();
    expect(await rows()).toBe(5);
    await part(page, 'read-more').click();
    await part(page, 'read-last-row').fill('4');
    await page.keyboard.press('Tab');
    await expect.poll(rows).toBe(3);
    await saved(page, () => part(page, 'import-add').click());
    await settled(page);
    expect(await part(page, 'table-rows').innerText()).toBe('3');
    await page.getByText('2 rows of the file lie outside this table.').waitFor();
  });
});

describe('tables that are no files', () => {
  test('are pasted, and kept as a file of their own', async () => {
    const page = await begin('Pasted');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'No\tName\n1\tAda\n2\tBell\n');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await part(page, 'screen-import').waitFor();
    await settled(page);
    expect(await part(page, 'preview-table').innerText()).toContain('Ada');
    await saved(page, () => part(page, 'import-add').click());
    await settled(page);
    expect(await part(page, 'open-table').innerText()).toBe('Pasted table');
    await page.reload();
    await settled(page);
    expect(await part(page, 'table-rows').innerText()).toBe('2');
  });

  test('come as a folder, what holds no table is named', async () => {
    const page = await begin('Folder');
    const folder = join(await temporaryFolder('drop'), 'estate');
    await mkdir(join(folder, 'old'), { recursive: true });
    await writeFile(join(folder, 'prices.csv'), 'Sku,Price\na,1\nb,2\n');
    await writeFile(join(folder, 'letter.docx'), 'x');
    await writeFile(join(folder, 'old', 'regions.tsv'), 'Region\tName\n1\tNorth\n2\tSouth\n');
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 600, y: 450, data });
    }
    await part(page, 'screen-import').waitFor();
    await settled(page);
    await expect.poll(() => part(page, 'import-table').allInnerTexts()).toHaveLength(2);
    const files = await part(page, 'import-files').innerText();
    expect(files).toContain('regions.tsv');
    expect(files).toContain('1 file left out');
    await part(page, 'import-skipped').click();
    expect(await part(page, 'import-skipped').innerText()).toContain('estate/letter.docx');
    await part(page, 'import-discard').click();
  });
});

describe('facets beside the rows', () => {
  test('count, narrow and combine', async () => {
    const page = await begin('Facets');
    await addFiles(page, [CUSTOMERS_2019]);
    await openTable(page, 'Customers 2019');
    await page.keyboard.press('Shift+F');
    const panel = part(page, 'facet-panel');
    const add = async (column: string) => {
      await panel.getByTestId('facet-add').click();
      await page.getByRole('option', { name: column, exact: true }).click();
      const facet = panel.getByLabel(`Facet of ${column}`, { exact: true });
      await facet.waitFor();
      await settled(page);
      return facet;
    };
    const city = await add('City');
    await city.getByRole('button', { name: 'Basel' }).click();
    await expect.poll(() => part(page, 'grid-total').innerText()).toBe('2 rows');
    const since = await add('Since');
    expect(await since.getByTestId('facet-bound').first().inputValue()).toBe('2001-03-01');
    await since.getByTestId('facet-bound').first().fill('2010-01-01');
    await since.getByTestId('facet-bound').first().press('Enter');
    await expect.poll(() => part(page, 'grid-total').innerText()).toBe('1 row');
    // The city facet counts what the dates leave, chosen or not.
    await expect.poll(() => city.getByTestId('facet-values').innerText()).toMatch(/Basel\s+1\s+Paris\s+1/);
    await since.getByTestId('facet-close').click();
    await city.getByTestId('facet-reset').click();
    await city.getByTestId('facet-contains').fill('b');
    await expect.poll(() => part(page, 'grid-total').innerText()).toBe('3 rows');
    await city.getByTestId('facet-kind').selectOption('pattern');
    await expect.poll(() => panel.getByTestId('facet-patterns').innerText()).toMatch(/Aaaaa\s+3\s+Aaaa\s+1/);
    await panel.getByTestId('facet-close').click();
    const revenue = await add('Revenue');
    await revenue.getByTestId('facet-kind').selectOption('number');
    await expect.poll(() => revenue.innerText()).toContain('1 not a number');
    await revenue.getByTestId('facet-unreadable').click();
    await expect.poll(() => cellsOf(page).allInnerTexts()).toEqual(['5']);
  });
});

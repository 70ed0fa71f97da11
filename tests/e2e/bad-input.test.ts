import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  EMPTY_CSV,
  EMPTY_XLSX,
  PDF_AS_CSV,
  PROGRAM_AS_CSV,
  passwordProtectedWorkbook,
  wideTable,
  writeSingleLine,
} from './files/bad';
import { CRM_ACCOUNTS, type Upload } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { addFiles, goTo, introduce, newProject, pickFiles, settled } from './support/journey';
import { expectLedgerCloses } from './support/ledger';
import { oneAfterAnother } from './support/story';
import { temporaryFolder } from './support/temporary';

describe('files that are no tables', () => {
  let host: RunningHost;
  let window: Window;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await newProject(window.page, 'Odd files', false);
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  /** Picks a file; answers what the import screen says of it, and discards it again. */
  async function refusal(
    file: Upload | string,
  ): Promise<{ readonly sentence: string; readonly code: string }> {
    const { page } = window;
    await pickFiles(page, [file]);
    await page.getByText('Cannot be read. See why').click();
    const panel = page.getByTestId('screen-import').getByTestId('error-panel');
    await panel.waitFor();
    const sentence = await panel.locator('p').first().innerText();
    const code = await panel.locator('summary').innerText();
    expect(await page.getByTestId('import-add').isDisabled()).toBe(true);
    await page.getByTestId('import-discard').click();
    await page.getByTestId('screen-sources').waitFor();
    return { sentence, code };
  }

  test.each([
    ['an empty file', EMPTY_CSV, 'EMPTY_FILE', '"nothing.csv" has no content at all (0 bytes).'],
    ['a workbook of no bytes', EMPTY_XLSX, 'EMPTY_FILE', '"nothing.xlsx" has no content at all (0 bytes).'],
    [
      'a workbook with a password',
      passwordProtectedWorkbook(),
      'PASSWORD_PROTECTED',
      '"salaries.xlsx" is protected with a password, so its content cannot be read.',
    ],
    [
      'a PDF renamed .csv',
      PDF_AS_CSV,
      'NOT_A_TABLE',
      '"report.csv" is a PDF document, whatever its name says.',
    ],
    [
      'a program renamed .csv',
      PROGRAM_AS_CSV,
      'NOT_A_TABLE',
      '"setup.csv" is a program, whatever its name says.',
    ],
  ])('%s is refused with a sentence', async (_, file, code, sentence) => {
    const said = await refusal(file);
    expect(said.code).toBe(code);
    expect(said.sentence).toContain(sentence);
  });

  test('50 MB without a single line feed are refused, not swallowed', async () => {
    const path = join(await temporaryFolder('line'), 'dump.csv');
    await writeSingleLine(path, 50);
    const said = await refusal(path);
    expect(said.code).toBe('LINE_TOO_LONG');
    expect(said.sentence).toContain(
      'Line 1 goes on for more than 16 million characters without a line break',
    );
  });

  test('ten thousand columns open: every one can be looked at', async () => {
    const { page } = window;
    await addFiles(page, [wideTable(10_000)]);
    expect(await page.getByTestId('table-rows').innerText()).toBe('2');
    await page.getByTestId('open-table').click();
    const grid = page.getByTestId('data-grid-scroller');
    await grid.getByText('column 1', { exact: true }).waitFor();
    expect(await grid.getAttribute('aria-colcount')).toBe('10001');
    await grid.focus();
    await page.keyboard.press('End');
    await grid.getByText('column 10000', { exact: true }).waitFor();
    await grid.getByText('a9999', { exact: true }).waitFor();
    await expectLedgerCloses(page, 2);
  });

  test('and are looked through for a mapping, the window answering meanwhile', async () => {
    const { page } = window;
    await goTo(page, 'map');
    await page.getByTestId('person-chip').click();
    await page.getByTestId('person-new').waitFor({ timeout: 3000 });
    await page.keyboard.press('Escape');
    await page.getByTestId('field-table').waitFor({ timeout: 120_000 });
  });

  test('beside a file that cannot be read, the others are added', async () => {
    const { page } = window;
    await page.getByTestId('rail-sources').click();
    await page.getByTestId('screen-sources').waitFor();
    await pickFiles(page, [PDF_AS_CSV, CRM_ACCOUNTS]);
    await page.getByText('Cannot be read. See why').waitFor();
    await page.getByRole('button', { name: 'Add 1 table' }).click();
    await page.getByTestId('table-row').filter({ hasText: 'crm-accounts' }).waitFor();
    await settled(page);
    await expectLedgerCloses(page, 15);
  });
});

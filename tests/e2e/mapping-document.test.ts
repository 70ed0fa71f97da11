import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CRM_ACCOUNTS } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import { addFiles, agreeAllMappings, introduce, newProject, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

describe('the mapping as a document', () => {
  let host: RunningHost;
  let window: Window;
  let document = '';
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await newProject(window.page, 'Paper', false);
    await addFiles(window.page, [CRM_ACCOUNTS]);
    await agreeAllMappings(window.page);
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  const pick = async (item: string) => {
    await window.page.getByTestId('mapping-menu').click();
    await window.page.getByTestId(item).click();
  };
  const textOf = async (item: string) => readFile(await downloaded(window.page, () => pick(item)), 'utf8');
  const give = (text: string) =>
    window.page.getByTestId('mapping-file').setInputFiles({
      name: 'paper.mapping.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });

  test('is saved, and says that nothing changes when it is read back', async () => {
    const { page } = window;
    document = await textOf('mapping-export');
    expect(JSON.parse(document)).toMatchObject({ format: 'winnow-mapping', version: 1 });
    await give(document);
    await page.getByTestId('planned-mapping').waitFor();
    expect(await page.getByTestId('planned-mapping').innerText()).toContain('Nothing changes.');
    expect(await page.getByTestId('mapping-take').isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByTestId('mapping-dialog').waitFor({ state: 'detached' });
  });

  test('shows what it changes and what does not fit, and changes it when it is accepted', async () => {
    const { page } = window;
    const changed = JSON.parse(document);
    const [table] = changed.tables;
    table.fields = table.fields.filter((field: { field: string }) => field.field !== 'Phone');
    table.fields.push({
      field: 'Site',
      from: { kind: 'constant', value: 'Berlin' },
      transforms: [],
      values: [],
    });
    table.fields.push({
      field: 'Fax',
      from: { kind: 'column', column: 'No such column' },
      transforms: [],
      values: [],
    });
    await give(JSON.stringify(changed));
    await page.getByTestId('planned-mapping').waitFor();
    expect(await page.getByTestId('planned-mapping').innerText()).toContain('new: Site');
    expect(await page.getByTestId('mapping-left-out').innerText()).toContain(
      'the table has no column "No such column"',
    );
    await saved(page, () => page.getByTestId('mapping-take').click());
    await settled(page);
    expect(await page.getByTestId('field-Site').innerText()).toContain('always “Berlin”');
  });

  test('gives the sheet for sign-off as a page, and as a workbook', async () => {
    const sheet = await textOf('mapping-sheet-html');
    expect(sheet).toContain('always “Berlin”');
    expect(await textOf('mapping-sheet-xlsx')).toMatch(/^PK/);
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CRM_ACCOUNTS } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import {
  addFiles,
  agreeAllMappings,
  choose,
  goTo,
  introduce,
  newProject,
  saved,
  settled,
} from './support/journey';
import { oneAfterAnother } from './support/story';

/** A describe result as an administrator would save it: one value list is shorter, one field is gone, one is new. */
const DESCRIBE = {
  name: 'Account',
  label: 'Customer',
  labelPlural: 'Customers',
  fields: [
    { name: 'Name', label: 'Account Name', type: 'string', length: 80, nillable: false, createable: true },
    { name: 'Phone', label: 'Phone', type: 'phone', length: 40, nillable: true, createable: true },
    {
      name: 'Rating',
      label: 'Rating',
      type: 'picklist',
      length: 40,
      nillable: true,
      createable: true,
      restrictedPicklist: true,
      picklistValues: [
        { value: 'A', label: 'A customer', active: true },
        { value: 'B', label: 'B customer', active: true },
      ],
    },
    { name: 'Segment__c', label: 'Segment', type: 'string', length: 20, nillable: false, createable: true },
    { name: 'Blob__c', label: 'Blob', type: 'anyType', nillable: true, createable: true },
  ],
};

const METADATA = {
  name: 'account.describe.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(DESCRIBE)),
};

describe('the target, as the organisation has it', () => {
  let host: RunningHost;
  let window: Window;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await newProject(window.page, 'Own target', false);
    await addFiles(window.page, [CRM_ACCOUNTS]);
    await agreeAllMappings(window.page);
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('is reached from Map; fields of all objects are found by words of any language', async () => {
    const { page } = window;
    await page.getByTestId('open-target').click();
    await page.getByTestId('screen-target').waitFor();
    expect(await page.getByTestId('screen-target').innerText()).toContain(
      'the built-in catalogue: 11 objects',
    );
    await page.getByTestId('find-field').fill('Nachname');
    const rows = page.getByTestId('target-fields-row');
    await rows.first().waitFor();
    expect(await rows.first().innerText()).toContain('LastName');
    await page.getByTestId('find-field').fill('');
  });

  test('a field is changed by hand, and the change can be taken back', async () => {
    const { page } = window;
    await page.getByTestId('object-Account').click();
    await page.getByTestId('find-field').fill('Account Site');
    const row = page.getByTestId('target-fields-row').filter({ hasText: 'Account Site' }).first();
    await row.click();
    await page.getByTestId('field-length').fill('12');
    await page.getByTestId('field-required').check();
    await saved(page, () => page.getByTestId('save-field').click());
    expect(await row.innerText()).toMatch(/12 characters[\s\S]*required/);
    expect(await page.getByTestId('screen-target').innerText()).toContain('your organisation’s own profile');
    await saved(page, () => page.keyboard.press('Control+z'));
    await settled(page);
    expect(await row.innerText()).toContain('80 characters');
    await page.getByTestId('find-field').fill('');
  });

  test('what does not fit together is refused with a sentence', async () => {
    const { page } = window;
    await page.getByTestId('add-field').click();
    await page.getByTestId('add-name').fill('Name');
    await page.getByTestId('add-ok').click();
    expect(await page.getByTestId('error-panel').innerText()).toContain('"Name" occurs twice');
    await page.getByTestId('add-name').fill('Tier__c');
    await page.getByTestId('add-label').fill('Tier');
    await saved(page, () => page.getByTestId('add-ok').click());
    expect(await page.getByTestId('target-fields').innerText()).not.toContain('error');
    await page.getByRole('heading', { name: 'Tier' }).waitFor();
  });

  test('metadata shows what it changes, and which mappings no longer fit, before it counts', async () => {
    const { page } = window;
    await page.getByTestId('metadata-files').setInputFiles(METADATA);
    await page.getByTestId('screen-target-import').waitFor();
    const notes = await page.getByTestId('import-notes').innerText();
    expect(notes).toContain('Blob__c (anyType)');
    expect(notes).toContain('Account has no field “Legacy_Id__c” yet');
    const misfits = await page.getByTestId('misfits').innerText();
    expect(misfits).toContain('Segment is new, and must be filled. No column fills it.');
    expect(misfits).toContain('takes 80 characters now instead of 255');
    await page.getByTestId('discard-profile').click();
    await page.getByTestId('object-Account').waitFor();
    expect(await page.getByTestId('object-Account').innerText()).toContain('Accounts');
    await page.getByTestId('metadata-files').setInputFiles(METADATA);
    await saved(page, () => page.getByTestId('accept-profile').click());
    await page.getByTestId('object-Account').filter({ hasText: 'Customers' }).waitFor();
    // The checks follow: nobody fills the new field.
    await page.getByTestId('rail-validate').click();
    await page.getByText('Segment').first().waitFor({ timeout: 60_000 });
    // And the mapping says what it fills in vain.
    await goTo(page, 'map');
    expect(await page.getByTestId('gone-fields').innerText()).toContain('Website');
    await page.getByTestId('drop-gone').click();
    await page.getByTestId('gone-fields').waitFor({ state: 'detached' });
    await page.getByTestId('mapping-discard').click();
    await page.getByTestId('gone-fields').waitFor();
    await page.getByTestId('open-target').click();
  });

  test('the profile is saved as a file, and read by another project', async () => {
    const { page } = window;
    await page.getByTestId('rail-target').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('save-profile').click(),
    ]);
    expect(download.suggestedFilename()).toBe('Own-target-salesforce.profile.json');
    const text = await readFile(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ format: 'winnow-target-profile', version: 1 });
    await page.getByTestId('go-home').click();
    await newProject(page, 'Second', false);
    await page.getByTestId('rail-target').click();
    await page.getByTestId('metadata-files').setInputFiles({
      name: 'shared.profile.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await saved(page, () => page.getByTestId('accept-profile').click());
    await page.getByTestId('object-Account').filter({ hasText: 'Customers' }).waitFor();
  });

  test('another system puts the profile aside and brings it back; a file that is no metadata is said to be so', async () => {
    const { page } = window;
    await saved(page, () => choose(page, page.getByTestId('target-select'), 'Zoho CRM'));
    await page.getByTestId('object-Accounts').waitFor();
    await saved(page, () => choose(page, page.getByTestId('target-select'), 'Salesforce (Sales Cloud)'));
    await page.getByTestId('object-Account').filter({ hasText: 'Customers' }).waitFor();
    await page.getByTestId('metadata-files').setInputFiles({
      name: 'holiday.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"sun":true}'),
    });
    await page.getByText('holiday.json is not metadata Winnow knows').waitFor();
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from './files/estate';
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
import { expectLedgerCloses } from './support/ledger';
import { oneAfterAnother } from './support/story';

const LONG = 'x'.repeat(300);
const COMPANIES = csv(
  'companies.csv',
  `Account ID,Account Name,Website\nA1,Acme,acme.example\nA2,Bolt,not a page\nA3,${LONG},not a page\n`,
);
const PEOPLE = csv(
  'people.csv',
  'Contact ID,First Name,Last Name,Account ID\nP1,Ann,Abel,A1\nP2,Bob,Bolt,A2\nP3,Cem,Cole,A9\n',
);

describe('what the loader would refuse', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  const byId = (id: string) => page().getByTestId(id);
  const issue = (text: string) => byId('issues-row').filter({ hasText: text });
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
    await newProject(page(), 'Loader', false);
    await addFiles(page(), [COMPANIES, PEOPLE]);
    await agreeAllMappings(page());
    await goTo(page(), 'validate');
    await settled(page());
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('one record is corrected, its equal stays', async () => {
    await issue('Website').click();
    await byId('issue-rows-row').first().click();
    await byId('fix-record-value').fill('bolt.example');
    await saved(page(), () => byId('fix-record').click());
    await issue('Website').filter({ hasText: '1' }).waitFor();
    expect(await byId('issue-rows-row').count()).toBe(1);
    await expectLedgerCloses(page(), 6);
  });

  test('texts too long are cut to what the target takes', async () => {
    await issue('longer than the').click();
    await saved(page(), () => byId('truncate-all').click());
    expect(await issue('longer than the').count()).toBe(0);
  });

  test('a whole group waits with a reason', async () => {
    await issue('Website').click();
    await byId('accept-reason').fill('The owner is asked.');
    await saved(page(), () => byId('hold-issue').click());
    expect(await issue('Website').count()).toBe(0);
    await expectLedgerCloses(page(), 6);
  });

  test('people without their company load without it, said once', async () => {
    await issue('AccountId').click();
    await choose(page(), byId('orphan-choice'), 'Load them without it');
    await saved(page(), () => byId('settle-orphans').click());
    expect(await issue('AccountId').count()).toBe(0);
  });

  test('a rule of the steward is tried while it is written, kept, and finds what breaks it', async () => {
    await byId('own-checks').click();
    await byId('add-check').click();
    await byId('check-label').fill('Every company has somebody');
    await choose(page(), byId('check-kind'), 'must have so many related records');
    await choose(page(), byId('check-children'), 'Contacts');
    await byId('check-most').fill('');
    await byId('check-least').fill('1');
    await byId('check-tried').getByText('1 record of 3 break it:').waitFor();
    await saved(page(), () => byId('save-check').click());
    await byId('checks').getByText('Every company has somebody').waitFor();
    await page().keyboard.press('Escape');
    await issue('Every company has somebody').waitFor();
    await expectLedgerCloses(page(), 6);
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import {
  addFiles,
  agreeAllMappings,
  goHome,
  goTo,
  introduce,
  newProject,
  openProject,
  saved,
  settled,
} from './support/journey';
import { oneAfterAnother } from './support/story';

const FIRMS = csv(
  'firms.csv',
  `Account ID,Account Name,Owner,Industry
1,Alpha Ltd,jk,Circus
2,Beta Ltd,mv,Banking
3,Gamma Ltd,jk,Circus
`,
);

describe('owners of the old system', () => {
  let host: RunningHost;
  let window: Window;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await newProject(window.page, 'Owners', false);
    await addFiles(window.page, [FIRMS]);
    await agreeAllMappings(window.page);
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('are sent to active users, and what leavers own to a fallback user', async () => {
    const { page } = window;
    await page.getByTestId('field-OwnerId').click();
    const map = page.getByTestId('owner-map');
    await map.waitFor();
    expect(await map.locator('li').first().innerText()).toContain('jk 2');
    await page.getByLabel('User who takes over from mv').fill('mara@winnow.example');
    await page.getByTestId('owner-fallback').fill('desk@winnow.example');
    await page.getByText('1 owner without the e-mail address').waitFor();
    await page.getByTestId('owners-left').click();
    await page.getByText('Every owner has the e-mail address of a user.').waitFor();
    expect(await map.locator('li', { hasText: 'jk' }).innerText()).toContain('left');
    await saved(page, () => page.getByTestId('mapping-save').click());
    await settled(page);
  });

  test('are held against the list of users, which goes with the project', async () => {
    const { page } = window;
    await page.getByTestId('field-OwnerId').click();
    await page.getByTestId('users-paste').click();
    await page
      .getByTestId('users-text')
      .fill('Name,Email,Active\nMara Voss,mara@winnow.example,yes\nService Desk,desk@winnow.example,no');
    await saved(page, () => page.getByTestId('users-take').click());
    await page.getByText('1 active user known, 1 no longer active.').waitFor();
    await page.getByText('1 owner without the e-mail address of an active user.').waitFor();
    await goHome(page);
    const cookies = await window.context.cookies();
    const other = await openWindow(new URL(host.url).origin, { cookies });
    try {
      await introduce(other.page, 'Jan Kern', 'Implementer');
      await openProject(other.page, 'Owners');
      await goTo(other.page, 'map');
      await other.page.getByTestId('field-OwnerId').click();
      await other.page.getByText('1 active user known, 1 no longer active.').waitFor();
      await goHome(other.page);
    } finally {
      await other.close();
    }
    await openProject(page, 'Owners');
    await goTo(page, 'map');
  });

  test('and values without a place are listed for the administrator', async () => {
    const { page } = window;
    const path = await downloaded(page, async () => {
      await page.getByTestId('mapping-menu').click();
      await page.getByTestId('mapping-requests').click();
    });
    expect(await readFile(path, 'utf8')).toContain('Account,Industry,Industry,Circus,2,firms');
  });
});

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import { addFiles, goTo, introduce, journalCount, newProject, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

const CITIES = ['Berlin', 'Hamburg', 'Bremen', 'Dresden', 'Essen'];

/** Sixty members: one in the wrong city, one who left before joining, one test, three odd phone numbers, a dead column. */
const MEMBERS = csv(
  'members.csv',
  [
    'No,Company,Email,Phone,Postcode,City,Joined,Left,Pager',
    ...Array.from({ length: 60 }, (_, at) =>
      [
        `M${1000 + at}`,
        at === 11 ? 'Test GmbH' : `Firm ${at} Ltd`,
        `p${at}@firm${at}.de`,
        at < 3 ? '12' : `+49 30 90182${String(at).padStart(2, '0')}`,
        String(10_115 + (at % 5)),
        at === 20 ? 'Köln' : CITIES[at % 5],
        `2015-03-${String(1 + (at % 28)).padStart(2, '0')}`,
        at === 30 ? '2014-01-01' : '2020-05-05',
        at === 0 ? 'x' : '',
      ].join(','),
    ),
  ].join('\n'),
);

describe('the profile, as a person reads it', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  const view = async (id: string): Promise<void> => {
    await page().getByTestId(`profile-view-${id}`).click();
    await settled(page());
  };
  /** Follows a link to rows; answers the chip above them and how many there are, and comes back. */
  const rowsBehind = async (act: () => Promise<unknown>): Promise<readonly [string, string]> => {
    await act();
    await page().getByTestId('data-grid').waitFor();
    await settled(page());
    const chip = (await page().getByTestId('grid-filter').innerText()).replace(/\s*×$/, '');
    const total = page().getByTestId('grid-total');
    await expect.poll(() => total.innerText()).not.toContain('60 rows');
    const shown = await total.innerText();
    await page().goBack();
    await page().getByTestId('screen-profile').waitFor();
    await settled(page());
    return [chip, shown];
  };
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url, { height: 1400 });
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
    await newProject(page(), 'Members', false);
    await addFiles(page(), [MEMBERS]);
    await goTo(page(), 'profile');
    await settled(page());
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('a problem in a sentence leads to exactly its rows', async () => {
    await page().getByTestId('profile-columns').getByText('Phone', { exact: true }).click();
    await page().getByTestId('column-problems').getByText('3 phone numbers have too few digits.').waitFor();
    expect(await rowsBehind(() => page().getByTestId('problem-rows').first().click())).toEqual([
      'Phone: 3 phone numbers have too few digits',
      '3 rows',
    ]);
  });

  test('a column leads to what cleaning would put right in it', async () => {
    await page().getByTestId('profile-columns').getByText('Phone', { exact: true }).click();
    await page().getByTestId('clean-column').click();
    await page().getByTestId('screen-clean').waitFor();
    await settled(page());
    expect(await page().getByTestId('suggestions').locator('li').first().innerText()).toMatch(/^Phone: /);
    await goTo(page(), 'profile');
    await settled(page());
  });

  test('a bar of a histogram leads to its rows', async () => {
    await view('charts');
    const chart = page().getByTestId('column-chart').filter({ hasText: 'Left' });
    expect(
      await rowsBehind(() => chart.getByTestId('chart-bins').getByRole('button').first().click()),
    ).toEqual(['Left from 2014-01-01 to 2014-08-21', '1 row']);
  });

  test('what stands between columns is told, and leads to its rows', async () => {
    await view('findings');
    const finding = (text: string) => page().getByTestId('finding').filter({ hasText: text });
    await finding('1 row has Left before Joined').waitFor();
    expect(
      await rowsBehind(() => finding('1 row has Left before Joined').getByTestId('finding-rows').click()),
    ).toEqual(['Left before Joined', '1 row']);
    expect(
      await rowsBehind(() => finding('Postcode decides City').getByTestId('finding-rows').click()),
    ).toEqual(['City unlike others of its Postcode', '1 row']);
    expect(await finding('looks like a test').innerText()).toContain('Test GmbH');
  });

  test('a column is left behind with a reason, and Map knows it', async () => {
    await view('worth');
    await page().getByTestId('worth-columns').getByText('Pager', { exact: true }).click();
    await page().getByTestId('choice-reason').fill('nobody has a pager');
    await saved(page(), () => page().getByTestId('leave-column').click());
    await page().getByTestId('column-choice').getByText('Left behind').waitFor();
    expect(await page().getByTestId('worth-columns').innerText()).toContain('left behind');
    await goTo(page(), 'map');
    await page().getByTestId('left-over').waitFor();
    await page().getByTestId('left-over').getByText('Pager: nobody has a pager').waitFor();
    await saved(page(), () => page().keyboard.press('Control+z'));
    // Without a word on it, Map says what it is worth and offers to leave it.
    await page()
      .getByTestId('left-over')
      .getByText(/Pager: worth \d+ of 100/)
      .waitFor();
    const leave = page().getByTestId('left-over').getByRole('button', { name: 'Leave Pager behind' });
    await saved(page(), () => leave.click());
    await leave.waitFor({ state: 'detached' });
    await saved(page(), () => page().keyboard.press('Control+z'));
    await goTo(page(), 'profile');
    await settled(page());
    await view('worth');
    expect(await page().getByTestId('worth-columns').innerText()).not.toContain('left behind');
  });

  test('the suggested ones are left behind with one press', async () => {
    const before = await journalCount(page());
    await saved(page(), () => page().getByTestId('leave-suggested').click());
    expect(await journalCount(page())).toBeGreaterThan(before);
    expect(await page().getByTestId('worth-columns').innerText()).toContain('left behind');
  });

  test('the baseline is kept and stands beside the score of now', async () => {
    await saved(page(), () => page().keyboard.press('b'));
    await view('before');
    const compared = page().getByTestId('before-after');
    await compared.getByText('By characteristic, against the baseline').waitFor();
    expect(await compared.innerText()).toContain('±0');
  });

  test('everything is exported as one page that holds the numbers', async () => {
    const path = await downloaded(page(), () => page().getByTestId('export-profile').click());
    expect(basename(path)).toBe('Members-profile.html');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('3 phone numbers have too few digits.');
    expect(text).toContain('1 row has Left before Joined.');
    expect(text).toContain('left behind:');
    expect(text).not.toContain('<script');
  });

  test('nothing was logged as an error, nothing was asked of the network', () => {
    expect(window.errors).toEqual([]);
    expect(window.foreign).toEqual([]);
  });
});

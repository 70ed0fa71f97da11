import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import {
  agreeMapping,
  decidedCount,
  goTo,
  introduce,
  newProject,
  pickObject,
  saved,
  settled,
  tableId,
} from './support/journey';
import { expectLedgerCloses, readLedger } from './support/ledger';
import { oneAfterAnother } from './support/story';

describe('the sample company, and the clusters that wait for a person', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('it is loaded with one tick: three sources, an erasure list, and its thousands of rows', async () => {
    await newProject(page(), 'Northgate', true);
    const { read } = await readLedger(page());
    expect(read).toBeGreaterThan(15_000);
    await expectLedgerCloses(page(), read);
  });

  test('two tables mapped as suggested, the clusters of their people wait in a queue', async () => {
    await goTo(page(), 'map');
    await page().getByTestId('field-table').waitFor();
    for (const name of ['CRM accounts', 'CRM contacts'])
      await agreeMapping(page(), await tableId(page(), name));
    await goTo(page(), 'duplicates');
    await pickObject(page(), 'Contacts');
    await page().getByTestId('review-table').waitFor({ timeout: 115_000 });
    await settled(page());
    expect(await waiting()).toBeGreaterThan(3);
  });

  test('one key decides, teaches and shows the next one; Z brings the last one back', async () => {
    const first = await title();
    await saved(page(), () => page().keyboard.press('n'));
    expect(await decidedCount(page())).toBe(1);
    expect(await title()).not.toBe(first);
    const after = await waiting();
    const second = await title();
    await saved(page(), () => page().keyboard.press('Enter'));
    expect(await decidedCount(page())).toBe(2);
    expect(await title()).not.toBe(second);
    await saved(page(), () => page().keyboard.press('z'));
    expect(await decidedCount(page())).toBe(1);
    expect(await waiting()).toBe(after);
    expect(await title()).toBe(second);
    const { read } = await readLedger(page());
    await expectLedgerCloses(page(), read);
  });

  /** Clusters nobody has decided on, as the tab says. */
  async function waiting(): Promise<number> {
    return Number((await page().getByTestId('show-open').innerText()).replace(/\D/g, ''));
  }

  function title(): Promise<string> {
    return page().getByRole('heading', { level: 1 }).innerText();
  }
});

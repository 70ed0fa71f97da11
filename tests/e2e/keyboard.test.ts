import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CRM_CONTACTS } from './files/estate';
import { nameless, tabThrough } from './support/accessible';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import { decidedCount, goTo, type Step, saved, settled } from './support/journey';
import { oneAfterAnother } from './support/story';

/** More stops than any screen has. */
const MOST_STOPS = 160;

const SCREENS: readonly Step[] = [
  'sources',
  'profile',
  'clean',
  'map',
  'validate',
  'duplicates',
  'active',
  'governance',
  'export',
  'history',
  'guide',
];

describe('without a mouse', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    // From now on the browser hands its file choosers over instead of opening them.
    window.page.on('filechooser', () => undefined);
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  const press = (key: string): Promise<void> => page().keyboard.press(key);

  /** Types into the field that was asked for, once it has the focus by itself. */
  async function typeInto(testId: string, text: string): Promise<void> {
    await expect.poll(() => focusedTestId(page()), { timeout: 20_000 }).toBe(testId);
    await page().keyboard.type(text);
  }

  /** Ctrl+K, a few letters, Enter. */
  async function call(words: string, label: string): Promise<void> {
    await press('Control+k');
    await typeInto('palette-input', words);
    await page().getByTestId('palette-action').filter({ hasText: label }).first().waitFor();
    await press('Enter');
    await page().getByTestId('palette-input').waitFor({ state: 'detached' });
  }

  test('the first run and a new project are typed', async () => {
    await typeInto('identity-name', 'Mara Voss');
    await press('Enter');
    await page().getByTestId('new-project').waitFor();
    await press('n');
    await typeInto('project-name-input', 'By keys');
    await press('Enter');
    await page().getByTestId('screen-sources').waitFor();
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    await settled(page());
  });

  test('files are asked for by A, and added by Ctrl+Enter', async () => {
    const choosing = page().waitForEvent('filechooser');
    await press('a');
    await (await choosing).setFiles([CRM_CONTACTS]);
    await page().getByRole('button', { name: 'Add 1 table' }).waitFor();
    await settled(page());
    await saved(page(), () => press('Control+Enter'));
    await page().getByTestId('table-rows').waitFor();
  });

  test('a mapping is found through the palette and agreed by Ctrl+Enter', async () => {
    await call('map', 'Map');
    await page().getByTestId('field-table').waitFor();
    await settled(page());
    await saved(page(), () => press('Control+Enter'));
  });

  test('the skip link is the first stop and leads to the task', async () => {
    await call('duplic', 'Duplicates');
    await page().getByTestId('screen-duplicates').waitFor();
    await settled(page());
    await page().reload();
    await page().getByTestId('screen-duplicates').waitFor();
    await settled(page());
    await press('Tab');
    const skip = page().getByRole('button', { name: 'Skip to the task' });
    expect(await skip.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await skip.boundingBox()).toMatchObject({ height: expect.any(Number) });
    await press('Enter');
    expect(await page().evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('a cluster is reviewed with one key each: merge, not duplicates, undo, in and out, split', async () => {
    await tabTo('show-all');
    await press('Enter');
    await page().getByTestId('review-table').waitFor();
    await settled(page());
    await tabTo('decide-merge');
    await saved(page(), () => press('Enter'));
    expect(await decidedCount(page())).toBe(1);
    await press('k');
    await settled(page());
    await saved(page(), () => press('n'));
    expect(await decidedCount(page())).toBe(2);
    await saved(page(), () => press('z'));
    expect(await decidedCount(page())).toBe(1);
    await press('2');
    expect(await page().getByTestId('member-1').getAttribute('aria-pressed')).toBe('false');
    expect(await page().getByTestId('decide-merge').innerText()).toContain('Keep all apart');
    await press('2');
    expect(await page().getByTestId('member-1').getAttribute('aria-pressed')).toBe('true');
    await press('s');
    expect(await page().getByTestId('decide-merge').innerText()).toContain('Keep all apart');
  });

  test('the grid is walked by arrows, sorted by S, filtered by F, and left by Tab', async () => {
    await call('crm-contacts', 'crm-contacts');
    const grid = page().getByTestId('data-grid-scroller');
    await grid.getByText('P01', { exact: true }).waitFor();
    await grid.focus();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowRight');
    await press('s');
    await page().getByText('Last Name A to Z ×').waitFor();
    await press('f');
    await typeInto('filter-contains', 'osei');
    await expect.poll(() => page().getByTestId('grid-total').innerText()).toBe('2 rows');
    await press('Escape');
    await page().getByTestId('column-menu').waitFor({ state: 'detached' });
    expect(await focusedTestId(page())).toBe('data-grid-scroller');
    await press('Tab');
    expect(await focusedTestId(page())).not.toBe('data-grid-scroller');
  });

  test.each([
    ['the list of commands', 'Control+k', 'palette-input'],
    ['the ledger', null, 'ledger-search'],
  ])('%s keeps the focus inside while it is open, and Escape closes it', async (_, key, inside) => {
    if (key) await press(key);
    else await call('every row', 'Show what becomes of every row');
    await page().getByTestId(inside).waitFor();
    await expectFocusStaysInDialog();
    await press('Escape');
    await page().getByTestId(inside).waitFor({ state: 'detached' });
  });

  test('so does a dialog, which gives the focus back to what opened it', async () => {
    await call('sources', 'Sources');
    const opener = page().getByRole('button', { name: 'Rename CRM' });
    await opener.focus();
    await press('Enter');
    await page().getByTestId('source-name').waitFor();
    await expectFocusStaysInDialog();
    await press('Escape');
    await page().getByTestId('source-name').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each(SCREENS)(
    'on %s, Tab comes round, every stop is seen, and everything has a name',
    async (screen) => {
      await goTo(page(), screen);
      if (screen === 'governance') await saved(page(), () => page().getByTestId('checklist-start').click());
      await settled(page());
      const stops = await tabThrough(page(), MOST_STOPS);
      expect(stops[0]?.what).toBe('BUTTON Skip to the task');
      expect(stops.at(-1)?.what).toBe('BUTTON ledger-held');
      expect(stops.filter(({ shows }) => !shows).map(({ what }) => what)).toEqual([]);
      expect(await nameless(page())).toEqual([]);
    },
  );

  test.each([
    ['the list of projects', '#/'],
    ['a decision packet', '#/packet'],
  ])('and so it is for %s', async (_, hash) => {
    await page().evaluate((to) => {
      location.hash = to;
    }, hash);
    await page().getByTestId('go-home').waitFor({ state: 'detached' });
    await page().getByRole('heading', { level: 1 }).waitFor();
    await settled(page());
    const stops = await tabThrough(page(), MOST_STOPS);
    expect(stops.length).toBeGreaterThan(2);
    expect(stops.filter(({ shows }) => !shows).map(({ what }) => what)).toEqual([]);
    expect(await nameless(page())).toEqual([]);
  });

  /** Presses Tab until the element has the focus. */
  async function tabTo(testId: string): Promise<void> {
    for (let at = 0; at < MOST_STOPS; at++) {
      if ((await focusedTestId(page())) === testId) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${testId}.`);
  }

  async function expectFocusStaysInDialog(): Promise<void> {
    for (let at = 0; at < 25; at++) {
      await press('Tab');
      const inside = await page().evaluate(
        () => document.activeElement?.closest('[role="dialog"], [role="menu"]') !== null,
      );
      expect(inside).toBe(true);
    }
  }
});

function focusedTestId(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
}

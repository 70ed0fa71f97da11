import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleFile } from './files/people';
import { nameless } from './support/accessible';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import {
  addFiles,
  agreeAllMappings,
  goTo,
  introduce,
  journalCount,
  newProject,
  saved,
  settled,
} from './support/journey';
import { oneAfterAnother } from './support/story';

describe('the workbench for duplicates', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  const byId = (id: string) => page().getByTestId(id);
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
    await newProject(page(), 'People', false);
    await addFiles(page(), [peopleFile()]);
    await agreeAllMappings(page());
    await goTo(page(), 'duplicates');
    await byId('review-table').waitFor();
    await settled(page());
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('says how many joins are wrong and why this cluster comes now', async () => {
    expect(await byId('honesty').innerText()).toMatch(
      /About \d+ of \d+ joins? (is|are) wrong \(95 %: \d+–\d+\)/,
    );
    expect(
      await page()
        .getByText(/Your answer may move \d+ records/)
        .count(),
    ).toBe(1);
  });

  test('the weakest joins are one press away, and can be looked at', async () => {
    await byId('see-weakest').click();
    await settled(page());
    expect(await byId('show-doubtful').getAttribute('aria-pressed')).toBe('true');
    expect(await page().getByText('joined automatically').count()).toBeGreaterThan(0);
  });

  test('the list of clusters is walked by keys', async () => {
    await byId('show-all').click();
    await settled(page());
    await byId('cluster-list').click();
    const list = byId('clusters');
    await list.getByText('Anna Abel').first().waitFor();
    await list.focus();
    await page().keyboard.press('End');
    await page().keyboard.press('ArrowUp');
    await page().keyboard.press('Enter');
    await list.waitFor({ state: 'detached' });
    await settled(page());
    expect(
      await page()
        .getByText(/cluster \d+ of \d+/)
        .innerText(),
    ).toMatch(/cluster (\d+) of (?!\1)\d+/);
  });

  test('the cut of a cluster is moved by keys; the groups follow; Split here decides', async () => {
    await byId('show-all').click();
    await settled(page());
    const cut = byId('cut');
    await cut.focus();
    await page().keyboard.press('End');
    expect(await cut.getAttribute('aria-valuetext')).toMatch(/^\d together$/);
    await page().keyboard.press('ArrowLeft');
    expect(await cut.getAttribute('aria-valuetext')).toBe('2 together, 1 alone');
    expect(await byId('decide-merge').innerText()).toContain('keep');
    const before = await decided();
    await saved(page(), () => byId('split-here').click());
    expect(await decided()).toBe(before + 1);
    await saved(page(), () => page().keyboard.press('z'));
    expect(await decided()).toBe(before);
  });

  test('the cut is dragged with the mouse', async () => {
    await byId('show-all').click();
    await settled(page());
    const cut = byId('cut');
    await cut.focus();
    await page().keyboard.press('End');
    const box = await cut.boundingBox();
    if (!box) throw new Error('the cut is not shown');
    await page().mouse.move(box.x + 7, box.y + 30);
    await page().mouse.down();
    await page().mouse.move(box.x - 260, box.y + 30, { steps: 6 });
    await page().mouse.up();
    expect(await cut.getAttribute('aria-valuetext')).toBe('3 alone');
    await byId('cut-back').click();
    expect(await byId('split-here').count()).toBe(0);
  });

  test('thresholds move by keys with the numbers changing, and count only once applied', async () => {
    const before = await waiting();
    const entries = await journalCount(page());
    await byId('match-settings').click();
    const match = byId('threshold-match');
    await match.focus();
    const joined = await number('stat-joins');
    for (let step = 0; step < 12; step++) await page().keyboard.press('ArrowRight');
    await page().getByText('Tried, not applied yet.').waitFor();
    expect(await match.getAttribute('aria-valuetext')).toMatch(/^99/);
    expect(await number('stat-joins')).toBeLessThan(joined);
    expect(await number('stat-waiting')).toBeGreaterThan(before);
    expect(await journalCount(page())).toBe(entries);
    await saved(page(), () => byId('settings-apply').click());
    await page().keyboard.press('Escape');
    await byId('match-settings-panel').waitFor({ state: 'detached' });
    expect(await waiting()).toBeGreaterThan(before);
    await saved(page(), () => page().keyboard.press('Control+z'));
    expect(await waiting()).toBe(before);
  });

  test('what is compared is shown with its weights', async () => {
    await byId('match-settings').click();
    await byId('tab-compared').click();
    const table = await byId('comparisons').innerText();
    expect(table).toContain('Last Name');
    expect(table).toMatch(/exact\s+\d/);
  });

  test('a rule is switched off, another one counted before it is added', async () => {
    await byId('tab-blocking').click();
    await byId('blocking-rules').getByText('every record with every other').waitFor();
    const all = await number('stat-candidates');
    await byId('blocking-switch').first().press('Space');
    await page().getByText('Tried, not applied yet.').waitFor();
    expect(await number('stat-candidates')).toBeLessThan(all);
    await byId('blocking-keys').click();
    await page()
      .getByRole('option', { name: /^same Last Name/ })
      .click();
    await page()
      .getByRole('option', { name: /^same Mailing City/ })
      .click();
    await page().keyboard.press('Escape');
    await byId('blocking-count')
      .getByText(/pairs would be compared/)
      .waitFor();
    const counted = (await byId('blocking-count').innerText()).replace(/ pairs.*/s, '');
    await byId('blocking-add').click();
    const added = byId('blocking-rules').locator('li').filter({ hasText: 'added' });
    await added.getByText(counted, { exact: true }).waitFor();
    await byId('settings-discard').click();
    expect(await added.count()).toBe(0);
  });

  test('a source is said to be free of duplicates: nothing inside it is joined', async () => {
    await byId('tab-sources').click();
    await page()
      .getByRole('checkbox', { name: /people/i })
      .check();
    await page().getByText('Tried, not applied yet.').waitFor();
    expect(await number('stat-joins')).toBe(0);
    await byId('settings-discard').click();
    await page().keyboard.press('Escape');
    await byId('match-settings-panel').waitFor({ state: 'detached' });
  });

  test('any two records are compared, merged across clusters and parted again', async () => {
    await byId('compare-any').click();
    await pick('compare-left', 'P100', 'Anna Abel');
    await pick('compare-right', 'ines jung', 'Ines Jung');
    await byId('pair-table').waitFor();
    expect(await byId('why-not').innerText()).not.toBe('');
    expect(await byId('waterfall').last().innerText()).toContain('Match weight');
    await saved(page(), () => byId('pair-merge').click());
    await byId('pair-state').getByText('one record now').waitFor();
    await saved(page(), () => byId('pair-separate').click());
    await byId('pair-state').getByText('two records now').waitFor();
    await page().keyboard.press('Escape');
    await byId('compare').waitFor({ state: 'detached' });
    await byId('show-decided').click();
    await settled(page());
    expect(await page().getByText('kept apart', { exact: true }).count()).toBeGreaterThan(0);
  });

  test('a record of a cluster is compared with another one from its column', async () => {
    await byId('compare-0').click();
    await byId('compare').waitFor();
    expect(await byId('compare-left').inputValue()).not.toBe('');
    await page().keyboard.press('Escape');
    await byId('compare').waitFor({ state: 'detached' });
  });

  test('a decision teaches: what is left of the doubt is said', async () => {
    await byId('show-open').click();
    await settled(page());
    const before = await waiting();
    await saved(page(), () => page().keyboard.press('n'));
    expect(await waiting()).toBeLessThan(before);
    if ((await waiting()) > 0) expect(await byId('doubt').innerText()).toMatch(/\d+ % of the doubt left/);
  });

  test('people of one household stand under Related, apart from the duplicates, and can be compared', async () => {
    await byId('compare-any').click();
    await pick('compare-left', 'nora', 'Nora Quandt');
    await pick('compare-right', 'otto', 'Otto Quandt');
    await saved(page(), () => byId('pair-separate').click());
    await page().keyboard.press('Escape');
    await byId('compare').waitFor({ state: 'detached' });
    await byId('show-related').click();
    await byId('relations').getByText('Nora Quandt · Otto Quandt').waitFor();
    expect(await page().getByRole('heading', { level: 1 }).innerText()).toBe(
      'Which records belong together?',
    );
    const row = byId('relations-row').filter({ hasText: 'Quandt' });
    expect(await row.innerText()).toContain('Household');
    await row.click();
    await byId('relation-compare').first().click();
    await byId('pair-table').waitFor();
    expect(await byId('pair-state').innerText()).toBe('two records now');
    await page().keyboard.press('Escape');
    await byId('compare').waitFor({ state: 'detached' });
  });

  test('everything in the settings and the comparison has a name', async () => {
    await byId('match-settings').click();
    await byId('threshold-match').waitFor();
    for (const tab of ['tab-compared', 'tab-blocking', 'tab-sources']) {
      await byId(tab).click();
      await settled(page());
      expect(await nameless(page())).toEqual([]);
    }
    await page().keyboard.press('Escape');
    await byId('match-settings-panel').waitFor({ state: 'detached' });
    await byId('compare-any').click();
    await byId('compare').waitFor();
    expect(await nameless(page())).toEqual([]);
  });

  /** Looks for a record and takes the first one offered with this name. */
  async function pick(field: string, text: string, name: string): Promise<void> {
    await byId(field).fill(text);
    await page().getByRole('option').filter({ hasText: name }).first().click();
  }

  async function waiting(): Promise<number> {
    await settled(page());
    return Number((await byId('show-open').innerText()).replace(/\D/g, ''));
  }

  async function decided(): Promise<number> {
    return Number((await byId('show-decided').innerText()).replace(/\D/g, ''));
  }

  /** The figure of a tile. */
  async function number(id: string): Promise<number> {
    const text = await byId(id).locator('dd').first().innerText();
    return Number(text.replace(/\D/g, ''));
  }
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CUSTOMERS, CUSTOMERS_LATER } from './files/customers';
import { nameless } from './support/accessible';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import { addFiles, goTo, introduce, newProject, saved, settled } from './support/journey';
import { expectLedgerCloses } from './support/ledger';
import { oneAfterAnother } from './support/story';

describe('cleaning a table by steps', () => {
  let host: RunningHost;
  let window: Window;
  const page = (): Page => window.page;
  const byId = (id: string) => page().getByTestId(id);
  const step = (text: string): Locator => byId('recipe-step').filter({ hasText: text });
  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(page(), 'Mara Voss', 'Head of CRM data');
    await newProject(page(), 'Customers', false);
    await addFiles(page(), [CUSTOMERS]);
    await goTo(page(), 'clean');
    await byId('clean-grid').waitFor();
    await settled(page());
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  oneAfterAnother(() => [window]);

  test('a suggestion becomes a step with one press, and says what it changed', async () => {
    await saved(page(), () => byId('suggestion-STRAY_BLANKS').getByRole('button').click());
    expect(await counts('Trim and squeeze')).toBe('2 values · 2 rows');
    await byId('step-why').getByText('2 values in 2 rows changed.').waitFor();
    expect(await cells('City')).toEqual([
      'Berlin',
      'berlin',
      'BERLIN',
      'Berlin',
      'Berlin',
      'Hamburg',
      'Hamburg',
      'HAMBURG',
    ]);
  });

  test('cells the step changed are marked with what they were', async () => {
    expect(await page().locator('[title="Berlin · was Berlin "]').count()).toBe(1);
    await byId('place-read').click();
    await settled(page());
    expect((await cells('City'))[0]).toBe('Berlin ');
    expect(await page().locator('[title*=" · was "]').count()).toBe(0);
  });

  test('spellings are found, one cluster is taken by keys, and merged in one step', async () => {
    await byId('place-end').click();
    await settled(page());
    await openMenu('City');
    await byId('offer-merge').first().click();
    await byId('cluster-total')
      .getByText(/2 clusters among 5 values/)
      .waitFor();
    await byId('method-line')
      .getByText(/Also catches later variants with the same key/)
      .waitFor();
    await byId('clusters').focus();
    await page().keyboard.press('Space');
    await byId('clusters-save')
      .getByText(/Merge 1 cluster: 2 values, 2 rows/)
      .waitFor();
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('e');
    await byId('cluster-to').fill('Hamburg');
    await page().keyboard.press('Enter');
    await saved(page(), () => page().keyboard.press('Control+Enter'));
    expect(await counts('Merge 3 spellings into 2 values')).toBe('3 values · 3 rows');
    expect(new Set(await cells('City'))).toEqual(new Set(['Berlin', 'Hamburg']));
  });

  test('a step is made with live before and after, failing values first', async () => {
    await byId('place-end').click();
    await settled(page());
    await focusColumn('Segment');
    await page().keyboard.press('Escape');
    await byId('add-step').click();
    await byId('add-transform').click();
    await byId('transform-number').click();
    await byId('failing').getByText('4 values not read').waitFor();
    await byId('changes').getByText('not read, stays as it is').first().waitFor();
    await byId('transform-remove').click();
    await byId('add-transform').click();
    await byId('transform-replace').click();
    await byId('replace-find').fill('ware');
    await byId('replace-with').fill(' ware');
    await byId('preview-counts').getByText('2 values · 5 rows').waitFor();
    await saved(page(), () => byId('editor-save').click());
    expect(await counts('Replace “ware” by “ ware”')).toBe('2 values · 5 rows');
  });

  test('a bad pattern and a bad formula say what is wrong and where', async () => {
    await byId('add-step').click();
    await byId('add-transform').click();
    await byId('transform-replacePattern').click();
    await byId('pattern-field').fill('(Hard');
    await byId('step-editor')
      .getByText(/pattern/i)
      .nth(1)
      .waitFor();
    expect(await byId('pattern-field').getAttribute('aria-invalid')).toBe('true');
    await byId('step-kind').click();
    await page().getByRole('option', { name: 'Compute a column' }).click();
    await byId('expression-field').fill('');
    await byId('expression-field').pressSequentially('upp');
    await page().getByRole('option', { name: /upper/ }).waitFor();
    await page().keyboard.press('Enter');
    await byId('expression-field').pressSequentially('[Ci');
    await page().getByRole('option', { name: /City/ }).waitFor();
    await page().keyboard.press('Tab');
    expect(await byId('expression-field').inputValue()).toBe('upper([City]');
    await byId('expression-error').waitFor();
    await byId('expression-field').pressSequentially(')');
    await byId('expression-error').waitFor({ state: 'detached' });
    await byId('formula-into').fill('Shout');
    await saved(page(), () => byId('editor-save').click());
    expect(await counts('Shout =')).toContain('1 new column');
    expect((await cells('Shout'))[0]).toBe('BERLIN');
  });

  test('a step in the middle is edited without losing the later ones', async () => {
    await step('Replace “ware”').getByTestId('step-menu').click();
    await byId('step-edit').click();
    await byId('replace-with').fill('-ware');
    await byId('preview-counts').getByText('2 values · 5 rows').waitFor();
    await saved(page(), () => byId('editor-save').click());
    expect(await byId('recipe-step').count()).toBe(4);
    expect(await names()).toEqual(['Trim', 'Merge', 'Replace', 'Shout']);
    await byId('place-end').click();
    await settled(page());
    expect((await cells('Segment'))[0]).toBe('Hard-ware');
    expect((await cells('Shout'))[0]).toBe('BERLIN');
  });

  test('a later step that would not run any more is announced while another one is edited', async () => {
    await step('Replace “ware”').getByTestId('step-menu').click();
    await byId('step-insert').click();
    await byId('step-kind').click();
    await page().getByRole('option', { name: 'Rename' }).click();
    await choose('step-column', 'City');
    await byId('rename-to').fill('Town');
    await byId('later-broken')
      .getByText(/1 later step cannot run/)
      .waitFor();
    await byId('editor-cancel').click();
  });

  test('a step is switched off and on by keys, and moved', async () => {
    const merge = step('Merge').locator('[data-stop]');
    await merge.focus();
    await saved(page(), () => page().keyboard.press('Space'));
    expect(await step('Merge').getByTestId('step-state').innerText()).toBe('off');
    await byId('place-end').click();
    await settled(page());
    expect(await cells('City')).toContain('BERLIN');
    await merge.focus();
    await saved(page(), () => page().keyboard.press('Space'));
    await merge.focus();
    await saved(page(), () => page().keyboard.press('Alt+ArrowDown'));
    expect(await names()).toEqual(['Trim', 'Replace', 'Merge', 'Shout']);
    await saved(page(), () => page().keyboard.press('Control+z'));
    expect(await names()).toEqual(['Trim', 'Merge', 'Replace', 'Shout']);
  });

  test('a step is dragged to another place', async () => {
    await saved(page(), () => step('Replace').dragTo(step('Merge')));
    expect(await names()).toEqual(['Trim', 'Replace', 'Merge', 'Shout']);
    await byId('clean-undo').click();
    await settled(page());
    expect(await names()).toEqual(['Trim', 'Merge', 'Replace', 'Shout']);
  });

  test('facets stand beside the grid and narrow what a new step touches', async () => {
    await byId('toggle-facets').click();
    await choose('facet-add', 'City');
    await byId('facet-panel').getByText('Hamburg').first().click();
    await byId('grid-total').getByText('3 rows').waitFor();
    await byId('scope').getByText('only these').click();
    await focusColumn('Segment');
    await openMenu('Segment');
    await byId('offers-capitals').hover();
    await saved(page(), () => byId('offer-case-upper').click());
    expect(await counts('Upper case')).toBe('3 values · 3 rows');
    await saved(page(), () => page().keyboard.press('Control+z'));
    await byId('toggle-facets').click();
    await byId('grid-filter').click();
  });

  test('a newer extract runs the recipe again and says what it caught by itself', async () => {
    await goTo(page(), 'sources');
    await byId('table-menu').first().click();
    await byId('table-replace').click();
    await byId('replace-input').first().setInputFiles(CUSTOMERS_LATER);
    await saved(page(), () => byId('replace-confirm').click());
    await goTo(page(), 'clean');
    await settled(page());
    expect(await step('Trim').innerText()).toMatch(/was 2/);
    expect(await step('Merge').innerText()).toContain('1 new');
    await step('Merge').locator('[data-stop]').click();
    await byId('step-why').getByText('New variants caught').waitFor();
    await settled(page());
    expect((await cells('City'))[8]).toBe('Berlin');
    await expectLedgerCloses(page(), 10);
  });

  test('the recipe goes out as a file and comes back, with what it would do', async () => {
    await byId('recipe-menu').click();
    const file = await downloaded(page(), () => byId('recipe-export').click());
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'winnow-recipe', version: 1 });
    await byId('recipe-file').setInputFiles(file);
    await byId('recipe-dialog').waitFor();
    expect(await byId('offered-step').count()).toBe(4);
    await page().getByText('In place of them').click();
    await saved(page(), () => byId('recipe-take').click());
    expect(await names()).toEqual(['Trim', 'Merge', 'Replace', 'Shout']);
  });

  test('a history of OpenRefine becomes steps; what it cannot say here is listed', async () => {
    const history = [
      {
        op: 'core/text-transform',
        columnName: 'Segment',
        expression: 'value.toUppercase()',
        engineConfig: {},
      },
      { op: 'core/row-removal', engineConfig: {} },
    ];
    await byId('recipe-file').setInputFiles({
      name: 'history.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(history)),
    });
    await byId('recipe-dialog').waitFor();
    expect(await byId('offered-step').allInnerTexts()).toEqual([expect.stringContaining('Upper case')]);
    await byId('skipped').getByText('core/row-removal').waitFor();
    await page().keyboard.press('Escape');
    await byId('recipe-dialog').waitFor({ state: 'detached' });
  });

  test('everything on the screen has a name', async () => {
    expect(await nameless(page())).toEqual([]);
  });

  test('a column made by a step can be mapped', async () => {
    await goTo(page(), 'map');
    await byId('left-over').getByText('Shout').waitFor();
  });

  /** What a step says it touches. */
  async function counts(text: string): Promise<string> {
    await settled(page());
    return (await step(text).getByTestId('step-counts').innerText()).trim();
  }

  /** First words of the steps, in order. */
  async function names(): Promise<string[]> {
    await settled(page());
    const texts = await byId('recipe-step').locator('[data-stop]').allInnerTexts();
    return texts.map((text) => /Trim|Merge|Replace|Shout/.exec(text)?.[0] ?? text);
  }

  /** The cells of a column that are shown, top down. */
  async function cells(column: string): Promise<string[]> {
    await settled(page());
    const head = byId('clean-grid').getByTestId('column-header').filter({ hasText: column });
    const index = await head.first().getAttribute('aria-colindex');
    return byId('clean-grid').locator(`[role="gridcell"][aria-colindex="${index}"]`).allTextContents();
  }

  /** Puts the cursor of the grid into a column. */
  async function focusColumn(column: string): Promise<void> {
    const head = byId('clean-grid').getByTestId('column-header').filter({ hasText: column });
    const index = await head.first().getAttribute('aria-colindex');
    await byId('clean-grid').locator(`[role="gridcell"][aria-colindex="${index}"]`).first().click();
  }

  /** Opens what can be done with a column, by its key. */
  async function openMenu(column: string): Promise<void> {
    await focusColumn(column);
    await page().keyboard.press('c');
    await byId('column-actions-menu').waitFor();
  }

  async function choose(field: string, option: string): Promise<void> {
    await byId(field).click();
    await page().getByRole('option', { name: option, exact: true }).click();
  }
});

import type { Locator, Page } from 'playwright-core';
import { CRM_CONTACTS, type Upload } from '../files/estate';

/** What a person does, in their words; shared by the end-to-end tests and the screenshots. */

export type Step =
  | 'sources'
  | 'profile'
  | 'clean'
  | 'map'
  | 'validate'
  | 'duplicates'
  | 'active'
  | 'governance'
  | 'export'
  | 'history'
  | 'guide';

/** The first run: who are you? */
export async function introduce(
  page: Page,
  name: string,
  title: string,
  role = 'Data steward',
  also: readonly ('steward' | 'committee' | 'implementer')[] = [],
): Promise<void> {
  await page.getByTestId('identity-name').fill(name);
  await page.getByTestId('identity-title').fill(title);
  await page.getByTestId('identity-role').getByText(role, { exact: true }).click();
  for (const other of also) await page.getByTestId(`identity-also-${other}`).check();
  await page.getByTestId('identity-save').click();
  await page.getByTestId('identity-save').waitFor({ state: 'detached' });
}

/** A second person on the same machine, who then acts. */
export async function introduceAnother(page: Page, name: string, title: string, role: string): Promise<void> {
  await page.getByTestId('person-chip').click();
  await page.getByTestId('person-new').click();
  await introduce(page, name, title, role);
}

/** Makes a person of this machine the one who acts. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByTestId('person-chip').click();
  await page.getByTestId('person-item').filter({ hasText: name }).click();
  await page.getByTestId('person-chip').filter({ hasText: name }).waitFor();
}

/** The person who sits here acts in another of their roles. */
export async function actInRole(page: Page, role: 'steward' | 'committee' | 'implementer'): Promise<void> {
  await page.getByTestId('person-chip').click();
  await page.getByTestId(`role-${role}`).click();
}

export async function newProject(page: Page, name: string, sample: boolean): Promise<void> {
  await page.getByTestId('new-project').click();
  await page.getByTestId('project-name-input').fill(name);
  if (sample) await page.getByTestId('use-sample').check();
  await page.getByTestId('create-project').click();
  await page.getByTestId('screen-sources').waitFor({ timeout: 120_000 });
}

/** Presses a step in the rail and waits for its screen. */
export async function goTo(page: Page, step: Step): Promise<void> {
  await page.getByTestId(`rail-${step}`).click();
  await page.getByTestId(`screen-${step}`).first().waitFor({ timeout: 120_000 });
}

/** Waits until nothing is being computed and nothing is on its way to the disk, and it stays so for a moment. */
export async function settled(page: Page): Promise<void> {
  for (let calm = 0; calm < 2; calm++) {
    if (calm > 0) await page.waitForTimeout(150);
    await page.waitForFunction(isCalm, undefined, { timeout: 120_000 });
  }
}

/** Runs in the page. */
function isCalm(): boolean {
  const busy =
    '[data-testid="engine-busy"], [data-testid="progress-panel"], [aria-busy="true"], [aria-label="Loading"]';
  const saved = document.querySelector('[data-testid="saved-mark"]');
  return document.querySelector(busy) === null && !saved?.textContent?.includes('Saving');
}

/** How many entries the journal has, as the window says. */
export async function journalCount(page: Page): Promise<number> {
  const text = await page.getByTestId('saved-mark').innerText();
  return Number(text.replace(/\D/g, ''));
}

/** Does something that writes to the journal, and waits until the window says that it is saved. */
export async function saved(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await journalCount(page);
  await act();
  await page.waitForFunction(
    (count) => {
      const text = document.querySelector('[data-testid="saved-mark"]')?.textContent ?? '';
      return text.startsWith('Saved') && Number(text.replace(/\D/g, '')) > count;
    },
    before,
    { timeout: 60_000 },
  );
  await settled(page);
}

/** Picks files on the Sources screen, waits until they were looked into, and adds the tables found. */
export async function addFiles(page: Page, files: readonly Upload[]): Promise<void> {
  await pickFiles(page, files);
  await saved(page, () => page.getByTestId('import-add').click());
  await page.getByTestId('screen-sources').waitFor();
}

/** Picks files and waits until each was looked into; nothing is added yet. */
export async function pickFiles(page: Page, files: readonly (Upload | string)[]): Promise<void> {
  const paths = files.filter((file) => typeof file === 'string');
  const uploads = files.filter((file) => typeof file !== 'string');
  await page.getByTestId('file-input').setInputFiles(paths.length > 0 ? paths : uploads);
  await page.getByTestId('screen-import').waitFor();
  await page.getByText('Looking into it…').first().waitFor({ state: 'detached', timeout: 120_000 });
  await settled(page);
}

/** The id of a table on the Map screen, by its name. */
export async function tableId(page: Page, name: string): Promise<string> {
  const item = page.locator('[data-testid^="map-table-"]').filter({ hasText: name });
  const id = await item.getAttribute('data-testid');
  return (id ?? '').slice('map-table-'.length);
}

/** Agrees the suggested mapping of every table, in the order of the list. */
export async function agreeAllMappings(page: Page): Promise<void> {
  await goTo(page, 'map');
  await page.getByTestId('field-table').waitFor({ timeout: 60_000 });
  const items = page.locator('[data-testid^="map-table-"]');
  for (let at = 0; at < (await items.count()); at++) {
    const id = await items.nth(at).getAttribute('data-testid');
    await agreeMapping(page, (id ?? '').slice('map-table-'.length));
  }
}

/** Opens a list of choices and takes one by its name. */
export async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Agrees the suggested mapping of the table shown. */
export async function agreeMapping(page: Page, tableId: string): Promise<void> {
  await page.getByTestId(`map-table-${tableId}`).click();
  await page.getByTestId('field-table').waitFor({ timeout: 60_000 });
  await page.getByTestId('mapping-save').click();
  await page
    .getByTestId(`map-table-${tableId}`)
    .getByText('open', { exact: true })
    .waitFor({ state: 'detached' });
}

/** A project with one table of people, mapped, at the first of its clusters: two and two that are the same. */
export async function beginReview(page: Page, name: string): Promise<void> {
  await newProject(page, name, false);
  await addFiles(page, [CRM_CONTACTS]);
  await agreeAllMappings(page);
  await reviewAll(page);
}

/** Goes to the clusters, those joined automatically and those decided among them. */
export async function reviewAll(page: Page): Promise<void> {
  await goTo(page, 'duplicates');
  await page.getByTestId('show-all').click();
  await page.getByTestId('review-table').waitFor();
  await settled(page);
}

/** Goes on to the next cluster; keys work once its records are shown. */
export async function nextCluster(page: Page): Promise<void> {
  await page.getByTestId('next-cluster').click();
  await settled(page);
}

/** How many clusters people have decided, as the review says. */
export async function decidedCount(page: Page): Promise<number> {
  return Number((await page.getByTestId('show-decided').innerText()).replace(/\D/g, ''));
}

/** Opens a project from the list of projects. */
export async function openProject(page: Page, name: string): Promise<void> {
  await page.getByTestId('project-row').filter({ hasText: name }).click();
  await page.getByTestId('screen-sources').waitFor({ timeout: 60_000 });
  await settled(page);
}

/** Leaves the project; the list of projects is shown, and the host has closed the folder. */
export async function goHome(page: Page): Promise<void> {
  const closed = page.waitForResponse((response) => response.url().endsWith('/api/closeProject'));
  await page.getByTestId('go-home').click();
  await page.getByTestId('screen-home').waitFor();
  await closed;
}

/** Opens the tab of one object on a screen that has them. */
export async function pickObject(page: Page, label: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Object' }).getByText(label, { exact: true }).click();
}

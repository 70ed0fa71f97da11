import type { Page } from 'playwright-core';

/** What a person does, in their words; shared by the end-to-end tests and the screenshots. */

export type Step =
  | 'sources'
  | 'profile'
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
): Promise<void> {
  await page.getByTestId('identity-name').fill(name);
  await page.getByTestId('identity-title').fill(title);
  await page.getByTestId('identity-role').getByText(role, { exact: true }).click();
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

/** Waits until nothing is being computed and nothing is on its way to the disk. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const busy = '[data-testid="engine-busy"], [data-testid="progress-panel"], [aria-busy="true"]';
      const verdict = document.querySelector('[data-testid="ledger-verdict"]');
      return document.querySelector(busy) === null && !verdict?.textContent?.includes('counting');
    },
    undefined,
    { timeout: 120_000 },
  );
  await page.waitForTimeout(150);
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

/** Opens the tab of one object on a screen that has them. */
export async function pickObject(page: Page, label: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Object' }).getByText(label, { exact: true }).click();
}

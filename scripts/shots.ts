import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow } from '../tests/e2e/support/browser';
import { startHost } from '../tests/e2e/support/host';
import {
  agreeMapping,
  goTo,
  introduce,
  introduceAnother,
  newProject,
  pickObject,
  type Step,
  settled,
} from '../tests/e2e/support/journey';

/**
 * Drives every screen with the sample project and saves pictures to `shots/`: light and dark, 1440 × 900 and 1024 × 700.
 * Run by `npm run shots`, which builds first.
 */

const FOLDER = resolve(import.meta.dirname, '..', 'shots');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
] as const;

const host = await startHost();
const window = await openWindow(host.url);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
try {
  await play(window.page);
} finally {
  await window.close();
  await host.stop();
}
for (const error of window.errors) process.stderr.write(`the page reported: ${error}\n`);
process.stdout.write(`Pictures are in ${FOLDER}\n`);
if (window.errors.length > 0) process.exitCode = 1;

async function play(page: Page): Promise<void> {
  await shoot(page, '01-first-run');
  await introduce(page, 'Mara Voss', 'Head of CRM data');
  await shoot(page, '02-home-empty');
  await newProject(page, 'Northgate CRM move', true);
  await shoot(page, '03-sources');
  for (const step of [
    'profile',
    'clean',
    'map',
    'validate',
    'duplicates',
    'active',
    'governance',
    'export',
  ] as const) {
    await goTo(page, step);
    await shoot(page, `04-unmapped-${step}`, SIZES[0]);
  }
  await goTo(page, 'sources');
  await page.getByTestId('open-table').first().click();
  await page.getByTestId('data-grid').waitFor();
  await shoot(page, '05-table');
  await goTo(page, 'profile');
  await shoot(page, '06-profile');
  await cleanSome(page);
  await mapAll(page);
  await shoot(page, '07-map');
  for (const [name, step] of [
    ['08-validate', 'validate'],
    ['09-duplicates', 'duplicates'],
    ['10-active', 'active'],
  ] as const satisfies readonly (readonly [string, Step])[]) {
    await goTo(page, step);
    await shoot(page, name);
  }
  await agreeRules(page);
  await shoot(page, '11-active-agreed');
  await page.getByTestId('ledger-held').click();
  await page.getByTestId('ledger-rows').waitFor();
  await shoot(page, '12-ledger');
  await page.keyboard.press('Escape');
  await goTo(page, 'governance');
  await page.getByTestId('checklist-start').click();
  await page.getByTestId('checklist').waitFor();
  await page.getByTestId('propose').click();
  await settled(page);
  await shoot(page, '13-governance-steward');
  await introduceAnother(page, 'Ines Carvalho', 'Service', 'Committee member');
  await page.getByTestId('vote-approve').waitFor();
  await shoot(page, '14-governance-committee');
  await page.getByTestId('vote-approve').click();
  await settled(page);
  await goTo(page, 'export');
  await shoot(page, '15-export');
  await goTo(page, 'history');
  await shoot(page, '16-history');
  await goTo(page, 'guide');
  await shoot(page, '17-guide');
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('hart');
  await shoot(page, '18-palette', SIZES[0]);
}

/** A recipe being made: two steps, an editor, the clusters of a column. */
async function cleanSome(page: Page): Promise<void> {
  await goTo(page, 'clean');
  await page.getByTestId('suggestion-STRAY_BLANKS').getByRole('button').click();
  await settled(page);
  await page.getByTestId('suggestions').getByText('Country name').click();
  await settled(page);
  await shoot(page, '06a-clean');
  await page.getByTestId('add-step').click();
  await page.getByTestId('add-transform').click();
  await page.getByTestId('transform-case-name').click();
  await shoot(page, '06b-clean-editor');
  await page.getByTestId('editor-cancel').click();
  await page.getByTestId('suggestions').getByText('Look at the spellings').first().click();
  await page.getByTestId('clusters').focus();
  await settled(page);
  await page.keyboard.press('Enter');
  await shoot(page, '06c-clean-spellings');
  await page.getByTestId('clusters-cancel').click();
}

async function mapAll(page: Page): Promise<void> {
  await goTo(page, 'map');
  const ids = await page
    .locator('[data-testid^="map-table-"]')
    .evaluateAll((items) =>
      items.map((item) => item.getAttribute('data-testid')?.slice('map-table-'.length) ?? ''),
    );
  for (const id of ids) await agreeMapping(page, id);
}

async function agreeRules(page: Page): Promise<void> {
  await goTo(page, 'active');
  for (const label of ['Accounts', 'Contacts', 'Opportunities']) {
    await pickObject(page, label);
    await settled(page);
    await page.getByTestId('rule-save').click();
    await settled(page);
  }
  await pickObject(page, 'Accounts');
  await settled(page);
}

/** One picture per theme and size. */
async function shoot(page: Page, name: string, ...only: readonly (typeof SIZES)[number][]): Promise<void> {
  await settled(page);
  for (const size of only.length > 0 ? only : SIZES) {
    await page.setViewportSize(size);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await settled(page);
      await page.screenshot({ path: resolve(FOLDER, `${name}-${size.width}-${scheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SIZES[0]);
}

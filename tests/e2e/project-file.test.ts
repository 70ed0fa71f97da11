import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv } from './files/estate';
import { openWindow, type Window } from './support/browser';
import { downloaded } from './support/download';
import { type RunningHost, startHost } from './support/host';
import {
  beginReview,
  decidedCount,
  goHome,
  introduce,
  journalCount,
  nextCluster,
  reviewAll,
  saved,
  settled,
} from './support/journey';
import { readLedger } from './support/ledger';
import { oneAfterAnother } from './support/story';

describe('a project handed over as one .winnow file', () => {
  let here: RunningHost;
  let there: RunningHost;
  let sender: Window;
  let receiver: Window;
  let file: string;
  let before: Awaited<ReturnType<typeof stateOf>>;
  beforeAll(async () => {
    here = await startHost();
    sender = await openWindow(here.url);
    await introduce(sender.page, 'Mara Voss', 'Head of CRM data');
    await beginReview(sender.page, 'Handover');
    await saved(sender.page, () => sender.page.keyboard.press('Enter'));
    await nextCluster(sender.page);
    await saved(sender.page, () => sender.page.keyboard.press('n'));
    there = await startHost();
    receiver = await openWindow(there.url);
    await introduce(receiver.page, 'Jonas Adler', 'CRM implementation', 'Implementer');
  });
  afterAll(async () => {
    await Promise.all([sender.close(), receiver.close()]);
    await Promise.all([here.stop(), there.stop()]);
  });
  oneAfterAnother(() => [sender, receiver]);

  test('is saved from the list of commands, sources included', async () => {
    const { page } = sender;
    before = await stateOf(page);
    expect(before.decided).toBe(2);
    file = await downloaded(page, async () => {
      await page.keyboard.press('Control+k');
      await page.getByTestId('palette-input').fill('save the project');
      await page.getByTestId('palette-action').filter({ hasText: '.winnow' }).first().click();
    });
    expect(basename(file)).toBe('Handover.winnow');
    await page.getByText('Handover.winnow holds the project with its source files').waitFor();
  });

  test('opens on another machine with the same journal, decisions and ledger', async () => {
    const { page } = receiver;
    await page.getByTestId('import-input').setInputFiles(file);
    await page.getByTestId('screen-sources').waitFor();
    await settled(page);
    expect(await page.getByTestId('table-rows').innerText()).toBe('19');
    await reviewAll(page);
    expect(await stateOf(page)).toEqual(before);
    expect(await journalOf(there)).toBe(await journalOf(here));
  });

  test('and goes on there: its next entry follows the last one of before', async () => {
    const { page } = receiver;
    await nextCluster(page);
    await saved(page, () => page.keyboard.press('Enter'));
    expect(await journalOf(there)).toContain(await journalOf(here));
    expect(await journalCount(page)).toBeGreaterThan(before.entries);
  });

  test('opened twice, it becomes a copy with an identity of its own', async () => {
    const { page } = receiver;
    await goHome(page);
    await page.getByTestId('import-input').setInputFiles(file);
    await page.getByTestId('screen-sources').waitFor();
    await settled(page);
    expect(await journalCount(page)).toBe(before.entries);
    await goHome(page);
    await expect.poll(() => page.getByTestId('project-row').count()).toBe(2);
  });

  test('anything else is refused with a sentence, and nothing is added', async () => {
    const { page } = receiver;
    await page.getByTestId('import-input').setInputFiles(csv('accounts.csv', 'a,b\n1,2\n'));
    await page.getByText('accounts.csv is not a Winnow project.').waitFor();
    await page.getByTestId('import-input').setInputFiles(csv('broken.winnow', 'this is no archive'));
    await page.getByTestId('error-panel').filter({ hasNotText: 'accounts.csv' }).waitFor();
    expect(await page.getByTestId('project-row').count()).toBe(2);
  });
});

/** What must be the same on both machines. */
async function stateOf(page: Page) {
  return {
    entries: await journalCount(page),
    decided: await decidedCount(page),
    ledger: await readLedger(page),
  };
}

function journalOf({ home }: RunningHost): Promise<string> {
  return readFile(join(home, 'handover', 'journal.jsonl'), 'utf8');
}

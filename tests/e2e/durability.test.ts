import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, type Window } from './support/browser';
import { type RunningHost, startHost } from './support/host';
import {
  beginReview,
  decidedCount,
  goHome,
  introduce,
  journalCount,
  nextCluster,
  openProject,
  reviewAll,
  saved,
} from './support/journey';
import { expectLedgerCloses } from './support/ledger';
import { oneAfterAnother } from './support/story';

/** Lines of the one file, the header left aside. */
const ROWS = 20;

describe('what was shown as saved is there again', () => {
  let host: RunningHost;
  let window: Window;
  /** Entries of the journal as last shown as saved. */
  let acknowledged: number;
  const journal = (): string => join(host.home, 'review', 'journal.jsonl');
  const page = (): Page => window.page;

  beforeAll(async () => {
    host = await startHost();
    window = await openWindow(host.url);
    await introduce(window.page, 'Mara Voss', 'Head of CRM data');
    await beginReview(window.page, 'Review');
  });
  afterAll(async () => {
    await window.close();
    await host.stop();
  });
  // The page says in its log that the host it asks was killed.
  oneAfterAnother(() => [window], [/ERR_CONNECTION_REFUSED/]);

  test('after the host is killed right behind an acknowledged decision', async () => {
    await saved(page(), () => page().keyboard.press('Enter'));
    acknowledged = await journalCount(page());
    await host.kill();

    // What cannot be written is not shown as saved, and says what to do.
    await nextCluster(page());
    await page().getByTestId('decide-separate').click();
    await page().getByText('Winnow does not answer. It was probably closed.').waitFor();
    expect(await page().getByTestId('saved-mark').innerText()).toContain('Not saved');
    expect(await journalCount(page())).toBe(acknowledged);

    host = await startHost({ home: host.home, port: host.port });
    await page().goto(host.url);
    await openProject(page(), 'Review');
    expect(await journalCount(page())).toBe(acknowledged);
    await reviewAll(page());
    expect(await decidedCount(page())).toBe(1);
    await expectLedgerCloses(page(), ROWS);
  });

  test('after the browser is killed right behind an acknowledged decision', async () => {
    await nextCluster(page());
    await saved(page(), () => page().keyboard.press('n'));
    acknowledged = await journalCount(page());
    await reopenAfterKill();
    await openProject(page(), 'Review');
    expect(await journalCount(page())).toBe(acknowledged);
    await reviewAll(page());
    expect(await decidedCount(page())).toBe(2);
  });

  test('after the browser is killed while a decision is on its way: it is there whole, or not at all', async () => {
    await nextCluster(page());
    await page().getByTestId('decide-separate').click({ noWaitAfter: true });
    await reopenAfterKill();
    await openProject(page(), 'Review');
    const now = await journalCount(page());
    expect([acknowledged, acknowledged + 1]).toContain(now);
    acknowledged = now;
    await reviewAll(page());
    await expectLedgerCloses(page(), ROWS);
  });

  test('in a browser that never saw the project: it is built again from its folder', async () => {
    const decided = await decidedCount(page());
    await goHome(page());
    const cookies = await window.context.cookies();
    const other = await openWindow(new URL(host.url).origin, { cookies });
    try {
      await introduce(other.page, 'Ines Carvalho', 'Service');
      await openProject(other.page, 'Review');
      expect(await journalCount(other.page)).toBe(acknowledged);
      await reviewAll(other.page);
      expect(await decidedCount(other.page)).toBe(decided);
      await expectLedgerCloses(other.page, ROWS);
      expect([...other.errors, ...other.foreign]).toEqual([]);
      await goHome(other.page);
    } finally {
      await other.close();
    }
  });

  test('with a torn last line, as a power cut leaves it: set aside, and said so', async () => {
    await appendFile(journal(), '{"seq":999,"at":"2026-11-21T10:00:00.000Z","kind":"cluster.deci');
    await openProject(page(), 'Review');
    await page().getByText('The last line of the journal was unfinished and was set aside').waitFor();
    expect(await journalCount(page())).toBe(acknowledged);
    const lines = (await readFile(journal(), 'utf8')).split('\n');
    expect(lines).toHaveLength(acknowledged + 1);
    expect(lines.at(-1)).toBe('');
    await goHome(page());
  });

  test('with an entry changed outside Winnow: it stops, says which, and goes on with the copy of this computer', async () => {
    const before = await readFile(journal(), 'utf8');
    const changed = changeLine(before, 5);
    expect(changed).not.toBe(before);
    await writeFile(journal(), changed);
    await page().getByTestId('project-row').click();
    await page().getByTestId('recovery').waitFor();
    const screen = await page().getByTestId('recovery').innerText();
    expect(screen).toContain('The journal was changed outside Winnow: entry 5');
    expect(screen).toContain('every entry is as it was written');

    // Nothing is done until a person chooses.
    await page().getByRole('button', { name: 'Decide later' }).click();
    await page().getByTestId('project-row').click();
    await page().getByTestId('recovery').waitFor();
    expect(await readFile(journal(), 'utf8')).toBe(changed);

    await page().getByTestId('recover-local').click();
    await page().getByTestId('screen-sources').waitFor();
    expect(await journalCount(page())).toBe(acknowledged);
    expect(await readFile(journal(), 'utf8')).toBe(before);
    const folder = join(host.home, 'review');
    const kept = (await readdir(folder)).filter((name) => name.startsWith('journal.replaced'));
    const texts = await Promise.all(kept.map((name) => readFile(join(folder, name), 'utf8')));
    expect(texts).toContain(changed);
    await expectLedgerCloses(page(), ROWS);
  });

  /** Kills the browser and opens the same profile again, signed in as before. */
  async function reopenAfterKill(): Promise<void> {
    const cookies = await window.context.cookies();
    await window.kill();
    window = await openWindow(new URL(host.url).origin, { profile: window.profile, cookies });
  }
});

/** The journal with one letter of one entry's content changed. */
function changeLine(text: string, number: number): string {
  const lines = text.split('\n');
  const line = lines[number - 1] ?? '';
  lines[number - 1] = line.replace(/("payload":\{.*?:")\w/, '$1~');
  return lines.join('\n');
}

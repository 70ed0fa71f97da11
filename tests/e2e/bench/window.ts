import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { CDPSession, Page } from 'playwright-core';
import { writeCsv, writeXlsx } from '../../bench/ingest/files';
import { personRows } from '../../bench/persons';
import { openWindow } from '../support/browser';
import { startHost } from '../support/host';
import { agreeAllMappings, goTo, introduce, newProject, saved, settled } from '../support/journey';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const CLUSTERS = Number(process.env['BENCH_CLUSTERS'] ?? 40_000);
const PERSONS = Number(process.env['BENCH_PERSONS'] ?? 100_000);

/** What the browser's threads did between two moments. Processor time does not count other work on the machine. */
interface Work {
  /** Tasks of the window's thread, in milliseconds of processor time. */
  readonly tasks: readonly number[];
  /** Milliseconds of processor time of the busiest worker. */
  readonly worker: number;
}

const NO_WORK: Work = { tasks: [], worker: 0 };

interface Step {
  readonly what: string;
  /** Milliseconds by the clock. */
  readonly clock: number;
  readonly work: Work;
}

const FILES = {
  csv: { columns: 20, write: writeCsv },
  xlsx: { columns: 8, write: writeXlsx },
};

/**
 * The window while a million rows are looked into, added and read in Chromium, while very many clusters of values are
 * merged in one step, and while duplicates among very many persons are found and decided: is it alive, is it quick? Needs the
 * built app: `npm run build`, then `npx tsx tests/e2e/bench/window.ts [csv] [xlsx] [merge] [review]`. Prints Markdown.
 */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const folder = await mkdtemp(join(tmpdir(), 'winnow-bench-'));
  process.env['WINNOW_E2E_TEMP'] = folder;
  try {
    for (const [kind, { columns, write }] of Object.entries(FILES)) {
      if (asked.length > 0 && !asked.includes(kind)) continue;
      const path = join(folder, `customers.${kind}`);
      await write(path, ROWS);
      const steps = await inWindow((page, timed) => readAll(page, timed, path, kind === 'csv'));
      const size = Math.round((await stat(path)).size / 1e6);
      const file = `${ROWS.toLocaleString('en')} × ${columns} ${kind.toUpperCase()} (${size} MB)`;
      process.stdout.write(`${report(file, steps)}\n`);
    }
    if (asked.length === 0 || asked.includes('merge')) {
      const path = join(folder, 'companies.csv');
      await writeFile(path, spellings());
      const steps = await inWindow((page, timed) => mergeAll(page, timed, path));
      process.stdout.write(`${report(`${CLUSTERS.toLocaleString('en')} clusters`, steps)}\n`);
    }
    if (asked.length === 0 || asked.includes('review')) {
      const path = join(folder, 'persons.csv');
      await writeFile(path, contacts());
      const steps = await inWindow((page, timed) => reviewPersons(page, timed, path));
      process.stdout.write(`${report(`${PERSONS.toLocaleString('en')} persons`, steps)}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Timed = (what: string, work: () => Promise<unknown>) => Promise<void>;

type Journey = (page: Page, timed: Timed) => Promise<void>;

/** Does a journey twice: by the clock, and again with the browser's tracing, which takes time of its own. */
async function inWindow(journey: Journey): Promise<readonly Step[]> {
  const clocks = await walk(journey, false);
  const traced = await walk(journey, true);
  return traced.map((step, at) => ({ ...step, clock: clocks[at]!.clock }));
}

/** Opens a project in a window and times what is done there. */
async function walk(journey: Journey, isTraced: boolean): Promise<readonly Step[]> {
  const host = await startHost();
  const window = await openWindow(host.url);
  try {
    const { page } = window;
    page.setDefaultTimeout(300_000);
    await introduce(page, 'Mara Voss', 'Head of CRM data');
    await newProject(page, 'Very many', false);
    const steps: Step[] = [];
    const session = await page.context().newCDPSession(page);
    const timed: Timed = async (what, work) => {
      const trace = isTraced ? await startTrace(session) : null;
      const start = performance.now();
      await work();
      const clock = performance.now() - start;
      steps.push({ what, clock, work: trace ? await trace.stop() : NO_WORK });
    };
    await journey(page, timed);
    return steps;
  } finally {
    await window.close();
    await host.stop();
  }
}

async function readAll(page: Page, timed: Timed, path: string, withFacets: boolean): Promise<void> {
  await timed('file picked → first rows shown', async () => {
    await page.getByTestId('file-input').setInputFiles(path);
    await page.getByTestId('preview-table').waitFor();
  });
  await timed('copied into the project', async () => {
    await page.getByTestId('import-add').click();
    await page.getByTestId('screen-sources').waitFor();
  });
  await timed('read whole, rows counted', async () => {
    await page.waitForFunction(
      (least) =>
        Number(document.querySelector('[data-testid="table-rows"]')?.textContent?.replaceAll(',', '')) >=
        least,
      ROWS,
      // Asked at every frame, the window would be busy with being asked.
      { polling: 100 },
    );
  });
  await timed('grid opened', async () => {
    await page.getByTestId('open-table').first().click();
    await page.getByTestId('data-grid').locator('[role="gridcell"]').first().waitFor();
  });
  if (withFacets) {
    await timed('facet of values added', () => addFacet(page, 0));
    await timed('facet of another column added', () => addFacet(page, 9));
  }
}

/** Two spellings of each of very many companies, as CSV. */
function spellings(): string {
  const lines = Array.from(
    { length: CLUSTERS },
    (_, i) => `${2 * i},Northgate Holding ${i} Ltd\n${2 * i + 1},NORTHGATE HOLDING ${i} LTD.\n`,
  );
  return `No,Company\n${lines.join('')}`;
}

/** Adds the table of a file to the project. */
async function addTable(page: Page, path: string): Promise<void> {
  await page.getByTestId('file-input').setInputFiles(path);
  await page.getByTestId('preview-table').waitFor();
  await page.getByTestId('import-add').click();
  await page.getByTestId('screen-sources').waitFor();
  await settled(page);
}

/** Merges every cluster of the table in one step. */
async function mergeAll(page: Page, timed: Timed, path: string): Promise<void> {
  await addTable(page, path);
  await goTo(page, 'clean');
  await page.getByTestId('clean-grid').waitFor();
  await settled(page);
  await page
    .locator('[data-testid="clean-grid"] [role="gridcell"]', { hasText: 'Northgate' })
    .first()
    .click();
  await page.keyboard.press('c');
  await page.getByTestId('column-actions-menu').waitFor();
  await timed('clusters found', async () => {
    await page.getByTestId('offer-merge').first().click();
    await page
      .getByTestId('cluster-total')
      .getByText(/clusters? among/)
      .waitFor();
  });
  await timed('all of them taken', async () => {
    await page.getByTestId('clusters-all').click();
    await page
      .getByTestId('clusters-save')
      .getByText(/Merge .* clusters/)
      .waitFor();
  });
  await timed('merged in one step, saved', () =>
    saved(page, () => page.getByTestId('clusters-save').click()),
  );
  await timed('table shown as merged', () => settled(page));
}

/** The persons of the matching bench with a key, under the headings of a CRM. */
function contacts(): string {
  const { rows } = personRows(PERSONS, `bench ${PERSONS}`);
  const fields =
    'Contact ID,First Name,Last Name,Email,Phone,Mailing Street,Mailing Postcode,Mailing City,Birthdate';
  return Papa.unparse({ fields: fields.split(','), data: rows.map((row, i) => [`P${i}`, ...row]) });
}

/** Finds the duplicates of a table and decides some: every decision teaches and clusters all records anew. */
async function reviewPersons(page: Page, timed: Timed, path: string): Promise<void> {
  await addTable(page, path);
  await agreeAllMappings(page);
  await timed('duplicates found, the first cluster shown', async () => {
    await goTo(page, 'duplicates');
    await page.getByTestId('review-table').waitFor();
  });
  await settled(page);
  await page.getByTestId('show-all').click();
  await settled(page);
  for (const which of ['the first', 'another', 'a third']) {
    const before = await page.getByTestId('show-decided').innerText();
    await timed(`${which} decision, the next cluster shown`, async () => {
      await page.keyboard.press('n');
      await changed(page, 'show-decided', before);
    });
    await settled(page);
    await page.getByTestId('next-cluster').click();
    await settled(page);
  }
  await page.getByTestId('match-settings').click();
  await page.getByTestId('threshold-match').focus();
  await settled(page);
  for (const which of ['a threshold moved', 'moved once more']) {
    const before = await page.getByTestId('stat-joins').innerText();
    await timed(`${which}, what comes of it shown`, async () => {
      await page.keyboard.press('ArrowRight');
      await changed(page, 'stat-joins', before);
    });
    await settled(page);
  }
}

/** Waits until a part of the window says something else than before. */
async function changed(page: Page, testId: string, before: string): Promise<void> {
  await page.waitForFunction(
    ([id, text]) => {
      const now = document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.innerText;
      return now !== undefined && now !== text;
    },
    [testId, before],
  );
}

/** The parts of a trace event that are looked at. */
interface TraceEvent {
  readonly name: string;
  readonly tid: number;
  readonly pid: number;
  /** Processor time in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Records the work of the browser's threads, as its own tracing sees it. */
async function startTrace(session: CDPSession): Promise<{ stop(): Promise<Work> }> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }): void => {
    events.push(...(value as TraceEvent[]));
  };
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] },
  });
  return {
    async stop() {
      const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await done;
      session.off('Tracing.dataCollected', take);
      return workOf(events);
    },
  };
}

function workOf(events: readonly TraceEvent[]): Work {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const sums = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'RunTask') continue;
    sums.set(threadOf(event), (sums.get(threadOf(event)) ?? 0) + (event.tdur ?? 0) / 1000);
  }
  const named = (name: string): string[] =>
    events.filter((e) => e.name === 'thread_name' && e.args?.name === name).map(threadOf);
  const busiest = (threads: readonly string[]): string | undefined =>
    [...threads].sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0))[0];
  const window = busiest(named('CrRendererMain'));
  const worker = busiest(named('DedicatedWorker thread'));
  return {
    tasks: events
      .filter((event) => event.name === 'RunTask' && threadOf(event) === window)
      .map(({ tdur = 0 }) => tdur / 1000),
    worker: worker === undefined ? 0 : (sums.get(worker) ?? 0),
  };
}

async function addFacet(page: Page, option: number): Promise<void> {
  if ((await page.getByTestId('facet-panel').count()) === 0) await page.getByTestId('show-facets').click();
  const before = await page.getByTestId('facet').count();
  await page.getByTestId('facet-add').click();
  await page.getByRole('option').nth(option).click();
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('[data-testid="facet"] [aria-pressed], [data-testid="facet-slider"]').length >
        0 && document.querySelectorAll('[data-testid="facet"]').length > count,
    before,
  );
  await page.locator('[data-testid="facet"] [aria-label="Loading"]').waitFor({ state: 'detached' });
}

function report(file: string, steps: readonly Step[]): string {
  const rows = steps.map(({ what, clock, work }) => {
    const total = work.tasks.reduce((sum, task) => sum + task, 0);
    const longest = work.tasks.reduce((most, task) => Math.max(most, task), 0);
    const cells = [file, what, clock / 1000, work.worker / 1000, total / 1000].map((cell) =>
      typeof cell === 'number' ? cell.toFixed(2) : cell,
    );
    return `| ${cells.join(' | ')} | ${Math.round(longest)} |`;
  });
  return rows.join('\n');
}

await main();

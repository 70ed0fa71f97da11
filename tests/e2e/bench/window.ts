import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeCsv } from '../../bench/ingest/files';
import { openWindow } from '../support/browser';
import { startHost } from '../support/host';
import { introduce, newProject } from '../support/journey';

const ROWS = 1_000_000;

/** A task of the window's thread, in milliseconds of processor time: other work on the machine does not count. */
interface ThreadTask {
  readonly busy: number;
}

/**
 * The window while a million rows are looked into, added and read in Chromium: is it alive, is it quick? Needs the built
 * app: `npm run build`, then `npx tsx tests/e2e/bench/window.ts`.
 */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-bench-'));
  process.env['WINNOW_E2E_TEMP'] = folder;
  try {
    const path = join(folder, 'customers.csv');
    await writeCsv(path, ROWS);
    process.stdout.write(`${report(await measure(path), (await stat(path)).size)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Figures = readonly (readonly [what: string, milliseconds: number])[];

async function measure(path: string): Promise<{ figures: Figures; tasks: readonly ThreadTask[] }> {
  const host = await startHost();
  const window = await openWindow(host.url);
  try {
    const { page } = window;
    page.setDefaultTimeout(180_000);
    await introduce(page, 'Mara Voss', 'Head of CRM data');
    await newProject(page, 'A million rows', false);
    const trace = await startTrace(page);
    const figures: [string, number][] = [];
    const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      const start = performance.now();
      await work();
      figures.push([what, performance.now() - start]);
    };
    await timed('file picked → first rows shown', async () => {
      await page.getByTestId('file-input').setInputFiles(path);
      await page.getByTestId('preview-table').waitFor();
    });
    await timed('copied into the project', async () => {
      await page.getByTestId('import-add').click();
      await page.getByTestId('screen-sources').waitFor();
    });
    await timed('read whole, rows counted', async () => {
      await page.waitForFunction(() =>
        /^[\d,]{9,}$/.test(document.querySelector('[data-testid="table-rows"]')?.textContent ?? ''),
      );
    });
    await timed('grid opened', async () => {
      await page.getByTestId('open-table').first().click();
      await page.getByTestId('data-grid').locator('[role="gridcell"]').first().waitFor();
    });
    await timed('facet of values added', () => addFacet(page, 0));
    await timed('facet of another column added', () => addFacet(page, 9));
    return { figures, tasks: await trace.stop() };
  } finally {
    await window.close();
    await host.stop();
  }
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

/** Records the tasks of the window's thread, as the browser's own tracing sees them. */
async function startTrace(page: Page): Promise<{ stop(): Promise<readonly ThreadTask[]> }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] },
  });
  return {
    async stop() {
      const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await done;
      const threads = new Map<string, number>();
      const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
      for (const { name, tid, pid, tdur = 0 } of events) {
        if (name === 'RunTask') threads.set(`${pid}:${tid}`, (threads.get(`${pid}:${tid}`) ?? 0) + tdur);
      }
      const busiest = [...threads].sort((a, b) => b[1] - a[1])[0]?.[0];
      const thread = main ? `${main.pid}:${main.tid}` : busiest;
      return events
        .filter(({ name, pid, tid }) => name === 'RunTask' && `${pid}:${tid}` === thread)
        .map(({ tdur = 0 }) => ({ busy: tdur / 1000 }));
    },
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

function report(
  { figures, tasks }: { readonly figures: Figures; readonly tasks: readonly ThreadTask[] },
  bytes: number,
): string {
  const longest = tasks.reduce((most, { busy }) => Math.max(most, busy), 0);
  const over = (limit: number): number => tasks.filter(({ busy }) => busy > limit).length;
  return [
    `${ROWS.toLocaleString('en')} rows × 20 columns (${Math.round(bytes / 1e6)} MB) in Chromium, browser host, clock:`,
    '',
    '| step | ms |',
    '|---|---:|',
    ...figures.map(([what, ms]) => `| ${what} | ${Math.round(ms)} |`),
    '',
    `Tasks of the window's thread, by processor time: ${tasks.length}, over 50 ms: ${over(50)}, over 100 ms: ${over(100)}, the longest ${Math.round(longest)} ms.`,
  ].join('\n');
}

await main();

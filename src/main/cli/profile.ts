import type { TaskContext } from '@shared/base/progress';
import type { IngestedTable } from '@shared/ingest/types';
import { findInTable } from '@shared/profile/findings/find-in-table';
import { findLinks, type LinkedTable } from '@shared/profile/findings/links';
import { profileTable } from '@shared/profile/profile-table';
import { type ReportedTable, reportHtml } from '@shared/profile/report/report-html';
import type { TableProfile } from '@shared/profile/types';
import { isoDate, parseArguments } from './arguments';
import { sheetOf } from './choose-tables';
import { type CliIo, type Command, EXIT, failWith, printJson, taskOf } from './io';
import { openTables } from './open-tables';
import type { OpenedTable } from './opened-table';
import { writeLines } from './output-file';
import { clipped, grouped, percent, textTable } from './text-table';

const HELP = `winnow profile FILE… [--sheet NAME] [--date YYYY-MM-DD] [--html FILE] [--json]

Reads each file as Winnow would propose to read it and says what is in it: per column how many rows are filled, how many
values differ, types, meaning and problems; per table a quality score in the terms of ISO/IEC 25012.

FILE          CSV, TSV, TXT, XLSX, XLS, XLSB or ODS; every visible sheet of a workbook is profiled.
--sheet NAME  only this sheet of a workbook, hidden or not
--date DATE   day the score looks back from (how current the dates are); today when left out
--html FILE   also writes everything as one page that stands alone, with what stands between columns and tables
--json        everything as JSON, see docs/cli.md
`;

/** One profiled table with where it came from. */
interface Profiled {
  readonly opened: OpenedTable;
  readonly profile: TableProfile;
}

export const profileCommand: Command = {
  name: 'profile',
  summary: 'what is in a file: columns, types, problems, quality score',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('profile', args, {
      sheet: { type: 'string' },
      date: { type: 'string' },
      html: { type: 'string' },
    });
    if (!parsed.ok) return failWith(io, 'profile', args.includes('--json'), parsed.error);
    const { files, json } = parsed.value;
    const date = isoDate(parsed.value.text('date'), new Date().toISOString().slice(0, 10));
    if (!date.ok) return failWith(io, 'profile', json, date.error);
    if (files.length === 0) {
      return failWith(io, 'profile', json, {
        code: 'NO_FILE',
        message: 'Name at least one file to profile. Run "winnow profile --help" for an example.',
      });
    }
    const sheet = parsed.value.text('sheet');
    const all: Profiled[] = [];
    for (const path of files) {
      const opened = await openTables(
        path,
        sheet === null ? { kind: 'visible' } : { kind: 'sheet', sheet },
        taskOf(io),
      );
      if (!opened.ok) return failWith(io, 'profile', json, opened.error);
      for (const table of opened.value) {
        const { ingested } = table;
        all.push({ opened: table, profile: profileTable(ingested.table, ingested.columns, date.value) });
      }
    }
    const page = parsed.value.text('html');
    if (page !== null) await writePage(page, all, taskOf(io));
    if (json)
      printJson(io, { command: 'profile', ok: true, referenceDate: date.value, tables: all.map(asJson) });
    else {
      for (const item of all) printProfile(io, item);
      if (page !== null) io.out(`The profile is written to ${page}.\n`);
    }
    return EXIT.done;
  },
};

/** Everything as one HTML page: also what stands between the columns and the tables. */
async function writePage(path: string, all: readonly Profiled[], task: TaskContext): Promise<void> {
  const tables: ReportedTable[] = [];
  const linked: LinkedTable[] = [];
  for (const [index, { opened, profile }] of all.entries()) {
    const { table, columns } = opened.ingested;
    const sheet = sheetOf(opened.proposal);
    const name = sheet === null ? opened.fileName : `${opened.fileName}, ${sheet}`;
    const tableId = `t${index + 1}`;
    const findings = await findInTable(table, columns, profile, `Comparing the columns of ${name}`, task);
    tables.push({ tableId, name, profile, findings, before: null, choices: [] });
    linked.push({ tableId, name, table, profile, keyColumn: profile.keyColumn });
  }
  const title = tables.map((table) => table.name).join(', ');
  const page = reportHtml({ title, tables, links: await findLinks(linked, task) });
  await writeLines(path, (file) => file.line(page.trimEnd()));
}

function asJson({ opened, profile }: Profiled): unknown {
  const { proposal, ingested } = opened;
  return {
    file: opened.path,
    format: opened.format,
    sheet: sheetOf(proposal),
    name: proposal.name,
    options: proposal.options,
    evidence: proposal.evidence,
    rejected: ingested.rejected,
    warnings: ingested.warnings,
    ...profile,
  };
}

function printProfile(io: CliIo, { opened, profile }: Profiled): void {
  io.settle();
  io.out(`${headline(opened, opened.ingested, profile)}\n`);
  for (const evidence of opened.proposal.evidence) {
    if (evidence.certainty === 'ask') io.out(`  to be settled: ${evidence.text}\n`);
  }
  for (const warning of opened.ingested.warnings) io.out(`  note: ${warning}\n`);
  io.out(
    textTable(
      [
        { title: 'column', align: 'left' },
        { title: 'meaning', align: 'left' },
        { title: 'type', align: 'left' },
        { title: 'filled', align: 'right' },
        { title: 'distinct', align: 'right' },
        { title: 'worth', align: 'right' },
        { title: 'most frequent', align: 'left' },
        { title: 'problems', align: 'left' },
      ],
      profile.columns.map((column) => [
        clipped(column.name, 28),
        column.semantic,
        column.type,
        percent(column.rows === 0 ? 0 : column.filled / column.rows),
        grouped(column.distinct),
        column.worth.score.toFixed(2),
        clipped(column.top[0]?.value ?? '', 24),
        column.problems.map((problem) => problem.sentence).join(' '),
      ]),
    ),
  );
  io.out(`quality ${percent(profile.quality.overall)}: `);
  io.out(
    `${profile.quality.parts.map((part) => `${part.characteristic} ${percent(part.score)}`).join(', ')}\n\n`,
  );
}

function headline(opened: OpenedTable, ingested: IngestedTable, profile: TableProfile): string {
  const sheet = sheetOf(opened.proposal);
  const where = sheet === null ? opened.fileName : `${opened.fileName}, sheet ${sheet}`;
  const rejected = ingested.rejected.length > 0 ? `, ${grouped(ingested.rejected.length)} rejected` : '';
  const key = profile.keyColumn === null ? 'no key column found' : `key ${profile.keyColumn}`;
  return `${where}: ${grouped(profile.rows)} rows${rejected}, ${profile.columns.length} columns, ${key}`;
}

import { readFile } from 'node:fs/promises';
import { capture, fail, type Result } from '@shared/base/result';
import { applyRecipe } from '@shared/clean/apply-recipe';
import { MAX_RECIPE_CHARS, readRecipe } from '@shared/clean/recipe-file';
import { stepSentence } from '@shared/clean/step-sentence';
import type { CleanedTable, Recipe } from '@shared/clean/types';
import type { Table } from '@shared/table/types';
import { during } from '../files/errors';
import { parseArguments } from './arguments';
import { sheetOf } from './choose-tables';
import { type CliIo, type Command, EXIT, type ExitCode, failWith, printJson, taskOf } from './io';
import { openTables } from './open-tables';
import type { OpenedTable } from './opened-table';
import { csvCell, writeLines } from './output-file';
import { grouped, textTable } from './text-table';

const HELP = `winnow clean FILE --recipe RECIPE.json --out CLEANED.csv [--sheet NAME] [--report FILE] [--strict] [--json]

Runs a recipe that was made on the Clean screen over a file and writes the table it becomes, row for row in the same
order. A step that cannot run on this file is said and the others go on.

--recipe FILE  the recipe, as exported from Winnow
--out FILE     the cleaned table: CSV, UTF-8, commas
--sheet NAME   this sheet of a workbook; the one with the most rows when left out
--report FILE  what every step did, with samples and the new spellings it caught, as JSON
--strict       end with 2, writing nothing, when a step cannot run
--json         what every step did as JSON, see docs/cli.md
`;

interface Asked {
  readonly path: string;
  readonly recipe: string;
  readonly out: string;
  readonly sheet: string | null;
  readonly report: string | null;
  readonly strict: boolean;
}

interface Done {
  readonly opened: OpenedTable;
  readonly recipe: Recipe;
  readonly cleaned: CleanedTable;
  readonly written: boolean;
}

export const cleanCommand: Command = {
  name: 'clean',
  summary: 'run a cleaning recipe over a file',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('clean', args, {
      recipe: { type: 'string' },
      out: { type: 'string' },
      sheet: { type: 'string' },
      report: { type: 'string' },
      strict: { type: 'boolean' },
    });
    if (!parsed.ok) return failWith(io, 'clean', args.includes('--json'), parsed.error);
    const { files, json, text, flag } = parsed.value;
    const [path] = files;
    const recipe = text('recipe');
    const out = text('out');
    if (path === undefined || files.length > 1 || recipe === null || out === null) {
      return failWith(io, 'clean', json, {
        code: 'BAD_ARGUMENT',
        message:
          'Name one file, its recipe and where the cleaned table goes: winnow clean FILE --recipe RECIPE.json --out CLEANED.csv.',
      });
    }
    const asked = { path, recipe, out, sheet: text('sheet'), report: text('report'), strict: flag('strict') };
    const done = await clean(asked, io);
    if (!done.ok) return failWith(io, 'clean', json, done.error);
    return report(io, json, asked, done.value);
  },
};

async function clean(asked: Asked, io: CliIo): Promise<Result<Done>> {
  const recipe = await readRecipeAt(asked.recipe);
  if (!recipe.ok) return recipe;
  const choice =
    asked.sheet === null ? ({ kind: 'largest' } as const) : ({ kind: 'sheet', sheet: asked.sheet } as const);
  const tables = await openTables(asked.path, choice, taskOf(io));
  if (!tables.ok) return tables;
  const opened = tables.value[0]!;
  const cleaned = applyRecipe(opened.ingested.table, opened.ingested.columns, recipe.value);
  const isBroken = cleaned.outcomes.some(({ state }) => state === 'broken');
  if (isBroken && asked.strict)
    return { ok: true, value: { opened, recipe: recipe.value, cleaned, written: false } };
  return capture(async () => {
    await during(`write ${asked.out}`, () => writeTable(asked.out, cleaned.table));
    const done = { opened, recipe: recipe.value, cleaned, written: true };
    const { report } = asked;
    if (report !== null) await during(`write ${report}`, () => writeReport(report, done));
    return done;
  });
}

async function readRecipeAt(path: string): Promise<Result<Recipe>> {
  const text = await capture(() => during(`read ${path}`, () => readFile(path)));
  if (!text.ok) return text;
  if (text.value.length > MAX_RECIPE_CHARS) {
    return fail('RECIPE_TOO_LARGE', `${path} is larger than any recipe Winnow writes. It was not read.`);
  }
  const file = readRecipe(text.value.toString('utf8'));
  return file.ok ? { ok: true, value: file.value.steps } : file;
}

function writeTable(path: string, table: Table): Promise<void> {
  // Each distinct value is quoted once.
  const quoted = table.columns.map((column) => column.values.map(csvCell));
  return writeLines(path, async (file) => {
    await file.line(table.columns.map(({ name }) => csvCell(name)).join(','));
    for (let row = 0; row < table.rowCount; row++) {
      await file.line(table.columns.map((column, at) => quoted[at]![column.codes[row]!]!).join(','));
    }
  });
}

function writeReport(path: string, done: Done): Promise<void> {
  return writeLines(path, (file) => file.line(JSON.stringify({ steps: stepsOf(done, true) }, null, 2)));
}

/** What every step did; samples and new spellings only in the report file, they may be long. */
function stepsOf({ recipe, cleaned }: Done, whole: boolean): readonly unknown[] {
  return recipe.map((step, at) => {
    const { samples, caught, ...outcome } = cleaned.outcomes[at]!;
    const facts = { ...outcome, action: stepSentence(step.action), caught: caught.length };
    return whole ? { ...facts, samples, caughtValues: caught } : facts;
  });
}

function report(io: CliIo, json: boolean, asked: Asked, done: Done): ExitCode {
  const { opened, recipe, cleaned, written } = done;
  const broken = cleaned.outcomes.filter(({ state }) => state === 'broken');
  const { rejected } = opened.ingested;
  if (json) {
    printJson(io, {
      command: 'clean',
      ok: written,
      file: opened.path,
      sheet: sheetOf(opened.proposal),
      out: written ? asked.out : null,
      rows: cleaned.table.rowCount,
      rejected: rejected.length,
      columns: cleaned.table.columns.map(({ name }) => name),
      steps: stepsOf(done, false),
    });
    return written ? EXIT.done : EXIT.refused;
  }
  io.settle();
  io.out(
    textTable(
      [
        { title: 'step', align: 'right' },
        { title: 'what', align: 'left' },
        { title: 'values', align: 'right' },
        { title: 'rows', align: 'right' },
        { title: 'what became of it', align: 'left' },
      ],
      recipe.map((step, at) => {
        const { values, rows, sentence } = cleaned.outcomes[at]!;
        return [String(at + 1), stepSentence(step.action), grouped(values), grouped(rows), sentence];
      }),
    ),
  );
  for (const { sentence } of broken) io.err(`winnow clean: a step could not run. ${sentence}\n`);
  if (!written) {
    io.err('winnow clean: nothing was written, because --strict asks for every step to run.\n');
    return EXIT.refused;
  }
  const lost = rejected.length > 0 ? ` ${grouped(rejected.length)} lines could not be read as rows.` : '';
  io.out(`${grouped(cleaned.table.rowCount)} rows written to ${asked.out}.${lost}\n`);
  return EXIT.done;
}

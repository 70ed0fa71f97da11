import { mappingSheet } from '@shared/mapping/sheet';
import { sourceWords } from '@shared/mapping/source-words';
import { suggestMapping } from '@shared/mapping/suggest';
import type { MappingSuggestion } from '@shared/mapping/types';
import { profileTable } from '@shared/profile/profile-table';
import type { TableProfile } from '@shared/profile/types';
import { BUILT_IN_SYSTEMS } from '@shared/target/catalogue';
import type { TargetSystem } from '@shared/target/types';
import { isoDate, parseArguments } from './arguments';
import { sheetOf } from './choose-tables';
import { chooseTarget } from './choose-target';
import { type CliIo, type Command, EXIT, failWith, printJson, taskOf } from './io';
import { type SheetFormat, sheetFormat, writeSheetFile } from './map-sheet';
import { openTables } from './open-tables';
import type { OpenedTable } from './opened-table';
import { stackOpened } from './stack-tables';
import { clipped, textTable } from './text-table';

const HELP = `winnow map FILE… --target SYSTEM [--object NAME] [--sheet NAME] [--json]

Suggests which field of the target CRM each column fills, with a score and the reasons. Files given together are seen
together: a column that holds the keys of another file becomes a reference to it.

--target SYSTEM  ${BUILT_IN_SYSTEMS.map((system) => system.system).join(', ')}; or the file of a
                 saved target profile, or of the organisation's own metadata
--object NAME    map every file to this object, e.g. Account; the likeliest object of each file when left out
--sheet NAME     only this sheet of a workbook; every visible sheet when left out
--stack          tables that look like one, such as "Customers 2019" and "Customers 2020", are mapped as one
--date DATE      day the profile looks back from; today when left out
--out FILE       write the mapping sheet for sign-off: .xlsx a workbook, .html a page to print
--json           the suggestions as JSON, see docs/cli.md
`;

/** A table with its profile and the id it has within this run. */
interface Candidate {
  readonly tableId: string;
  readonly opened: OpenedTable;
  readonly profile: TableProfile;
}

interface Suggested {
  readonly candidate: Candidate;
  readonly suggestion: MappingSuggestion;
}

export const mapCommand: Command = {
  name: 'map',
  summary: 'which field of the target CRM each column fills, and why',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('map', args, {
      target: { type: 'string' },
      object: { type: 'string' },
      sheet: { type: 'string' },
      stack: { type: 'boolean' },
      out: { type: 'string' },
      date: { type: 'string' },
    });
    if (!parsed.ok) return failWith(io, 'map', args.includes('--json'), parsed.error);
    const { files, json } = parsed.value;
    const date = isoDate(parsed.value.text('date'), new Date().toISOString().slice(0, 10));
    if (!date.ok) return failWith(io, 'map', json, date.error);
    const target = await chooseTarget(parsed.value.text('target'), parsed.value.text('object'));
    if (!target.ok) return failWith(io, 'map', json, target.error);
    for (const note of target.value.notes) io.err(`${note}\n`);
    const system = target.value.system;
    if (files.length === 0) {
      return failWith(io, 'map', json, {
        code: 'NO_FILE',
        message: 'Name at least one file to map. Run "winnow map --help" for an example.',
      });
    }
    const out = parsed.value.text('out');
    const format = out === null ? null : sheetFormat(out);
    if (format && !format.ok) return failWith(io, 'map', json, format.error);
    const tables: OpenedTable[] = [];
    const sheet = parsed.value.text('sheet');
    for (const path of files) {
      const choice = sheet === null ? ({ kind: 'visible' } as const) : ({ kind: 'sheet', sheet } as const);
      const opened = await openTables(path, choice, taskOf(io));
      if (!opened.ok) return failWith(io, 'map', json, opened.error);
      tables.push(...opened.value);
    }
    const candidates = (parsed.value.flag('stack') ? stackOpened(tables) : tables).map(
      (opened, at): Candidate => ({
        tableId: `table-${at + 1}`,
        opened,
        profile: profileTable(opened.ingested.table, opened.ingested.columns, date.value),
      }),
    );
    const suggested = suggestAll(candidates, system, parsed.value.text('object'));
    if (out !== null && format?.ok) {
      await writeSheet(out, format.value, system, suggested);
      io.err(`Mapping sheet written: ${out}\n`);
    }
    if (json)
      printJson(io, { command: 'map', ok: true, target: system.system, tables: suggested.map(asJson) });
    else for (const item of suggested) printSuggestion(io, item, system, suggested);
    return EXIT.done;
  },
};

/** The mapping sheet of what is suggested, each table under the name of its file and sheet. */
async function writeSheet(
  path: string,
  format: SheetFormat,
  system: TargetSystem,
  suggested: readonly Suggested[],
): Promise<void> {
  const tables = suggested.map(({ candidate: { tableId, opened }, suggestion }) => {
    const part = sheetOf(opened.proposal);
    return {
      name: part === null ? opened.fileName : `${opened.fileName}, ${part}`,
      table: opened.ingested.table,
      mapping: {
        tableId,
        object: suggestion.object.object,
        keyColumn: suggestion.keyColumn,
        fields: suggestion.fields.map((field) => field.mapping),
      },
    };
  });
  await writeSheetFile(path, format, mappingSheet('Suggested', system, tables));
}

/**
 * Suggests for every table. The objects come first, from each table alone; then each table is suggested again in the
 * light of what the others are, so that references find their parents.
 */
function suggestAll(
  candidates: readonly Candidate[],
  system: TargetSystem,
  object: string | null,
): readonly Suggested[] {
  const suggest = (candidate: Candidate, objects: ReadonlyMap<string, string>): MappingSuggestion =>
    suggestMapping({
      tableId: candidate.tableId,
      table: candidate.opened.ingested.table,
      profile: candidate.profile,
      system,
      object: object ?? objects.get(candidate.tableId) ?? null,
      others: candidates
        .filter((other) => other !== candidate)
        .map((other) => ({
          tableId: other.tableId,
          table: other.opened.ingested.table,
          keyColumn: other.profile.keyColumn,
          object: object ?? objects.get(other.tableId) ?? null,
        })),
    });
  const objects = new Map(
    candidates.map((candidate) => [candidate.tableId, suggest(candidate, new Map()).object.object]),
  );
  return candidates.map((candidate) => ({ candidate, suggestion: suggest(candidate, objects) }));
}

function asJson({ candidate, suggestion }: Suggested): unknown {
  const { opened, tableId } = candidate;
  return {
    tableId,
    file: opened.path,
    sheet: sheetOf(opened.proposal),
    rows: opened.ingested.table.rowCount,
    ...suggestion,
  };
}

function printSuggestion(io: CliIo, item: Suggested, system: TargetSystem, all: readonly Suggested[]): void {
  const { opened } = item.candidate;
  const { suggestion } = item;
  const sheet = sheetOf(opened.proposal);
  const labelOf = new Map(
    system.objects
      .find((object) => object.name === suggestion.object.object)
      ?.fields.map((f) => [f.api, f.label]),
  );
  io.settle();
  io.out(`${opened.fileName}${sheet === null ? '' : `, sheet ${sheet}`} → ${suggestion.object.object}`);
  io.out(` (${suggestion.object.score.toFixed(2)}: ${suggestion.object.reasons.join('; ')})\n`);
  io.out(
    textTable(
      [
        { title: 'field', align: 'left' },
        { title: 'label', align: 'left' },
        { title: 'from', align: 'left' },
        { title: 'score', align: 'right' },
        { title: '', align: 'left' },
        { title: 'why', align: 'left' },
      ],
      suggestion.fields.map((field) => [
        field.field,
        labelOf.get(field.field) ?? '',
        clipped(
          sourceWords(
            field.mapping.from,
            (id) => all.find((item) => item.candidate.tableId === id)?.candidate.opened.fileName ?? id,
          ),
          44,
        ),
        field.score.toFixed(2),
        field.certainty === 'sure' ? 'sure' : 'check',
        field.reasons.join('; '),
      ]),
    ),
  );
  io.out(`key: ${suggestion.keyColumn ?? 'none, rows are known by their content'}\n`);
  if (suggestion.leftOver.length > 0) io.out(`left over: ${suggestion.leftOver.join(', ')}\n`);
  io.out('\n');
}

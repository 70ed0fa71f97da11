import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import estate from '../../resources/sample-estate.json';
import { buildSamples } from '../../scripts/samples/build';
import { quietTask } from '../../src/shared/base/progress';
import { unwrap } from '../../src/shared/base/result';
import { inspectFile } from '../../src/shared/ingest/inspect';
import { readTable } from '../../src/shared/ingest/read';
import type { IngestedTable } from '../../src/shared/ingest/types';
import { mapRecords } from '../../src/shared/mapping/apply';
import { linkReferences } from '../../src/shared/mapping/link-references';
import { suggestMapping } from '../../src/shared/mapping/suggest';
import type { RecordSet, TableMapping } from '../../src/shared/mapping/types';
import { clusterRecords } from '../../src/shared/match/cluster';
import { matchInputOfRecords, PARENT_NAME } from '../../src/shared/match/input';
import { matchRecords } from '../../src/shared/match/match-records';
import {
  type ClusterResult,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
  type MatchSettings,
} from '../../src/shared/match/types';
import { fillFromParents, isCompanyOfPerson } from '../../src/shared/pipeline/parent-names';
import { profileTable } from '../../src/shared/profile/profile-table';
import { builtInTarget } from '../../src/shared/target/catalogue';
import type { TargetObject, TargetSystem } from '../../src/shared/target/types';
import { type Accuracy, measure } from './measures';

const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');

/** Objects of the sample estate whose duplicates are labelled, and the files that label them. */
export const ESTATE_OBJECTS = {
  Account: 'accounts',
  Contact: 'contacts',
  Opportunity: 'opportunities',
} as const;

export type EstateObject = keyof typeof ESTATE_OBJECTS;

/** Whether a name given to the accuracy command means an object of the estate. */
export const isEstateObject = (name: string): name is EstateObject => Object.hasOwn(ESTATE_OBJECTS, name);

/** Tables whose object a person would choose: the list of a salesman could be leads as well. */
const CHOSEN: ReadonlyMap<string, string> = new Map([['sales-contacts', 'Contact']]);

interface SourceTable {
  readonly tableId: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly keyColumn: string | null;
  readonly ingested: IngestedTable;
  /** Row number in the truth per row read: rejected lines are counted there too. */
  readonly rowNumber: readonly number[];
}

/** Bytes of a file of the estate by its path inside the samples folder. */
type FileReader = (path: string) => Uint8Array;

/** The sample estate, read and mapped by suggestion as the app does it. */
export interface Estate {
  readonly read: FileReader;
  readonly system: TargetSystem;
  readonly sources: readonly SourceTable[];
  readonly mappings: readonly TableMapping[];
  readonly records: ReadonlyMap<string, RecordSet>;
}

export interface EstateEvaluation extends Accuracy {
  readonly object: EstateObject;
  readonly records: number;
  readonly seconds: number;
  readonly expected: ClusterResult['expected'];
  readonly input: MatchInput;
  readonly settings: MatchSettings;
  readonly result: MatchResult;
  readonly clusters: ClusterResult;
  readonly truth: readonly (readonly [number, number])[];
}

/**
 * The committed estate (`null`), or one generated afresh in memory from another seed: nothing was ever tuned on it.
 */
export function estateFiles(seed: string | null): FileReader {
  if (seed === null) return (path) => readFileSync(join(SAMPLES, path));
  const files = buildSamples(seed);
  return (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`The generated estate has no file ${path}.`);
    return bytes;
  };
}

/** Reads the sample files and maps every table to the target by suggestion. */
export async function loadEstate(read: FileReader = estateFiles(null)): Promise<Estate> {
  const system = builtInTarget('salesforce');
  if (!system) throw new Error('The target of the sample estate is missing.');
  const sources: SourceTable[] = [];
  for (const table of estate.tables) {
    if (table.role === 'records') sources.push(await readSource(table, read));
  }
  const mappings: TableMapping[] = [];
  for (const source of sources) {
    const { tableId, ingested } = source;
    const suggestion = suggestMapping({
      tableId,
      table: ingested.table,
      profile: profileTable(ingested.table, ingested.columns, '2026-11-14'),
      system,
      object: CHOSEN.get(tableId) ?? null,
      others: sources
        .filter((other) => other !== source)
        .map((other) => ({
          tableId: other.tableId,
          table: other.ingested.table,
          keyColumn: other.keyColumn,
          object: mappings.find((mapping) => mapping.tableId === other.tableId)?.object ?? null,
        })),
    });
    const object = suggestion.object.object;
    if (object === null) throw new Error(`No object was suggested for ${tableId}.`);
    mappings.push({
      tableId,
      object,
      keyColumn: source.keyColumn,
      fields: suggestion.fields.map(({ mapping }) => mapping),
    });
  }
  const records = new Map(
    Object.keys(ESTATE_OBJECTS).map((name) => [
      name,
      mapRecords(
        objectOf(system, name),
        sources.flatMap(({ tableId, ingested }) =>
          mappings
            .filter((mapping) => mapping.tableId === tableId && mapping.object === name)
            .map((mapping) => ({ tableId, table: ingested.table, mapping })),
        ),
        [],
        system.file,
      ),
    ]),
  );
  return { read, system, sources, mappings, records };
}

async function readSource(table: (typeof estate.tables)[number], read: FileReader): Promise<SourceTable> {
  const blob = new Blob([Uint8Array.from(read(table.file))]);
  const { tables } = unwrap(await inspectFile(blob, table.file, quietTask));
  const proposal = tables.find(
    ({ options }) => (options.kind === 'workbook' ? options.sheet : null) === table.sheet,
  );
  if (!proposal) throw new Error(`The table ${table.tableId} was not found in ${table.file}.`);
  const ingested = unwrap(await readTable(blob, table.file, proposal.options, quietTask));
  const lines = [
    ...Array.from(ingested.lines, (line, row) => ({ line, row })),
    ...ingested.rejected.map(({ line }) => ({ line, row: -1 })),
  ].sort((a, b) => a.line - b.line);
  const rowNumber: number[] = [];
  lines.forEach(({ row }, index) => {
    if (row >= 0) rowNumber[row] = index + 1;
  });
  const { tableId, file, sheet, keyColumn } = table;
  return { tableId, file, sheet, keyColumn, ingested, rowNumber };
}

/** Duplicates of one object with the default settings, judged by the truth of the estate. */
export async function evaluateEstate(estateRead: Estate, name: EstateObject): Promise<EstateEvaluation> {
  const { read, system, sources, mappings, records: all } = estateRead;
  const object = objectOf(system, name);
  const tables = new Map(sources.map(({ tableId, ingested }) => [tableId, ingested.table]));
  const own = all.get(name)!;
  const linked = linkReferences(
    object,
    own,
    mappings.filter((mapping) => mapping.object === name),
    all,
    tables,
  );
  const parents = linked.references.flatMap((reference) => {
    const records = all.get(reference.object);
    return records ? [{ reference, records }] : [];
  });
  const company = object.fields.find(isCompanyOfPerson)?.api ?? PARENT_NAME;
  const records = fillFromParents(linked, company, parents);
  const input = matchInputOfRecords(records, object);
  const truth = truePairs(records, sources, name, read);
  const before = process.cpuUsage();
  const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
  const none = { mustLink: [], cannotLink: [] };
  const clusters = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, none);
  return {
    ...measure(clusters.groupOf, truth, null),
    object: name,
    records: records.count,
    seconds: process.cpuUsage(before).user / 1e6,
    expected: clusters.expected,
    input,
    settings: DEFAULT_MATCH_SETTINGS,
    result,
    clusters,
    truth,
  };
}

/** Pairs of records that are one thing by the truth file. Throws on a record the truth does not know. */
function truePairs(
  records: RecordSet,
  sources: readonly SourceTable[],
  name: EstateObject,
  read: FileReader,
): (readonly [number, number])[] {
  const text = new TextDecoder().decode(read(`truth/${ESTATE_OBJECTS[name]}.csv`));
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const entityOf = new Map(
    rows.map((row) => [`${row['file']}|${row['sheet']}|${row['row']}`, row['entity_id']]),
  );
  const members = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  for (let record = 0; record < records.count; record++) {
    const tableId = records.tables[records.table[record]!];
    const source = sources.find((item) => item.tableId === tableId)!;
    const place = `${source.file}|${source.sheet ?? ''}|${source.rowNumber[records.row[record]!]}`;
    const entity = entityOf.get(place);
    if (entity === undefined) throw new Error(`The truth does not know ${place}.`);
    const earlier = members.get(entity) ?? [];
    for (const other of earlier) pairs.push([other, record]);
    members.set(entity, [...earlier, record]);
  }
  return pairs;
}

function objectOf(system: TargetSystem, name: string): TargetObject {
  const object = system.objects.find((item) => item.name === name);
  if (!object) throw new Error(`The target has no object ${name}.`);
  return object;
}

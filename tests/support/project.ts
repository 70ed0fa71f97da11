import { sha256Hex } from '@shared/base/canonical';
import { ok, unwrap } from '@shared/base/result';
import { checklistFor } from '@shared/govern/checklist';
import type { DelimitedOptions } from '@shared/ingest/types';
import { chainEntry, GENESIS } from '@shared/journal/chain';
import { foldJournal } from '@shared/journal/fold';
import type {
  EventDraft,
  EventKind,
  JournalEntry,
  ProjectState,
  ReadTableState,
  SourceFile,
  TableRole,
} from '@shared/journal/types';
import { createEngine } from '@shared/pipeline/engine';
import { memoryCache } from '@shared/pipeline/memory-cache';
import type { Engine, EngineDeps } from '@shared/pipeline/types';
import { builtInTarget } from '@shared/target/catalogue';

/** A project in memory for tests: tables from CSV text, events chained as in a real journal. */
export interface TestProject {
  readonly entries: readonly JournalEntry[];
  readonly state: ProjectState;
  readonly engine: Engine;
  /** Appends an event and hands the new state to the engine. */
  add<K extends EventKind>(kind: K, payload: EventDraft<K>['payload'], actor?: string): Promise<void>;
}

export interface TestTable {
  readonly id: string;
  readonly csv: string;
  readonly role?: TableRole;
  readonly keyColumn?: string | null;
  /** Further files stacked below; the first part is then called like the table. */
  readonly parts?: readonly { readonly name: string; readonly csv: string }[];
}

/** How every test CSV is read: UTF-8, commas, one header row. */
export const PLAIN_CSV: DelimitedOptions = {
  kind: 'delimited',
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  escape: '"',
  headerRow: 0,
  firstRow: 1,
  types: {},
  dateOrders: {},
};

/** Opens an engine over tables given as text; the first column is the key unless said otherwise. `report` hears of its work. */
export async function testProject(
  system: string,
  tables: readonly TestTable[],
  report: EngineDeps['report'] = () => undefined,
): Promise<TestProject> {
  const bytes = new Map<string, Blob>();
  const entries: JournalEntry[] = [];
  const engine = createEngine({
    readSource: async (file) => ok(bytes.get(file.sha256)!),
    target: builtInTarget,
    cache: memoryCache(),
    report,
    clock: () => 0,
  });
  const project = {
    entries,
    state: foldJournal([]),
    engine,
    async add<K extends EventKind>(kind: K, payload: EventDraft<K>['payload'], actor = 'mara') {
      const seq = entries.length + 1;
      entries.push(
        chainEntry(
          { kind, subject: kind, payload },
          {
            seq,
            at: `2026-11-14T09:00:${String(seq % 60).padStart(2, '0')}Z`,
            actor: { id: actor, role: 'steward' },
            salt: sha256Hex(String(seq)).slice(0, 32),
            prev: entries.at(-1)?.hash ?? GENESIS,
          },
        ),
      );
      project.state = foldJournal(entries);
      await engine.setState(project.state, entries);
    },
  };
  await project.add('project.created', { projectId: 'p1', name: 'Test project' });
  await project.add('target.set', { system, loader: builtInTarget(system)!.loaders[0]!.id });
  await project.add('source.added', { sourceId: 's1', name: 'Old CRM' });
  for (const table of tables) {
    const fileOf = (name: string, csv: string): SourceFile => {
      const sha256 = sha256Hex(csv);
      bytes.set(sha256, new Blob([csv]));
      return { sha256, ext: 'csv', name: `${name}.csv`, bytes: new TextEncoder().encode(csv).length };
    };
    await project.add('table.read', {
      tableId: table.id,
      sourceId: 's1',
      name: table.id,
      file: fileOf(table.id, table.csv),
      options: PLAIN_CSV,
      keyColumn: table.keyColumn === undefined ? (table.csv.split(',')[0] ?? null) : table.keyColumn,
      extractDate: '2026-11-14',
      ...(table.parts && {
        parts: table.parts.map(({ name, csv }) => ({ name, file: fileOf(name, csv), options: PLAIN_CSV })),
      }),
    });
    if (table.role) await project.add('table.role', { tableId: table.id, role: table.role, reason: 'test' });
  }
  return project;
}

/** A table of the project that is read from files, by its place. */
export function readTableOf({ state }: TestProject, at: number): ReadTableState {
  const table = state.tables[at];
  if (!table || table.derivation !== null) throw new Error(`table ${at} is not read from files`);
  return table;
}

/** The active rule under which every record of an object migrates. */
export async function keepAll(project: TestProject, object: string): Promise<void> {
  await project.add('rule.set', {
    rule: {
      object,
      includes: [],
      excludes: [],
      window: null,
      otherwise: 'keep',
      referenceDate: '2026-11-14',
      keepParents: false,
    },
  });
}

/** The whole checklist for these objects, every item waived: a test has no committee. */
export async function waiveChecklist(project: TestProject, objects: readonly string[]): Promise<void> {
  const items = checklistFor(objects.map((name) => ({ name, label: name })));
  await project.add('checklist.set', { items });
  for (const { id } of items)
    await project.add('waiver.granted', { subject: `item:${id}`, reason: 'a test has no committee' });
}

/** The ledger totals as they stand. */
export async function totals(project: TestProject) {
  return unwrap(await project.engine.ledger()).total;
}

import { AppFailure, unwrap } from '../base/result';
import { derivationWords } from '../derive/words';
import type { Checkpoint, JournalEntry } from '../journal/types';
import type { RecordSet } from '../mapping/types';
import type { PackageInput, PackageObject, TableDispositions } from '../package/types';
import { type WrittenPackage, writePackage } from '../package/write';
import { profileTable } from '../profile/profile-table';
import { ColumnBuilder } from '../table/column';
import type { Column } from '../table/types';
import { EXPORTED, fates, type ObjectFates } from './dispositions';
import { checklistStates, gateState } from './governance';
import { ledgerOf } from './ledger';
import type { Model } from './model';
import { tableDispositions } from './table-dispositions';

/** Every file of the migration package. Fails while the gate is closed or the sums do not close. */
export async function buildPackage(
  model: Model,
  entries: readonly JournalEntry[],
  request: { readonly name: string; readonly createdAt: string; readonly checkpoint: Checkpoint },
  referenceDate: string,
): Promise<WrittenPackage> {
  const gate = await gateState(model, referenceDate);
  if (!gate.open) {
    throw new AppFailure({
      code: 'GATE_CLOSED',
      message: `The package cannot be written yet. It waits for: ${gate.waitsFor.map((item) => item.sentence).join(' ')}`,
      details: { waitsFor: gate.waitsFor.length },
    });
  }
  return unwrap(writePackage(await packageInput(model, entries, request, referenceDate)));
}

async function packageInput(
  model: Model,
  entries: readonly JournalEntry[],
  request: { readonly name: string; readonly createdAt: string; readonly checkpoint: Checkpoint },
  referenceDate: string,
): Promise<PackageInput> {
  const system = model.requireTarget();
  const all = await fates(model);
  const tables = await tableDispositions(model);
  const loader = system.loaders.find((item) => item.id === model.state.target?.loader) ?? system.loaders[0]!;
  return {
    projectId: model.state.projectId,
    projectName: model.state.name,
    system,
    loader,
    name: request.name,
    createdAt: request.createdAt,
    objects: model.objects.map(({ object, mappings }) => packageObject(all.get(object.name)!, all, mappings)),
    tables: tables.map((table) => withoutErasedNames(table, erasureLines(model))),
    recipes: model.state.tables
      .filter(({ role }) => role !== 'ignored')
      .map((table) => ({ tableName: table.name, steps: model.recipe(table.id) })),
    made: model.state.tables.flatMap(({ name, derivation }) =>
      derivation === null
        ? []
        : { tableName: name, words: derivationWords(derivation, model.tableState(derivation.from).name) },
    ),
    ledger: ledgerOf(tables).lines,
    journal: entries,
    checkpoint: request.checkpoint,
    items: await checklistStates(model, referenceDate),
    waivers: model.state.waivers,
    people: model.state.people,
    quality: quality(model, all, referenceDate),
  };
}

/** Ids of the rule lines that look people up in a list of erasure requests. */
function erasureLines(model: Model): ReadonlySet<string> {
  const rules = Object.values(model.state.rules);
  return new Set(
    rules.flatMap((rule) =>
      rule.excludes.filter((line) => line.condition.kind === 'inList').map((line) => line.id),
    ),
  );
}

/** Rows left behind on request keep their legacy key in the lists and lose their name: the package travels. */
function withoutErasedNames(table: TableDispositions, lines: ReadonlySet<string>): TableDispositions {
  const titles = table.titles.map((title, row) =>
    lines.has(table.reasonCodes[table.reason[row]!]!) ? '' : title,
  );
  return { ...table, titles };
}

/** The golden records with reference columns holding the exported parent's key, or nothing. */
function packageObject(
  fate: ObjectFates,
  all: ReadonlyMap<string, ObjectFates>,
  mappings: PackageObject['mappings'],
): PackageObject {
  const golden = fate.golden.records;
  const exported = new Uint8Array(golden.count);
  for (let i = 0; i < golden.count; i++) exported[i] = fate.disposition[i] === EXPORTED ? 1 : 0;
  const columns: Column[] = golden.columns.map((column) => {
    const parent = fate.parents.get(column.name);
    const parentKeys = parent ? all.get(parent.object)?.golden.records.keys : undefined;
    if (!parent || !parentKeys) return column;
    const builder = new ColumnBuilder(column.name);
    for (let i = 0; i < golden.count; i++) {
      const target = parent.target[i]!;
      builder.push(target >= 0 ? parentKeys[target]! : '');
    }
    return builder.finish();
  });
  return { object: fate.object, golden: { ...golden, columns } satisfies RecordSet, exported, mappings };
}

/** Quality of what goes in against quality of what comes out, per object. */
function quality(
  model: Model,
  all: ReadonlyMap<string, ObjectFates>,
  referenceDate: string,
): PackageInput['quality'] {
  return model.objects.map(({ object, mappings }) => {
    const baselines = mappings.flatMap(
      (mapping) => model.tableState(mapping.tableId).baseline?.overall ?? [],
    );
    const golden = all.get(object.name)!.golden.records;
    const guesses = golden.columns.map((column) => ({
      name: column.name,
      type: 'text' as const,
      dateOrder: 'YMD' as const,
      decimalComma: false,
    }));
    const now = profileTable({ rowCount: golden.count, columns: golden.columns }, guesses, referenceDate);
    return {
      tableName: object.labelPlural,
      baseline: baselines.length > 0 ? baselines.reduce((a, b) => a + b, 0) / baselines.length : null,
      now: now.quality.overall,
    };
  });
}

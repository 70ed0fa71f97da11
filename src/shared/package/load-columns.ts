import { fail, ok, type Result } from '../base/result';
import { mapValues } from '../table/column';
import { type Column, EMPTY } from '../table/types';
import type { FileDialect, TargetField, TargetObject, TargetSystem } from '../target/types';
import type { PackageObject } from './types';

/** One column of a load file, cells indexed by golden record. */
export interface LoadColumn {
  readonly header: string;
  readonly cells: Column;
  /** Where Data Loader puts it: `Name`, `Account:Account-Legacy_Id__c`. */
  readonly target: string;
  /** Set for columns that carry a parent's legacy key. */
  readonly reference: { readonly field: string; readonly objects: readonly string[] } | null;
}

/** What the load files of one object are written from. */
export interface ObjectColumns {
  readonly key: LoadColumn;
  /** Columns of the first pass behind the key, in catalogue order. */
  readonly first: readonly LoadColumn[];
  /** References to rows that are not there yet in the first pass: to the same or a later object. */
  readonly second: readonly LoadColumn[];
  /** Links left empty because their parent is not exported, by field label; only fields that lost some. */
  readonly dropped: readonly { readonly field: string; readonly links: number }[];
}

/** Legacy keys of the exported records, by object. */
export type ExportedKeys = ReadonlyMap<string, ReadonlySet<string>>;

/** A field of every exported record by its legacy key; '' where it is empty. */
export type ExportedNames = (object: string, field: string) => ReadonlyMap<string, string>;

/** Looks names up by object and field, each built once. */
export function exportedNames(objects: readonly PackageObject[]): ExportedNames {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (object, field) => {
    const name = JSON.stringify([object, field]);
    let names = known.get(name);
    if (!names) {
      names = namesOf(
        objects.find((item) => item.object.name === object),
        field,
      );
      known.set(name, names);
    }
    return names;
  };
}

function namesOf(input: PackageObject | undefined, field: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const column = input?.golden.columns.find((item) => item.name === field);
  if (!input || !column) return names;
  for (const [row, key] of input.golden.keys.entries())
    if (input.exported[row] === 1) names.set(key, column.values[column.codes[row]!]!);
  return names;
}

/** Collects the exported keys of every object of the package. */
export function exportedKeys(objects: readonly PackageObject[]): ExportedKeys {
  return new Map(
    objects.map(({ object, golden, exported }) => [
      object.name,
      new Set(golden.keys.filter((_, index) => exported[index] === 1)),
    ]),
  );
}

/**
 * Decides the columns of one object: the legacy key first, then its fields in catalogue order. References carry the
 * parent's legacy key under the header the loader resolves; a key that is not exported is left empty.
 */
export function columnsOf(
  input: PackageObject,
  system: TargetSystem,
  keys: ExportedKeys,
  names: ExportedNames,
): Result<ObjectColumns> {
  const { object, golden } = input;
  const byField = new Map(golden.columns.map((column) => [column.name, column]));
  const headers = new HeaderNames(object, system.file);
  const keyField = object.fields.find((field) => field.api === object.legacyKeyField);
  const key: LoadColumn = {
    header: headers.of(keyField ?? { api: object.legacyKeyField, label: object.legacyKeyField }),
    cells: keyColumn(object.legacyKeyField, golden.keys),
    target: object.legacyKeyField,
    reference: null,
  };
  byField.delete(object.legacyKeyField);

  const first: LoadColumn[] = [];
  const second: LoadColumn[] = [];
  const dropped: { field: string; links: number }[] = [];
  const known = [...keys.keys()];
  for (const field of object.fields) {
    const cells = byField.get(field.api);
    if (!cells) continue;
    byField.delete(field.api);
    if (field.working) continue;
    if (!field.references || isExternal(field, system)) {
      const header = field.references ? headers.free(field.references.header) : headers.of(field);
      first.push({ header, cells, target: targetOf(field, field.references?.objects[0]), reference: null });
      continue;
    }
    const columns = referenceColumns(field, cells, keys);
    const lost = lostLinks(cells, columns, input.exported);
    if (lost > 0) dropped.push({ field: field.label, links: lost });
    for (const column of columns) {
      const waits = column.reference!.objects.some(
        (name) => known.indexOf(name) >= known.indexOf(object.name),
      );
      const linked = { ...column, header: headers.free(column.header) };
      (waits ? second : first).push(linked);
      const named = waits ? null : nameColumn(field, linked, names);
      if (named) first.push({ ...named, header: headers.free(named.header) });
    }
  }
  const unknown = byField.keys().next().value;
  if (unknown !== undefined) {
    return fail(
      'FIELD_UNKNOWN',
      `${object.label} has no field "${unknown}" in ${system.label}, so its load file would be refused. Remove the field on the Map screen.`,
      { object: object.name, field: unknown },
    );
  }
  const twice = headers.twice();
  if (twice !== null) {
    return fail(
      'HEADER_TWICE',
      `Two fields of ${object.label} would be written under the same header "${twice}". Map only one of them.`,
      { object: object.name, header: twice },
    );
  }
  return ok({ key, first, second, dropped });
}

/** Record keys as a column; each is distinct already, so nothing has to be looked up. */
function keyColumn(name: string, keys: readonly string[]): Column {
  return { name, codes: Uint32Array.from(keys, (_, index) => index + 1), values: [''].concat(keys) };
}

/** A reference to something this tool does not migrate (a user, a currency): its text goes through as it is. */
function isExternal(field: TargetField, system: TargetSystem): boolean {
  const objects = field.references?.objects ?? [];
  return !objects.some((name) => system.objects.some((object) => object.name === name));
}

/**
 * One column per reference; a polymorphic header with its type in front (`Contact:Who.Legacy_Id__c`) gives one column
 * per parent type in the package, empty where the parent is of another type.
 */
function referenceColumns(field: TargetField, cells: Column, keys: ExportedKeys): LoadColumn[] {
  const { header, objects } = field.references!;
  const present = objects.filter((name) => keys.has(name));
  const typed = /^[^:.]+:(.+)$/.exec(header);
  const groups = typed && objects.length > 1 ? present.map((name) => [name]) : [present];
  if (present.length === 0) return [];
  return groups.map((group) => ({
    header: typed && group[0] !== undefined ? `${group[0]}:${typed[1]}` : header,
    cells: mapValues(cells, field.api, (value) =>
      group.some((name) => keys.get(name)?.has(value)) ? value : '',
    ),
    target: targetOf(field, group[0]),
    reference: { field: field.api, objects: group },
  }));
}

/** The parents' names beside their keys, for loaders that link by name; null where the target does not. */
function nameColumn(field: TargetField, link: LoadColumn, names: ExportedNames): LoadColumn | null {
  const byName = field.references?.byName;
  if (!byName || !link.reference) return null;
  const found = link.reference.objects.map((object) => names(object, byName.field));
  const nameOf = (key: string): string => found.map((known) => known.get(key)).find((text) => text) ?? '';
  return {
    header: byName.header,
    cells: mapValues(link.cells, `${field.api} name`, nameOf),
    target: field.api,
    reference: null,
  };
}

function lostLinks(cells: Column, columns: readonly LoadColumn[], exported: Uint8Array): number {
  let lost = 0;
  for (let row = 0; row < exported.length; row++) {
    if (exported[row] !== 1 || cells.codes[row] === EMPTY) continue;
    if (columns.every((column) => column.cells.codes[row] === EMPTY)) lost++;
  }
  return lost;
}

/** Data Loader's name of a field: the API name, or `Relationship:Object-Field` for a lookup by another field. */
function targetOf(field: TargetField, parent: string | undefined): string {
  const dotted = /^(?:([^:.]+):)?([^:.]+)\.([^:.]+)$/.exec(field.references?.header ?? '');
  if (!dotted || parent === undefined) return field.api;
  return `${dotted[2]}:${parent}-${dotted[3]}`;
}

/** Gives out headers; a label that is taken already gives way to the API name. */
class HeaderNames {
  private readonly taken = new Set<string>();
  private readonly reserved = new Set<string>();
  private double: string | null = null;

  constructor(
    object: TargetObject,
    private readonly dialect: FileDialect,
  ) {
    // References keep their header, whatever a label says.
    for (const field of object.fields) if (field.references) this.reserved.add(field.references.header);
  }

  of(field: Pick<TargetField, 'api' | 'label'>): string {
    const { api, label } = field;
    const wanted = this.dialect.header === 'label' ? label : api;
    return this.free(this.taken.has(wanted) || this.reserved.has(wanted) ? api : wanted);
  }

  free(header: string): string {
    if (this.taken.has(header)) this.double = header;
    this.taken.add(header);
    return header;
  }

  twice(): string | null {
    return this.double;
  }
}

import type { TargetField, TargetObject, TargetSystem } from './types';

/**
 * PostgreSQL tables for a catalogue: what the target's loader would refuse, as constraints of a database. Used to try an
 * export without the target, and by implementers who stage their loads in a database.
 *
 * Columns are named after fields. A link to one kind of parent is a foreign key to the parent's legacy key; one to several
 * kinds is a column per kind (`columnOfParent`), of which at most one is filled.
 */

/** Which picklists refuse other values: all of them, or only those the loader itself restricts. */
export interface DdlOptions {
  readonly picklists: 'all' | 'restricted';
}

/** Bytes PostgreSQL keeps of a name. */
const NAME_BYTES = 63;

/** The statements that make the tables, in load order; links to the same or a later object come last, deferrable. */
export function ddlOf(system: TargetSystem, options: DdlOptions = { picklists: 'all' }): readonly string[] {
  const tables = system.objects.map((object) => createTable(object, system, options));
  const later = system.objects.flatMap((object) => laterLinks(object, system));
  return [...tables, ...later];
}

/** The name of the table of an object, quoted. */
export function tableName(object: TargetObject): string {
  return identifier(object.name);
}

/** The column that holds links of a field to one of its several kinds of parent, unquoted. */
export function columnOfParent(field: string, parent: string): string {
  return shortened(`${field}.${parent}`);
}

/** A quoted name; longer ones than PostgreSQL keeps are cut, with a mark that keeps them apart. */
export function identifier(name: string): string {
  return `"${shortened(name).replaceAll('"', '""')}"`;
}

/** A quoted text. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function createTable(object: TargetObject, system: TargetSystem, options: DdlOptions): string {
  const fields = object.fields.filter((field) => !field.working);
  const lines = [
    ...fields.flatMap((field) => columnsOf(field, object, system, options)),
    ...groupsOf(fields, system),
  ];
  return `CREATE TABLE ${tableName(object)} (\n  ${lines.join(',\n  ')}\n)`;
}

function columnsOf(
  field: TargetField,
  object: TargetObject,
  system: TargetSystem,
  options: DdlOptions,
): readonly string[] {
  const parents = parentsOf(field, system);
  if (parents.length > 1) {
    const columns = parents.map((parent) => columnOfParent(field.api, parent.name));
    const quoted = columns.map(identifier).join(', ');
    const lines = parents.map((parent, index) => linkColumn(columns[index] ?? '', parent, object, system));
    return [...lines, `CHECK (num_nonnulls(${quoted}) ${field.required ? '=' : '<='} 1)`];
  }
  const [parent] = parents;
  const must = field.required || field.api === object.legacyKeyField ? ' NOT NULL' : '';
  if (parent) return [`${linkColumn(field.api, parent, object, system)}${must}`];
  const name = identifier(field.api);
  const key = field.api === object.legacyKeyField ? ' PRIMARY KEY' : field.unique ? ' UNIQUE' : '';
  return [`${name} ${columnType(field)}${must}${key}${listCheck(name, field, system, options)}`];
}

/** A link is written like the parent's key; the constraint stands here when the parent is loaded before. */
function linkColumn(
  column: string,
  parent: TargetObject,
  object: TargetObject,
  system: TargetSystem,
): string {
  const key = parent.fields.find((field) => field.api === parent.legacyKeyField);
  const type = key ? columnType(key) : 'text';
  const isEarlier = system.objects.indexOf(parent) < system.objects.indexOf(object);
  const link = isEarlier ? ` REFERENCES ${tableName(parent)} (${identifier(parent.legacyKeyField)})` : '';
  return `${identifier(column)} ${type}${link}`;
}

/** Links to the same or a later object: checked at the end of a transaction, so that rows may come in any order. */
function laterLinks(object: TargetObject, system: TargetSystem): readonly string[] {
  const at = system.objects.indexOf(object);
  return object.fields.flatMap((field) => {
    const parents = field.working ? [] : parentsOf(field, system);
    return parents
      .filter((parent) => system.objects.indexOf(parent) >= at)
      .map((parent) => {
        const column = parents.length > 1 ? columnOfParent(field.api, parent.name) : field.api;
        const to = `${tableName(parent)} (${identifier(parent.legacyKeyField)})`;
        return `ALTER TABLE ${tableName(object)} ADD FOREIGN KEY (${identifier(column)}) REFERENCES ${to} DEFERRABLE INITIALLY DEFERRED`;
      });
  });
}

/** Objects of the catalogue a field points to; none for users and other things loaded elsewhere. */
export function parentsOf(field: TargetField, system: TargetSystem): readonly TargetObject[] {
  return (field.references?.objects ?? []).flatMap(
    (name) => system.objects.find((object) => object.name === name) ?? [],
  );
}

/** One of a group of fields must be filled. */
function groupsOf(fields: readonly TargetField[], system: TargetSystem): readonly string[] {
  const groups = [...new Set(fields.flatMap((field) => field.requiredGroup ?? []))];
  return groups.map((group) => {
    const members = fields.filter((field) => field.requiredGroup === group);
    const columns = members.flatMap((field) => {
      const parents = parentsOf(field, system);
      return parents.length > 1
        ? parents.map((parent) => columnOfParent(field.api, parent.name))
        : [field.api];
    });
    return `CHECK (num_nonnulls(${columns.map(identifier).join(', ')}) >= 1)`;
  });
}

/** The column type of a field that is no link. */
function columnType(field: TargetField): string {
  switch (field.type) {
    case 'currency':
    case 'number':
    case 'percent':
      return field.precision === null ? 'numeric' : `numeric(${field.precision}, ${field.scale ?? 0})`;
    case 'integer':
      return field.precision === null ? 'bigint' : `numeric(${field.precision}, 0)`;
    case 'date':
      return 'date';
    case 'datetime':
      return 'timestamptz';
    case 'time':
      return 'time';
    case 'boolean':
      return 'boolean';
    default:
      return field.maxLength === null || field.maxLength > 10_485_760
        ? 'text'
        : `varchar(${field.maxLength})`;
  }
}

function listCheck(name: string, field: TargetField, system: TargetSystem, options: DdlOptions): string {
  if (field.picklist.length === 0 || (options.picklists === 'restricted' && !field.restricted)) return '';
  const values = field.picklist.map(literal).join(', ');
  if (field.type !== 'multiselect') return ` CHECK (${name} IN (${values}))`;
  const separator = literal(system.file.multiSelectSeparator);
  return ` CHECK (string_to_array(${name}, ${separator}) <@ ARRAY[${values}]::text[])`;
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= NAME_BYTES) return name;
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) >>> 0;
  const mark = `~${hash.toString(36)}`;
  let kept = name;
  while (encoder.encode(kept).length > NAME_BYTES - mark.length) kept = [...kept].slice(0, -1).join('');
  return `${kept}${mark}`;
}

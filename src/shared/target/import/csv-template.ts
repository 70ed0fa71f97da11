import Papa from 'papaparse';
import { fail, ok, type Result } from '../../base/result';
import { LIMITS } from '../schema';
import type { FieldType, TargetSystem } from '../types';
import { fieldOf } from './found-field';
import type { Found, FoundField, FoundObject } from './types';

/**
 * A profile as a table: one row per field, so that an administrator can describe a CRM in a spreadsheet. The header names
 * are fixed; their order and case are free, columns that are not known are passed over.
 */

const COLUMNS = [
  'object',
  'field',
  'label',
  'type',
  'length',
  'precision',
  'scale',
  'required',
  'unique',
  'values',
  'restricted',
  'references',
  'note',
] as const;

type ColumnName = (typeof COLUMNS)[number];

/** Other words for the columns, as administrators write them. */
const OTHER_NAMES: ReadonlyMap<string, ColumnName> = new Map([
  ['table', 'object'],
  ['module', 'object'],
  ['entity', 'object'],
  ['api', 'field'],
  ['api name', 'field'],
  ['field name', 'field'],
  ['name', 'field'],
  ['field label', 'label'],
  ['display name', 'label'],
  ['data type', 'type'],
  ['max length', 'length'],
  ['size', 'length'],
  ['digits', 'precision'],
  ['decimals', 'scale'],
  ['mandatory', 'required'],
  ['picklist', 'values'],
  ['picklist values', 'values'],
  ['options', 'values'],
  ['reference', 'references'],
  ['lookup', 'references'],
  ['points to', 'references'],
  ['remark', 'note'],
  ['description', 'note'],
]);

const TYPES: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ...(
    [
      ...[
        'text',
        'textarea',
        'picklist',
        'multiselect',
        'lookup',
        'currency',
        'integer',
        'number',
        'percent',
      ],
      ...['date', 'datetime', 'time', 'boolean', 'phone', 'email', 'url', 'id', 'address'],
    ] as FieldType[]
  ).map((type): [string, FieldType] => [type, type]),
  ['string', 'text'],
  ['varchar', 'text'],
  ['long text', 'textarea'],
  ['dropdown', 'picklist'],
  ['select', 'picklist'],
  ['multi-select', 'multiselect'],
  ['reference', 'lookup'],
  ['money', 'currency'],
  ['int', 'integer'],
  ['decimal', 'number'],
  ['double', 'number'],
  ['checkbox', 'boolean'],
  ['bool', 'boolean'],
  ['website', 'url'],
]);

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'required', 'ja', 'oui', 'sí', 'si', 'sì', 'sim']);
const SEPARATOR = /[;|]/;

/** The profile of a system as a template to edit and import again; semicolons between values. */
export function csvTemplate(system: TargetSystem): string {
  const rows = system.objects.flatMap((object) =>
    object.fields
      .filter((field) => !field.working)
      .map((field) => [
        object.name,
        field.api,
        field.label,
        field.type,
        field.maxLength ?? '',
        field.precision ?? '',
        field.scale ?? '',
        field.required ? 'yes' : '',
        field.unique ? 'yes' : '',
        field.picklist.join('; '),
        field.restricted ? 'yes' : '',
        field.references?.objects.join('; ') ?? '',
        field.note ?? '',
      ]),
  );
  return `${Papa.unparse([[...COLUMNS], ...rows], { newline: '\r\n' })}\r\n`;
}

/** What the table says. Error `METADATA_COLUMNS` when it has no columns for objects and fields. */
export function readCsvTemplate(text: string): Result<Found> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const at = columnsOf(header);
  if (!at.has('object') || !at.has('field')) {
    return fail(
      'METADATA_COLUMNS',
      'This table does not describe fields: it needs the columns “object” and “field” in its first row. Save the template, fill it in and import it again.',
    );
  }
  const notes: string[] = [];
  const objects = new Map<string, FoundField[]>();
  for (const [index, row] of rows.slice(0, LIMITS.fields).entries()) {
    const cell = (name: ColumnName): string => (row[at.get(name) ?? -1] ?? '').trim();
    if (cell('object') === '' || cell('field') === '') {
      notes.push(`Row ${index + 2} names no object or no field and was left out.`);
      continue;
    }
    const fields = objects.get(cell('object')) ?? [];
    objects.set(cell('object'), fields);
    fields.push(readRow(cell, index + 2, notes));
  }
  if (rows.length > LIMITS.fields) notes.push(`Only the first ${LIMITS.fields} rows were read.`);
  const found = [...objects].map(
    ([name, fields]): FoundObject => ({ name, label: null, labelPlural: null, fields, complete: true }),
  );
  return ok({ objects: found, notes });
}

function columnsOf(header: readonly string[]): ReadonlyMap<ColumnName, number> {
  const at = new Map<ColumnName, number>();
  for (const [index, text] of header.entries()) {
    const word = text.toLowerCase().replaceAll('_', ' ').trim();
    const name = COLUMNS.find((column) => column === word) ?? OTHER_NAMES.get(word);
    if (name !== undefined && !at.has(name)) at.set(name, index);
  }
  return at;
}

function readRow(cell: (name: ColumnName) => string, row: number, notes: string[]): FoundField {
  const parents = parts(cell('references'));
  const values = parts(cell('values'));
  const known = TYPES.get(cell('type').toLowerCase());
  if (known === undefined && cell('type') !== '')
    notes.push(
      `Row ${row}: the type “${cell('type').slice(0, 40)}” is not known; the field is read as text.`,
    );
  const type = parents.length > 0 ? 'lookup' : (known ?? (values.length > 0 ? 'picklist' : 'text'));
  const number = (name: ColumnName): number | null => {
    if (cell(name) === '') return null;
    if (/^\d{1,9}$/.test(cell(name))) return Number(cell(name));
    notes.push(`Row ${row}: “${cell(name).slice(0, 40)}” is not a number for ${name}.`);
    return null;
  };
  const field = fieldOf({
    api: cell('field'),
    label: cell('label') || cell('field'),
    type,
    maxLength: number('length'),
    precision: number('precision'),
    scale: number('scale'),
    required: YES.has(cell('required').toLowerCase()),
    unique: YES.has(cell('unique').toLowerCase()),
    picklist: values,
    restricted: YES.has(cell('restricted').toLowerCase()),
    note: cell('note'),
  });
  const link =
    type === 'lookup' && parents.length > 0 ? { objects: parents, relationship: null, header: null } : null;
  return { field, link, typed: cell('type') !== '' || link !== null || values.length > 0 };
}

function parts(text: string): readonly string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

import type { RecordSet } from '../mapping/types';
import { headerMatches } from '../profile/header-words';
import { semanticOf } from '../profile/semantic';
import type { Semantic } from '../profile/types';
import { concatColumns, filledRows } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import type { TargetField, TargetObject } from '../target/types';
import { withoutAboutRecords } from './about-records';
import { withoutParentWords } from './parent-words';
import type { MatchField, MatchInput } from './types';

/** What tells one person or organisation from another. Everything else (owner, stage, dates of the system) is company. */
const IDENTITY: ReadonlySet<Semantic> = new Set<Semantic>([
  ...([
    'personName',
    'givenName',
    'familyName',
    'company',
    'email',
    'phone',
    'street',
    'city',
    'region',
  ] as const),
  ...(['postcode', 'country', 'birthDate', 'identifier', 'url'] as const),
]);

/** One of these makes an object a person or an organisation. */
const PARTY: ReadonlySet<Semantic> = new Set<Semantic>(['personName', 'familyName', 'company', 'email']);

/** One of these makes an object a person. */
const PERSON: ReadonlySet<Semantic> = new Set<Semantic>(['personName', 'familyName', 'givenName']);

/** Column with the name of the party a record belongs to (the customer of a deal), where it is known. */
export const PARENT_NAME = 'Belongs to';

/** Where something is, most telling first. */
const PLACE: readonly Semantic[] = ['postcode', 'city', 'region', 'country'];

/** Field types that tell one deal or case from another. */
const DEAL: ReadonlySet<TargetField['type']> = new Set<TargetField['type']>([
  ...(['text', 'currency', 'date', 'email'] as const),
]);

/** Fields the target keeps about the record, not about the thing. */
const ABOUT_THE_RECORD = /created|modified|owner|currency|activity/i;

/**
 * What to match in the records of a target object. Meanings come from the target's field types, where they say enough,
 * and from label and values elsewhere. People and organisations are matched by what identifies them; other objects
 * (deals, cases) by their names, parents, amounts and dates. Left out: keys, which name a row and not a thing, and
 * fields about the record itself.
 */
export function matchInputOfRecords(records: RecordSet, object: TargetObject): MatchInput {
  const fieldOf = new Map(object.fields.map((field) => [field.api, field]));
  const found: { field: TargetField; semantic: Semantic; column: Column }[] = [];
  for (const column of records.columns) {
    const field = fieldOf.get(column.name);
    if (!field || field.api === object.legacyKeyField || ABOUT_THE_RECORD.test(field.api)) continue;
    const semantic = semanticOfField(field, column);
    if (semantic === null || (semantic === 'identifier' && namesRows(column, records))) continue;
    found.push({ field, semantic, column });
  }
  const party = found.some(({ semantic }) => PARTY.has(semantic));
  const place = party ? placeField(found, records.count) : null;
  const kept = found.filter(({ field, semantic }) => {
    if (!party) return DEAL.has(field.type) && semantic !== 'category';
    return IDENTITY.has(semantic) && (!PLACE.includes(semantic) || field === place);
  });
  const isPerson = kept.some(({ semantic }) => PERSON.has(semantic));
  const siblingsBy = isPerson ? siblingsOfPersons(kept) : [];
  const parent = party ? undefined : records.columns.find((column) => column.name === PARENT_NAME);
  // A record with nothing of its own but its parent (a role, a membership) is no copy of its siblings.
  if (parent && kept.length > 0) return childInput(records, kept, parent);
  return {
    count: records.count,
    fields: kept.map(({ field, semantic, column }) => ({
      name: field.api,
      semantic: readWhole(semantic, party) ? 'identifier' : semantic,
      column,
    })),
    source: records.table,
    sourceIds: records.tables,
    siblingsBy,
  };
}

/** Colleagues have the company in common, relatives among them the family name too. */
function siblingsOfPersons(
  kept: readonly { readonly field: TargetField; readonly semantic: Semantic }[],
): string[][] {
  const company = kept.find(({ semantic }) => semantic === 'company')?.field.api;
  if (company === undefined) return [];
  const family = kept.find(({ semantic }) => semantic === 'familyName')?.field.api;
  return family === undefined ? [[company]] : [[company], [company, family]];
}

/** Deals and cases of known parties: texts without the party's name, and the party as what makes siblings. */
function childInput(
  records: RecordSet,
  kept: readonly { readonly field: TargetField; readonly semantic: Semantic; readonly column: Column }[],
  parent: Column,
): MatchInput {
  return {
    count: records.count,
    fields: [
      ...kept.map(({ field, semantic, column }) => ({
        name: field.api,
        semantic,
        column: semantic === 'text' ? withoutParentWords(column, parent) : column,
      })),
      { name: PARENT_NAME, semantic: 'company' as const, column: parent },
    ],
    source: records.table,
    sourceIds: records.tables,
    siblingsBy: [[PARENT_NAME]],
  };
}

/**
 * Texts that count only as a whole. A mailbox made of a person's name says again what the name said, and the name of a
 * deal holds the name of its customer: parts in common are no evidence of their own.
 */
function readWhole(semantic: Semantic, party: boolean): boolean {
  return party ? semantic === 'email' : semantic === 'text';
}

/**
 * The one field that says where a record is. Postcode, city, region and country repeat each other: taken as separate
 * evidence they would call everybody in one town a duplicate.
 */
function placeField(
  found: readonly { readonly field: TargetField; readonly semantic: Semantic; readonly column: Column }[],
  count: number,
): TargetField | null {
  for (const semantic of PLACE) {
    const item = found.find((candidate) => candidate.semantic === semantic);
    if (item && filledRows(item.column) >= count / 2) return item.field;
  }
  return null;
}

/** True for a number that is never given twice in one source: it names the row there, and nothing elsewhere. */
function namesRows(column: Column, records: RecordSet): boolean {
  const seen = new Set<number>();
  for (let record = 0; record < records.count; record++) {
    const code = column.codes[record]!;
    if (code === EMPTY) continue;
    const inTable = code * records.tables.length + records.table[record]!;
    if (seen.has(inTable)) return false;
    seen.add(inTable);
  }
  return true;
}

/** The meaning of a target field, or null when it says nothing about identity. */
function semanticOfField(field: TargetField, column: Column): Semantic | null {
  switch (field.type) {
    case 'email':
    case 'phone':
    case 'url':
    case 'boolean':
      return field.type;
    case 'id':
      return 'identifier';
    case 'lookup':
      return field.references?.self === true ? null : 'category';
    case 'picklist':
    case 'multiselect': {
      const guess = semanticOf(field.label, column);
      return guess === 'country' || guess === 'region' ? guess : 'category';
    }
    case 'currency':
    case 'integer':
    case 'number':
    case 'percent':
      return 'number';
    case 'date':
    case 'datetime':
      return semanticOf(field.label, column) === 'birthDate' ? 'birthDate' : 'date';
    case 'time':
      return 'category';
    case 'text':
    case 'textarea':
    case 'address':
      return semanticOf(field.label, column);
  }
}

/**
 * What to match in tables that are sources of one object, without a mapping: columns of the same header (case and
 * punctuation aside) are one field, meanings come from header and values. Rows follow each other in table order.
 */
export function matchInputOfTables(
  tables: readonly { readonly name: string; readonly table: Table }[],
): MatchInput {
  const count = tables.reduce((sum, { table }) => sum + table.rowCount, 0);
  const source = new Uint16Array(count);
  const headers = new Map<string, { name: string; parts: (Column | null)[] }>();
  let row = 0;
  tables.forEach(({ table }, index) => {
    source.fill(index, row, row + table.rowCount);
    row += table.rowCount;
    for (const column of table.columns) {
      const key = column.name
        .trim()
        .toLowerCase()
        .replace(/[\s_.-]+/g, ' ');
      let entry = headers.get(key);
      if (!entry) {
        entry = { name: column.name, parts: tables.map(() => null) };
        headers.set(key, entry);
      }
      entry.parts[index] ??= column;
    }
  });
  const fields: MatchField[] = [];
  for (const { name, parts } of headers.values()) {
    const column = concatColumns(
      name,
      parts.map((part, index) => part ?? emptyColumn(name, tables[index]!.table.rowCount)),
    );
    fields.push({ name, semantic: semanticOf(name, column), column });
  }
  const kept = withoutAboutRecords(fields);
  return {
    count,
    fields: kept,
    source,
    sourceIds: tables.map(({ name }) => name),
    siblingsBy: householdsOf(kept),
  };
}

function emptyColumn(name: string, rows: number): Column {
  return { name, codes: new Uint32Array(rows), values: [''] };
}

/**
 * Relatives and flatmates have a street in common, colleagues the street of their employer: each street is one way of
 * being siblings, second lines of an address aside. Only among persons: one firm at one address is often one firm.
 */
function householdsOf(fields: readonly MatchField[]): string[][] {
  if (!fields.some(({ semantic }) => PERSON.has(semantic))) return [];
  return fields
    .filter(({ name, semantic }) => semantic === 'street' && headerMatches(name)[0]?.concept !== 'street2')
    .map(({ name }) => [name]);
}

import { isUserField } from '@shared/mapping/owners';
import { ORPHAN, type RecordSet } from '@shared/mapping/types';
import { columnOf } from '@shared/table/column';
import { formatIso } from '@shared/target/date-format';
import type { TargetField, TargetObject, TargetSystem } from '@shared/target/types';
import type { RuleName } from '@shared/validate/codes';
import { type Outside, usersByName } from '@shared/validate/outside';

/** Enough records that shifted moments can be told from chance. */
export const RECORDS = 24;
/** The record errors are planted in. */
export const PLANTED = 7;

/** Fields that only users with a permission may fill: any value in them is an issue, so the clean twin leaves them out. */
const AUDIT = /^(?:CreatedDate|CreatedById|LastModifiedDate|LastModifiedById)$/;

const POSTCODE = /zip|postal|postcode|^(?:billing|shipping|mailing|other)_code$/i;

/** One error of one kind in one field. */
export interface Plant {
  readonly rule: RuleName;
  readonly field: string;
  readonly records: RecordSet;
  readonly outside: Outside;
  /** Records that break the rule, ascending. */
  readonly expected: readonly number[];
}

/** Anna is a user, Karl was one; no two parents share a name. */
export const OUTSIDE: Outside = {
  users: usersByName([
    { email: 'anna@example.com', name: 'Anna', active: true },
    { email: 'karl@example.com', name: 'Karl', active: false },
  ]),
  sharedNames: () => new Uint8Array(RECORDS),
};

type Cells = ReadonlyMap<string, readonly string[]>;

/** Records of an object with every field filled as its target wants it. */
export function cleanRecords(object: TargetObject, system: TargetSystem): RecordSet {
  return recordSet(object, system, cleanCells(object, system));
}

/** One set of records per kind of error and field of an object, each with one error in an otherwise clean twin. */
export function plants(object: TargetObject, system: TargetSystem): Plant[] {
  const clean = cleanCells(object, system);
  const made: Plant[] = [];
  const plant = (
    rule: RuleName,
    field: string,
    cells: Cells,
    expected: readonly number[] = [PLANTED],
  ): void => {
    made.push({ rule, field, records: recordSet(object, system, cells), outside: OUTSIDE, expected });
  };
  for (const field of object.fields) {
    if (field.working || field.api === object.legacyKeyField) continue;
    if (AUDIT.test(field.api)) {
      if (system.system === 'salesforce')
        plant(
          'auditField',
          field.api,
          new Map([...clean, [field.api, filled(cleanValue(field, system))]]),
          all(),
        );
      continue;
    }
    for (const [rule, value] of badValues(field, system))
      plant(rule, field.api, replaced(clean, field, value));
    if (field.required && field.requiredGroup === null)
      plant('required', field.api, replaced(clean, field, ''));
    if (field.requiredGroup !== null) {
      const members = object.fields.filter((other) => other.requiredGroup === field.requiredGroup);
      if (members[0] === field)
        plant(
          'requiredGroup',
          field.api,
          members.reduce((cells, member) => replaced(cells, member, ''), clean),
        );
    }
    if (field.unique) plant('duplicateValue', field.api, doubled(clean, field), [PLANTED, PLANTED + 1]);
    else if (field.type === 'email' && system.system === 'salesforce')
      plant('possibleDuplicate', field.api, doubled(clean, field), [PLANTED, PLANTED + 1]);
    for (const group of object.uniqueTogether ?? [])
      if (group.at(-1) === field.api)
        plant(
          'duplicateTogether',
          field.api,
          group.reduce(
            (cells, api) => doubled(cells, object.fields.find((other) => other.api === api)!),
            clean,
          ),
          [PLANTED, PLANTED + 1],
        );
    if (field.type === 'datetime') {
      const shifted = Array.from({ length: RECORDS }, (_, i) => moment(i, i % 2 === 0 ? 22 : 23, system));
      plant('dateShifted', field.api, new Map([...clean, [field.api, shifted]]), all());
    }
    if (pointsInside(field, system)) {
      const records = recordSet(object, system, replaced(clean, field, 'nobody'));
      const references = records.references.map((item) =>
        item.field === field.api
          ? { ...item, target: item.target.map((at, i) => (i === PLANTED ? ORPHAN : at)) }
          : item,
      );
      made.push({
        rule: 'reference',
        field: field.api,
        records: { ...records, references },
        outside: OUTSIDE,
        expected: [PLANTED],
      });
      if (field.references?.byName) made.push(parentOfSharedName(field, recordSet(object, system, clean)));
    }
  }
  made.push(...plantedKeys(object, system, clean));
  return made;
}

/** One record points to the second parent, which has the name of another. */
function parentOfSharedName(field: TargetField, records: RecordSet): Plant {
  const references = records.references.map((item) =>
    item.field === field.api
      ? { ...item, target: item.target.map((at, i) => (i === PLANTED ? 1 : at)) }
      : item,
  );
  const sharedNames = () => Uint8Array.from({ length: RECORDS }, (_, parent) => (parent === 1 ? 1 : 0));
  return {
    rule: 'parentName',
    field: field.api,
    records: { ...records, references },
    outside: { ...OUTSIDE, sharedNames },
    expected: [PLANTED],
  };
}

function all(): number[] {
  return Array.from({ length: RECORDS }, (_, i) => i);
}

function filled(value: (i: number) => string): string[] {
  return Array.from({ length: RECORDS }, (_, i) => value(i));
}

function replaced(cells: Cells, field: TargetField, value: string): Cells {
  const column = cells.get(field.api) ?? [];
  return new Map([...cells, [field.api, column.map((cell, i) => (i === PLANTED ? value : cell))]]);
}

function doubled(cells: Cells, field: TargetField): Cells {
  const column = cells.get(field.api) ?? [];
  return new Map([
    ...cells,
    [field.api, column.map((cell, i) => (i === PLANTED + 1 ? column[PLANTED]! : cell))],
  ]);
}

function plantedKeys(object: TargetObject, system: TargetSystem, clean: Cells): Plant[] {
  const longest =
    object.fields.find(({ api }) => api === object.legacyKeyField)?.maxLength ?? system.file.maxFieldChars;
  const records = recordSet(object, system, clean);
  const withKey = (key: string): RecordSet => ({
    ...records,
    keys: records.keys.map((old, i) => (i === PLANTED ? key : old)),
  });
  const field = object.legacyKeyField;
  const plant = (rule: RuleName, key: string): Plant => ({
    rule,
    field,
    records: withKey(key),
    outside: OUTSIDE,
    expected: [PLANTED],
  });
  return [plant('keyTooLong', `t:${'9'.repeat(longest)}`), plant('repeatedKey', 't:1#2')];
}

function recordSet(object: TargetObject, system: TargetSystem, cells: Cells): RecordSet {
  const target = new Int32Array(RECORDS);
  return {
    object: object.name,
    count: RECORDS,
    keys: Array.from({ length: RECORDS }, (_, i) => `t:${i + 1}`),
    tables: ['t'],
    table: new Uint16Array(RECORDS),
    row: Uint32Array.from({ length: RECORDS }, (_, i) => i),
    columns: [...cells].map(([field, column]) => columnOf(field, column)),
    references: object.fields
      .filter((field) => cells.has(field.api) && pointsInside(field, system))
      .map((field) => ({ field: field.api, object: field.references?.objects[0] ?? '', target })),
  };
}

function cleanCells(object: TargetObject, system: TargetSystem): Cells {
  return new Map(
    object.fields
      .filter((field) => !field.working && field.api !== object.legacyKeyField && !AUDIT.test(field.api))
      .map((field) => [
        field.api,
        object.uniqueTogether?.some(([first]) => first === field.api)
          ? filled((i) => `t:${i + 1}`)
          : filled(cleanValue(field, system)),
      ]),
  );
}

function pointsInside(field: TargetField, system: TargetSystem): boolean {
  return (
    field.references?.objects.some((name) => system.objects.some((object) => object.name === name)) ?? false
  );
}

/** A value the loader takes, different for every record where it may have to be. */
function cleanValue(field: TargetField, system: TargetSystem): (i: number) => string {
  if (pointsInside(field, system)) return () => 't:1';
  if (field.references !== null) return () => 'anna@example.com';
  if (field.picklist.length > 0) {
    const address = addressValue(field) ?? '';
    return () => (field.picklist.includes(address) ? address : field.picklist[0]!);
  }
  switch (field.type) {
    case 'email':
      return (i) => `p${i}@example.com`;
    case 'url':
      return (i) => `https://example.com/${i}`;
    case 'phone':
      return (i) => `+4930901820${10 + i}`;
    case 'date':
      return () => formatIso('2024-03-05', system.file.dateFormat);
    case 'datetime':
      return (i) => moment(i, 7 + (i % 11), system);
    case 'time':
      return () => '10:20:30';
    case 'boolean':
      return () => system.file.booleanTrue;
    case 'currency':
    case 'number':
    case 'integer':
    case 'percent':
      return (i) => String(i % 9);
    case 'id':
      return (i) => (system.system === 'salesforce' ? `0012a00000${String(10000 + i)}` : String(1000 + i));
    default:
      return textValue(field);
  }
}

function moment(i: number, hour: number, system: TargetSystem): string {
  const day = String(1 + (i % 28)).padStart(2, '0');
  return formatIso(`2024-03-${day}T${String(hour).padStart(2, '0')}:00:00.000`, system.file.dateTimeFormat);
}

function textValue(field: TargetField): (i: number) => string {
  const address = addressValue(field);
  if (address !== null) return () => address;
  if (field.api === 'domain') return (i) => `firma${i}.example.com`;
  if (/lei$/i.test(field.api)) return () => '5493001KJTIIGC8Y1R12';
  if (/tax/i.test(field.api)) return () => 'DE136695976';
  return (i) => `T${i}`.slice(0, field.maxLength ?? 9);
}

function addressValue(field: TargetField): string | null {
  if (field.group === null) return null;
  const code = /code$/i.test(field.api);
  if (/country/i.test(field.api)) return code ? 'US' : 'United States';
  if (/(?:state|region|province)/i.test(field.api)) return code ? 'CA' : 'California';
  return POSTCODE.test(field.api) ? '94105' : null;
}

/** Values the loader refuses or that spoil the data, by the rule they break. */
function badValues(field: TargetField, system: TargetSystem): [RuleName, string][] {
  const { file } = system;
  const bad: [RuleName, string][] = [];
  if (pointsInside(field, system)) return bad;
  if (field.references !== null) {
    const byEmail = /\.email$/i.test(field.references.header) || field.references.objects.includes('owner');
    if (byEmail) bad.push(['owner', 'somebody']);
    if (isUserField(field))
      bad.push(['ownerUnknown', 'nobody@example.com'], ['ownerInactive', 'karl@example.com']);
    return bad;
  }
  switch (field.type) {
    case 'email':
      bad.push(['email', 'anna at example']);
      break;
    case 'url':
      bad.push(['url', 'not a page']);
      break;
    case 'phone':
      bad.push(['phone', 'ask Anna']);
      break;
    case 'date':
    case 'datetime': {
      const format = field.type === 'date' ? file.dateFormat : file.dateTimeFormat;
      bad.push(['date', 'next week']);
      bad.push(['dateRange', formatIso('1600-01-01', format)]);
      bad.push(['dateUnlikely', formatIso('1850-01-01', format)]);
      break;
    }
    case 'time':
      bad.push(['date', 'noon']);
      break;
    case 'boolean':
      bad.push(['boolean', 'perhaps']);
      break;
    case 'currency':
    case 'number':
    case 'integer':
    case 'percent':
      bad.push(['number', 'many']);
      if (field.precision !== null)
        bad.push(['numberRange', '9'.repeat(field.precision - (field.scale ?? 0) + 1)]);
      break;
    case 'id':
      bad.push(['id', 'no id!']);
      break;
    case 'text':
    case 'textarea':
      if (field.api === 'domain') bad.push(['domain', 'https://example.com/x']);
      else if (field.picklist.length === 0 && addressValue(field) === null) {
        bad.push(['characters', 'a\u0007']);
        if (field.maxLength !== null) bad.push(['tooLong', 'x'.repeat(field.maxLength + 1)]);
      }
      if (/lei$/i.test(field.api)) bad.push(['checkDigits', '5493001KJTIIGC8Y1R13']);
      if (/tax/i.test(field.api)) bad.push(['checkDigits', 'DE136695977']);
      break;
  }
  if (field.picklist.length > 0) bad.push(['picklist', 'no such choice'.slice(0, field.maxLength ?? 99)]);
  else if (field.type === 'text') bad.push(...badAddress(field));
  return bad;
}

function badAddress(field: TargetField): [RuleName, string][] {
  if (field.group === null) return [];
  if (/country/i.test(field.api)) return [['country', 'Nowhereland']];
  if (/(?:state|region|province)/i.test(field.api)) return [['region', 'Bavaria']];
  return POSTCODE.test(field.api) ? [['postcode', 'ABC']] : [];
}

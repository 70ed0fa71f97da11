import { loadavg } from 'node:os';
import { mapField, mapRecords, recordRows } from '../../src/shared/mapping/apply';
import type { FieldMapping, TableMapping, Transform } from '../../src/shared/mapping/types';
import { columnNamed } from '../../src/shared/table/column';
import type { Table } from '../../src/shared/table/types';
import { builtInTarget, objectNamed } from '../../src/shared/target/catalogue';
import type { TargetObject, TargetSystem } from '../../src/shared/target/types';
import { fieldContext } from '../../src/shared/validate/field-context';
import { checkField, validateRecords } from '../../src/shared/validate/validate-records';
import { machine } from '../accuracy/sections';
import { customerTable } from './customer-table';
import type { Bench } from './run';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);

const trim: Transform = { op: 'trim' };
const squeeze: Transform = { op: 'squeeze' };

/** Twenty fields of a lead from the twenty columns of the customer list, with the transforms Winnow would propose. */
const FIELDS: readonly (readonly [field: string, column: string, transforms: readonly Transform[]])[] = [
  ['Company', 'Company', [trim]],
  ['FirstName', 'First Name', [trim, { op: 'case', to: 'name' }]],
  ['LastName', 'Last Name', [trim, { op: 'case', to: 'name' }]],
  ['Email', 'E-mail', [{ op: 'email' }]],
  ['Phone', 'Phone', [{ op: 'phone', country: 'DE' }]],
  ['MobilePhone', 'Mobile', [{ op: 'phone', country: 'DE' }]],
  ['Street', 'Street', [trim]],
  ['PostalCode', 'Postcode', [trim]],
  ['City', 'City', [trim]],
  ['Country', 'Country', [trim, { op: 'country', to: 'name' }]],
  ['Website', 'Website', [{ op: 'url' }]],
  ['Status', 'Status', [trim]],
  ['CreatedDate', 'Created', [{ op: 'date', order: 'DMY' }]],
  ['AnnualRevenue', 'Revenue', [{ op: 'number', decimal: '.' }]],
  ['NumberOfEmployees', 'Employees', [{ op: 'number', decimal: '.' }]],
  ['OwnerId', 'Owner', [trim]],
  ['Description', 'Notes', [trim, { op: 'truncate', length: 32000 }]],
  ['Title', 'Birth Date', [{ op: 'date', order: 'DMY' }]],
  ['Fax', 'Phone', [{ op: 'phone', country: 'DE' }]],
  ['Salutation', 'Status', [trim]],
];

/** Seconds on the clock and of the processor. */
function timed<T>(work: () => T): {
  readonly seconds: number;
  readonly processor: number;
  readonly value: T;
} {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, value };
}

/**
 * Each field alone with one transform more, mapped and checked as the stages of the app do: at the end of its list, which
 * goes on from what was mapped before, and at the start, which reads every value anew.
 */
function changedFields(object: TargetObject, system: TargetSystem, table: Table, mapping: TableMapping) {
  const rows = recordRows(object, [{ tableId: 't', table, mapping }]);
  return mapping.fields.flatMap((item) => {
    const field = object.fields.find(({ api }) => api === item.field);
    if (!field || item.from.kind !== 'column') return [];
    const work = (transforms: readonly Transform[]) => {
      const inputs = [{ tableId: 't', table, mapping: { ...mapping, fields: [{ ...item, transforms }] } }];
      const columns = [mapField(field, inputs, [], system.file)];
      return checkField(field, fieldContext({ ...rows, columns, references: [] }, object, system, false));
    };
    const distinct = columnNamed(table, item.from.column)?.values.length ?? 0;
    const { transforms } = item;
    const atEnd = timed(() => work([...transforms, squeeze])).processor;
    const atStart = timed(() => work([squeeze, ...transforms])).processor;
    // Every national number becomes another one: nothing of what was there before is of use.
    const other = transforms.some(({ op }) => op === 'phone')
      ? timed(() => work([{ op: 'phone', country: 'AT' }])).processor
      : null;
    return [{ field: item.field, distinct, atEnd, atStart, other }];
  });
}

async function run(): Promise<string> {
  const system = builtInTarget('salesforce');
  const object = system && objectNamed(system, 'Lead');
  if (!system || !object) throw new Error('The Salesforce catalogue has no leads.');
  const { table } = customerTable(ROWS, 'mapping');
  const mapping: TableMapping = {
    tableId: 't',
    object: 'Lead',
    keyColumn: 'Customer No',
    fields: FIELDS.map(
      ([field, column, transforms]): FieldMapping => ({
        field,
        from: { kind: 'column', column },
        transforms,
        valueMap: {},
      }),
    ),
  };
  if (process.env['BENCH_EACH'])
    for (const field of mapping.fields) {
      const only = { ...mapping, fields: [field] };
      const { seconds } = timed(() =>
        mapRecords(object, [{ tableId: 't', table, mapping: only }], [], system.file),
      );
      const name = field.from.kind === 'column' ? field.from.column : '';
      console.log(field.field, columnNamed(table, name)?.values.length, seconds.toFixed(2));
    }
  const mapped = timed(() => mapRecords(object, [{ tableId: 't', table, mapping }], [], system.file));
  const validated = timed(() => validateRecords(mapped.value, object, system));
  const [whole, anew] = [
    mapped.processor + validated.processor,
    changedFields(object, system, table, mapping),
  ];
  // Still held here, as the app holds what its screens show.
  const records = mapped.value.count.toLocaleString('en');
  return [
    '## Speed of mapping and checking',
    '',
    `${machine()}, one thread; \`npm run bench mapping\`.`,
    '',
    '| work | rows | fields | seconds |',
    '|---|---:|---:|---:|',
    `| map | ${records} | ${FIELDS.length} | ${mapped.seconds.toFixed(1)} |`,
    `| validate (${validated.value.groups.length} groups) | ${ROWS.toLocaleString('en')} | ${FIELDS.length} | ${validated.seconds.toFixed(1)} |`,
    '',
    `One transform changed: its field is mapped and checked anew, the other fields stay as they are. Processor time of one squeeze of blanks more: at the end of the list (goes on from what was mapped before, which the app keeps while it has room for it) and at its start (values that come out of it unchanged keep what they became), the latter as a share of mapping and checking all. Load on the machine: ${loadavg()[0]?.toFixed(1)}.`,
    '',
    '| field | distinct values | one more at the end, ms | one more at the start, ms | share of all |',
    '|---|---:|---:|---:|---:|',
    ...anew.map(
      (one) =>
        `| ${one.field} | ${one.distinct.toLocaleString('en')} | ${Math.round(one.atEnd * 1000)} | ${Math.round(one.atStart * 1000)} | ${((100 * one.atStart) / whole).toFixed(1)} % |`,
    ),
    '',
    `Phones read as Austrian instead of German ones, every value anew: ${anew
      .flatMap(({ field, other }) => (other === null ? [] : `${field} ${Math.round(other * 1000)} ms`))
      .join(', ')}.`,
  ].join('\n');
}

export const mappingBench: Bench = { name: 'mapping', run };

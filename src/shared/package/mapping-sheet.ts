import { compareText } from '../table/rank';
import type { WrittenFile, WrittenObject } from './load-files';
import { reportCsv } from './report-csv';
import type { PackageObject, TableDispositions } from './types';
import { sourceText, transformWords } from './words';

/** Value pairs spelled out in the mapping sheet itself; the full list is in `picklists.csv`. */
const PAIRS_SHOWN = 10;

interface MappedField {
  readonly object: string;
  readonly field: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly header: string;
  readonly source: string;
  readonly table: string;
  readonly from: string;
  readonly transforms: string;
  readonly values: readonly (readonly [string, string])[];
}

/** `mapping.csv`: what fills each target field, per source table; `picklists.csv`: every value that is replaced. */
export function mappingSheets(
  objects: readonly PackageObject[],
  written: readonly WrittenObject[],
  tables: readonly TableDispositions[],
): readonly WrittenFile[] {
  const fields = mappedFields(objects, written, tables);
  const columns: readonly (readonly [string, (field: MappedField) => string])[] = [
    ['target_object', (field) => field.object],
    ['target_field', (field) => field.field],
    ['target_label', (field) => field.label],
    ['type', (field) => field.type],
    ['required', (field) => (field.required ? 'yes' : 'no')],
    ['load_file_header', (field) => field.header],
    ['source', (field) => field.source],
    ['table', (field) => field.table],
    ['source_column', (field) => field.from],
    ['transforms', (field) => field.transforms],
    ['value_map', (field) => valueWords(field.values)],
  ];
  const pairs = fields.flatMap((field) => field.values.map(([from, to]) => ({ field, from, to })));
  const sheet = reportCsv(
    columns.map(([header, text]) => ({ header, text: (place) => text(fields[place]!) })),
    fields.length,
  );
  const files: WrittenFile[] = [{ path: 'mapping.csv', bytes: sheet, role: 'mapping', rows: fields.length }];
  if (pairs.length > 0) {
    const picklists = reportCsv(
      [
        { header: 'target_object', text: (place) => pairs[place]!.field.object },
        { header: 'target_field', text: (place) => pairs[place]!.field.field },
        { header: 'source', text: (place) => pairs[place]!.field.source },
        { header: 'table', text: (place) => pairs[place]!.field.table },
        { header: 'source_value', text: (place) => pairs[place]!.from },
        { header: 'target_value', text: (place) => pairs[place]!.to },
      ],
      pairs.length,
    );
    files.push({ path: 'picklists.csv', bytes: picklists, role: 'mapping', rows: pairs.length });
  }
  return files;
}

function mappedFields(
  objects: readonly PackageObject[],
  written: readonly WrittenObject[],
  tables: readonly TableDispositions[],
): readonly MappedField[] {
  const byId = new Map(tables.map((table) => [table.tableId, table]));
  const tableName = (id: string): string => byId.get(id)?.tableName ?? id;
  return objects.flatMap(({ object, mappings }, index) => {
    const { key, first, second } = written[index]!.columns;
    const headerOf = (api: string): string =>
      [...first, ...second]
        .filter(({ cells }) => cells.name === api)
        .map((column) => column.header)
        .join(', ');
    return mappings.flatMap((mapping): MappedField[] => {
      const common = {
        object: object.name,
        source: byId.get(mapping.tableId)?.sourceName ?? '',
        table: tableName(mapping.tableId),
      };
      const keyRow: MappedField = {
        ...common,
        field: object.legacyKeyField,
        label: 'Legacy key',
        type: 'text',
        required: true,
        header: key.header,
        from: mapping.keyColumn === null ? 'content of the row (hash)' : `table id and ${mapping.keyColumn}`,
        transforms: '',
        values: [],
      };
      const rows = object.fields.flatMap((field): MappedField[] => {
        const used = mapping.fields.find((item) => item.field === field.api);
        if (!used || field.api === object.legacyKeyField) return [];
        return [
          {
            ...common,
            field: field.api,
            label: field.label,
            type: field.type,
            required: field.required,
            header: field.working ? 'not loaded, for rules only' : headerOf(field.api),
            from: sourceText(used.from, tableName),
            transforms: used.transforms.map(transformWords).join('; '),
            values: Object.entries(used.valueMap).sort(([a], [b]) => compareText(a, b)),
          },
        ];
      });
      return [keyRow, ...rows];
    });
  });
}

function valueWords(values: readonly (readonly [string, string])[]): string {
  const shown = values
    .slice(0, PAIRS_SHOWN)
    .map(([from, to]) => `${from} → ${to === '' ? '(empty)' : to}`)
    .join('; ');
  const more = values.length - PAIRS_SHOWN;
  return more > 0 ? `${shown}; and ${more} more in picklists.csv` : shown;
}

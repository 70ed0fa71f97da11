import type { RecordSet, ReferenceColumn } from '../mapping/types';
import { ColumnBuilder } from '../table/column';
import { type Column, EMPTY } from '../table/types';
import type { TargetField } from '../target/types';

/** Fields that hold the name of an organisation, by API name. */
const NAME_OF_ORGANISATION = /^name$/i;

/** True for the working field that says which company a person belongs to. */
export function isCompanyOfPerson(field: TargetField): boolean {
  return field.working && field.api === 'winnow_company';
}

/**
 * The records with the company field filled, where it is empty, by the name of the parent a reference points to. One
 * source names the company in words, another by its key; matching people needs both to read the same.
 */
export function fillFromParents(
  records: RecordSet,
  company: string,
  parents: readonly { readonly reference: ReferenceColumn; readonly records: RecordSet }[],
): RecordSet {
  const names = parents.flatMap(({ reference, records: parent }) => {
    const name = parent.columns.find((column) => NAME_OF_ORGANISATION.test(column.name));
    return name && reference.object !== records.object ? [{ reference, name }] : [];
  });
  if (names.length === 0) return records;
  const own = records.columns.find((column) => column.name === company) ?? null;
  const builder = new ColumnBuilder(company);
  for (let record = 0; record < records.count; record++) {
    builder.push(textOf(own, record) || parentName(names, record));
  }
  const filled = builder.finish();
  const columns = own
    ? records.columns.map((column) => (column === own ? filled : column))
    : [...records.columns, filled];
  return { ...records, columns };
}

function parentName(
  names: readonly { readonly reference: ReferenceColumn; readonly name: Column }[],
  record: number,
): string {
  for (const { reference, name } of names) {
    const target = reference.target[record]!;
    if (target >= 0 && name.codes[target] !== EMPTY) return name.values[name.codes[target]!]!;
  }
  return '';
}

function textOf(column: Column | null, record: number): string {
  return column ? column.values[column.codes[record]!]! : '';
}

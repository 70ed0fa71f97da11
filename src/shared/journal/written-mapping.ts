import type { FieldMapping, TableMapping } from '../mapping/types';

/**
 * The two forms of a mapping: as the code uses it, and as it stands in the journal, where no object may have a key called
 * `__proto__` (`checkPlainJson`). A legacy value of that name is a value like others; what it becomes stands beside the
 * value map. `readMapping(writeMapping(mapping))` is `mapping`; without such a value both forms are the same.
 */
export interface WrittenMapping extends Omit<TableMapping, 'fields'> {
  readonly fields: readonly WrittenField[];
}

interface WrittenField extends FieldMapping {
  /** What the source value `__proto__` becomes; absent where it has no place in the value map. */
  readonly protoTo?: string;
}

const RESERVED = '__proto__';

/** The mapping as it goes into the journal. */
export function writeMapping(mapping: TableMapping): WrittenMapping {
  const isPlain = mapping.fields.every(({ valueMap }) => !Object.hasOwn(valueMap, RESERVED));
  return isPlain ? mapping : { ...mapping, fields: mapping.fields.map(writeField) };
}

function writeField(field: FieldMapping): WrittenField {
  const values = new Map(Object.entries(field.valueMap));
  const protoTo = values.get(RESERVED);
  if (protoTo === undefined) return field;
  values.delete(RESERVED);
  return { ...field, valueMap: Object.fromEntries(values), protoTo };
}

/** The mapping as it stood in the journal. */
export function readMapping(written: WrittenMapping): TableMapping {
  const isPlain = written.fields.every(({ protoTo }) => protoTo === undefined);
  return isPlain ? written : { ...written, fields: written.fields.map(readField) };
}

function readField({ protoTo, ...field }: WrittenField): FieldMapping {
  if (protoTo === undefined) return field;
  // An own property: `fromEntries` defines it, it does not set what the object inherits from.
  return { ...field, valueMap: Object.fromEntries([...Object.entries(field.valueMap), [RESERVED, protoTo]]) };
}

import type { OutputFormat } from '../clean/output-format';
import { valueTransform } from '../clean/value-transform';
import { formatIso } from '../target/date-format';
import type { FieldType, FileDialect } from '../target/types';
import type { Transform } from './types';

/** What a value becomes depends on the field it is for and on the dialect of the target. */
export interface TransformTarget {
  readonly type: FieldType;
  readonly dialect: FileDialect;
}

/** Dates and yes/no as ISO and true/false, for previews without a target at hand. */
export const PLAIN_DIALECT: FileDialect = {
  delimiter: ',',
  bom: false,
  lineEnding: '\n',
  header: 'api',
  dateFormat: 'yyyy-MM-dd',
  dateTimeFormat: "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
  booleanTrue: 'true',
  booleanFalse: 'false',
  multiSelectSeparator: ';',
  maxFieldChars: 1_000_000,
};

/**
 * One function for a list of transforms, applied in order. A value a transform cannot read passes unchanged, so that
 * validation reports it; a pattern or formula that cannot run changes nothing.
 */
export function transformer(
  transforms: readonly Transform[],
  target: TransformTarget,
): (value: string) => string {
  const format = targetFormat(target);
  const steps = transforms.map((transform) => valueTransform(transform, format));
  return (value) => {
    let result = value;
    for (const step of steps) result = step(result);
    return result;
  };
}

/** Dates, numbers and yes/no as the loader wants them. */
export function targetFormat({ type, dialect }: TransformTarget): OutputFormat {
  return {
    timeOfDay: type === 'datetime' ? 'want' : 'drop',
    date: (iso) => formatIso(iso, dialect.dateFormat),
    dateTime: (iso) => formatIso(iso, dialect.dateTimeFormat),
    // Decimals that are all zero are dropped for whole-number fields: nothing is lost.
    number: (canonical) => (type === 'integer' ? canonical.replace(/\.0+$/, '') : canonical),
    boolean: (value) => (value ? dialect.booleanTrue : dialect.booleanFalse),
  };
}

import type { LoadColumn } from './load-columns';

/**
 * A Data Loader mapping file: one `header=field` line per column, so that nobody maps by hand. It is a Java properties
 * file, so `:`, `=`, `#`, `!`, blanks and backslashes are escaped and everything beyond Latin-1 is written as \uXXXX
 * (java.util.Properties; examples in Data Loader's own test data).
 */
export function mappingFile(columns: readonly Pick<LoadColumn, 'header' | 'target'>[]): Uint8Array {
  const lines = columns.map(({ header, target }) => `${escaped(header)}=${escaped(target)}`);
  return new TextEncoder().encode(`#Mapping values\n${lines.join('\n')}\n`);
}

function escaped(text: string): string {
  return text
    .replace(/[\\:=#! ]/g, '\\$&')
    .replace(/[^\u0020-\u007e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

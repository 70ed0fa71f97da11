import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { MAX_SAMPLES } from '../limits';
import { compacted, countMasked } from './rewrite';
import { TopChanges } from './samples';
import { insertedAfter, missing, taken, type Worked, worked } from './work';

/** Joins parts in a sample: `Anna · Berg`. */
const BETWEEN = ' · ';

/**
 * New columns out of one, worked out once per distinct value and put right after it; with `keep` off it goes, and a new
 * column may take its name. `read` answers with one text per new column, or null where the value cannot be read: then
 * `otherwise` says which column takes the whole value (-1 = none), so that nothing is lost when the column goes.
 */
export function deriveColumns(
  table: Table,
  name: string,
  into: readonly string[],
  keep: boolean,
  otherwise: number,
  read: (value: string) => readonly string[] | null,
): Worked {
  const column = columnNamed(table, name);
  if (!column) return missing(name);
  const clash = taken(table, into, keep ? [] : [name]);
  if (clash) return clash;
  const counts = countMasked(column, null);
  const top = new TopChanges(MAX_SAMPLES);
  const texts = into.map(() => column.values.map(() => ''));
  let values = 0;
  let rows = 0;
  let unread = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const value = column.values[code]!;
    const parts = read(value);
    if (parts === null) {
      unread += count;
      const rest = keep ? undefined : texts[otherwise];
      if (rest) rest[code] = value;
      continue;
    }
    let filled = false;
    for (const [at, list] of texts.entries()) {
      const part = parts[at] ?? '';
      list[code] = part;
      if (part !== '') filled = true;
    }
    if (!filled) continue;
    values++;
    rows += count;
    top.add(value, parts.slice(0, into.length).join(BETWEEN), count);
  }
  const made = into.map((newName, at): Column => encoded(newName, column, texts[at]!));
  const notes = unread === 0 ? [] : [unreadNote(unread, keep ? undefined : into[otherwise])];
  const columns = insertedAfter(table.columns, name, made, new Set(keep ? [] : [name]));
  return worked(columns, { values, rows, samples: top.finish(), notes });
}

function unreadNote(rows: number, holder: string | undefined): string {
  const which = rows === 1 ? '1 row could not be read' : `${rows} rows could not be read`;
  return holder === undefined ? `${which}.` : `${which}; their value stands in “${holder}”.`;
}

/** A column with the row order of `source` and a text per code of it. */
function encoded(name: string, source: Column, texts: readonly string[]): Column {
  const { target, values } = distinct(texts);
  const codes = new Uint32Array(source.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = target[source.codes[row]!]!;
  return compacted(name, codes, values);
}

/** Every text once, the empty one first, and the place of each. */
export function distinct(texts: readonly (string | null)[]): {
  target: Uint32Array;
  values: readonly string[];
} {
  const placeOf = new Map<string, number>([['', 0]]);
  const values = [''];
  const target = new Uint32Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? '';
    let place = placeOf.get(text);
    if (place === undefined) {
      place = values.length;
      values.push(text);
      placeOf.set(text, place);
    }
    target[at] = place;
  }
  return { target, values };
}

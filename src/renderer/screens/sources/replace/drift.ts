import type { ColumnGuess } from '@shared/ingest/types';

/** One difference between two extracts of a table. */
export interface Drift {
  readonly sentence: string;
  /** `breaks` = something that was decided needs a column that is gone. */
  readonly weight: 'breaks' | 'changes' | 'same';
}

/**
 * What changed from one extract to the next, in sentences, the gravest first. `used` are the columns decisions depend
 * on: mapped ones and the key.
 */
export function driftOf(
  before: readonly ColumnGuess[],
  after: readonly ColumnGuess[],
  used: ReadonlySet<string>,
): readonly Drift[] {
  const had = new Map(before.map((column) => [column.name, column]));
  const has = new Map(after.map((column) => [column.name, column]));
  const missing = before.filter((column) => !has.has(column.name));
  const broken = missing.filter((column) => used.has(column.name));
  const unused = missing.filter((column) => !used.has(column.name));
  const added = after.filter((column) => !had.has(column.name));
  const drifts: Drift[] = [];
  const common = before.length - missing.length;
  if (before.length > 0 && common * 2 < before.length) {
    drifts.push({
      sentence: `Only ${common} of ${before.length} columns are there: this looks like another table.`,
      weight: 'breaks',
    });
  }
  if (broken.length > 0) {
    drifts.push({
      sentence: `${names(broken)} ${broken.length === 1 ? 'is' : 'are'} missing, and mapped: the fields behind stay empty until you map another column.`,
      weight: 'breaks',
    });
  }
  if (unused.length > 0) {
    drifts.push({
      sentence: `${names(unused)} ${unused.length === 1 ? 'is missing; nothing depends on it.' : 'are missing; nothing depends on them.'}`,
      weight: 'changes',
    });
  }
  if (added.length > 0) {
    drifts.push({
      sentence: `${names(added)} ${added.length === 1 ? 'is' : 'are'} new and not mapped yet.`,
      weight: 'changes',
    });
  }
  for (const column of after) {
    const old = had.get(column.name);
    if (!old || old.type === column.type || old.type === 'empty' || column.type === 'empty') continue;
    drifts.push({
      sentence: `${column.name} was ${old.type} and now looks like ${column.type}.`,
      weight: 'changes',
    });
  }
  if (drifts.length === 0) drifts.push({ sentence: 'The same columns as before.', weight: 'same' });
  return drifts;
}

function names(columns: readonly ColumnGuess[]): string {
  const shown = columns.slice(0, 6).map((column) => column.name);
  const rest = columns.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

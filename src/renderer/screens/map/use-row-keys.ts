import { useHotkey } from '../../state/hotkeys';
import type { FieldRow } from './draft-mapping';

/** Whether a person should look at a field: a suggestion that is not sure, or not used, or nothing for a required one. */
export function needsLook(row: FieldRow, taken: ReadonlySet<string>): boolean {
  if (row.state === 'missing') return true;
  if (!row.suggestion || taken.has(row.field.api)) return false;
  return row.state === 'open' || row.suggestion.certainty === 'check';
}

/** The arrow keys go from field to field; `goOn` to the next one that needs a look. */
export function useRowKeys(
  rows: readonly FieldRow[],
  current: FieldRow | null,
  onPick: (field: string) => void,
  open: (row: FieldRow) => boolean,
): { readonly goOn: () => void } {
  const at = current ? rows.indexOf(current) : -1;
  const pick = (row: FieldRow | undefined) => row && onPick(row.field.api);
  useHotkey('ArrowDown', () => pick(rows[Math.min(rows.length - 1, at + 1)]));
  useHotkey('ArrowUp', () => pick(rows[Math.max(0, at - 1)]));
  return {
    goOn: () => {
      const behind = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
      pick(behind.find(open));
    },
  };
}

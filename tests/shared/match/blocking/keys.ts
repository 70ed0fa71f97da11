import type { KeyColumn, MultiKey } from '@shared/match/blocking/keys';

/** A key column of given codes; 0 means no key. */
export function keyOf(comparison: number, codes: readonly number[]): KeyColumn {
  return {
    comparison,
    label: `key ${comparison}`,
    codes: Uint32Array.from(codes),
    size: Math.max(0, ...codes) + 1,
    fineness: 0,
    valueAt: (row) => `value ${codes[row]}`,
  };
}

/** Several keys a record, from lists of codes above 0. */
export function multiKeyOf(comparison: number, lists: readonly (readonly number[])[]): MultiKey {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => {
    offsets[row + 1] = offsets[row]! + list.length;
  });
  const keys = Uint32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b)));
  return { comparison, label: `words ${comparison}`, offsets, keys, size: Math.max(0, ...keys) + 1 };
}

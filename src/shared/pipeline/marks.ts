import { diffWordsWithSpace } from 'diff';

/** Longest values compared word by word; longer ones are marked whole when they differ. */
const MAX_COMPARED = 2000;

/**
 * Where `value` differs from `reference`, as half-open UTF-16 ranges of `value`. Equal texts give none. Word-level
 * Myers diff (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), so that a person sees whole words.
 */
export function differenceMarks(value: string, reference: string): readonly (readonly [number, number])[] {
  if (value === '' || value === reference) return [];
  if (reference === '' || value.length > MAX_COMPARED || reference.length > MAX_COMPARED)
    return [[0, value.length]];
  const marks: [number, number][] = [];
  let at = 0;
  for (const part of diffWordsWithSpace(reference, value)) {
    if (part.removed) continue;
    const end = at + part.value.length;
    if (part.added) {
      const last = marks[marks.length - 1];
      if (last && last[1] === at) last[1] = end;
      else marks.push([at, end]);
    }
    at = end;
  }
  return marks;
}

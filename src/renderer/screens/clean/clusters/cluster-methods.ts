import type { ClusterMethod } from '@shared/clean/types';

/** A way to find spellings of one value, in words. */
export interface MethodWords {
  readonly id: string;
  readonly label: string;
  /** One line: what it finds, with an example. */
  readonly line: string;
  readonly method: ClusterMethod;
}

/** The methods from the safest to the boldest. */
export const METHODS: readonly MethodWords[] = [
  {
    id: 'fingerprint',
    label: 'Same words',
    line: 'Fingerprint: capitals, accents, punctuation and word order do not count. “Müller, Hans” and “hans muller”.',
    method: { kind: 'fingerprint' },
  },
  {
    id: 'ngram2',
    label: 'Same letter pairs',
    line: 'N-gram fingerprint, size 2: blanks and small slips do not count either. “Krzysztof” and “Krzystzof”.',
    method: { kind: 'ngram', size: 2 },
  },
  {
    id: 'ngram1',
    label: 'Same letters',
    line: 'N-gram fingerprint, size 1: letters in any order. Finds much, also what does not belong together.',
    method: { kind: 'ngram', size: 1 },
  },
  {
    id: 'doubleMetaphone',
    label: 'Sounds alike, English',
    line: 'Double Metaphone: what sounds the same in English and many other languages. “Catherine” and “Kathryn”.',
    method: { kind: 'doubleMetaphone' },
  },
  {
    id: 'cologne',
    label: 'Sounds alike, German',
    line: 'Cologne phonetics: what sounds the same in German. “Meier”, “Mayer” and “Maier”.',
    method: { kind: 'cologne' },
  },
  {
    id: 'daitchMokotoff',
    label: 'Sounds alike, Slavic and Yiddish',
    line: 'Daitch-Mokotoff: names of Eastern Europe written in several ways. “Moskowitz” and “Moskovitz”.',
    method: { kind: 'daitchMokotoff' },
  },
  {
    id: 'neighbours1',
    label: 'One slip apart',
    line: 'Edit distance 1: one letter wrong, missing, extra, or two swapped. “Munchen” and “München”.',
    method: { kind: 'neighbours', distance: 1 },
  },
  {
    id: 'neighbours2',
    label: 'Two slips apart',
    line: 'Edit distance 2: up to two slips. Look closely at short values.',
    method: { kind: 'neighbours', distance: 2 },
  },
];

/** The words of a method; of the first where an imported recipe has one that is not offered. */
export function methodWords(method: ClusterMethod): MethodWords {
  const same = METHODS.find((item) => JSON.stringify(item.method) === JSON.stringify(method));
  if (same) return same;
  const line =
    method.kind === 'neighbours'
      ? `Edit distance ${method.distance}.`
      : method.kind === 'ngram'
        ? `N-gram fingerprint, size ${method.size}.`
        : '';
  return { id: JSON.stringify(method), label: line, line, method };
}

/** What a merge means for values that come later, plainly. */
export function laterVariants(method: ClusterMethod): string {
  return method.kind === 'neighbours'
    ? 'Only the spellings listed are replaced: edit distance has no key to know later ones by.'
    : 'Also catches later variants with the same key, in the next extract too, and says so.';
}

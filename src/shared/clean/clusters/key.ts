import { fingerprint, ngramFingerprint } from '../../base/text/fingerprint';
import { colognePhonetics } from '../../base/text/phonetics/cologne';
import { daitchMokotoff } from '../../base/text/phonetics/daitch-mokotoff';
import { doubleMetaphone } from '../../base/text/phonetics/double-metaphone';
import type { ClusterMethod } from '../types';

/** Words of a value that are put into sound; longer values have no phonetic key. */
const MAX_WORDS = 12;
/** Ways to read a value aloud (Daitch-Mokotoff branches) that are followed. */
const MAX_READINGS = 16;
/** Longest value that gets a key. */
const MAX_LENGTH = 2_000;
/** Words whose codes are remembered at once. */
const MAX_REMEMBERED = 200_000;
/** Codes as long as the word, so that long words do not fall together. */
const WHOLE_WORD = 16;

/**
 * The key of a value under a key method: values with one key are one cluster. Null where the value has none (no letters
 * or digits, too long) and for `neighbours`, which has no keys. Phonetic methods put every word into sound and sort the
 * codes, so that word order does not matter; words with digits stay as they are. The first reading where there are
 * several.
 */
export function clusterKey(method: ClusterMethod, value: string): string | null {
  return clusterKeys(method, value)[0] ?? null;
}

/**
 * All keys of a value: one, but for Daitch-Mokotoff, where a word may be read in several ways; at most 16. A value belongs
 * to a cluster when any of its keys is the key of the cluster.
 */
export function clusterKeys(method: ClusterMethod, value: string): readonly string[] {
  return clusterKeyer(method)(value);
}

/** `clusterKeys` for many values: words already put into sound are remembered. */
export function clusterKeyer(method: ClusterMethod): (value: string) => readonly string[] {
  switch (method.kind) {
    case 'fingerprint':
      return within((value) => kept(fingerprint(value)));
    case 'ngram':
      return within((value) => kept(ngramFingerprint(value, method.size)));
    case 'doubleMetaphone':
      return spokenKeys((word) => [doubleMetaphone(word, WHOLE_WORD).primary]);
    case 'cologne':
      return spokenKeys((word) => [colognePhonetics(word)]);
    case 'daitchMokotoff':
      return spokenKeys(daitchMokotoff);
    case 'neighbours':
      return () => [];
  }
}

function within(keysOf: (value: string) => readonly string[]): (value: string) => readonly string[] {
  return (value) => (value.length > MAX_LENGTH ? [] : keysOf(value));
}

function spokenKeys(codesOf: (word: string) => readonly string[]): (value: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return within((value) =>
    spoken(value, (word) => {
      const codes = known.get(word) ?? codesOf(word);
      if (known.size >= MAX_REMEMBERED) known.clear();
      known.set(word, codes);
      return codes;
    }),
  );
}

function kept(key: string): readonly string[] {
  return key === '' ? [] : [key];
}

/** The sorted codes of the words, once for every combination of readings. */
function spoken(value: string, codesOf: (word: string) => readonly string[]): readonly string[] {
  const words = fingerprint(value).split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  let readings: string[][] = [[]];
  for (const word of words) {
    const codes = /\d/.test(word) ? [word] : codesOf(word).filter(Boolean);
    const choices = codes.length === 0 ? [word] : [...new Set(codes)];
    const next: string[][] = [];
    for (const reading of readings)
      for (const code of choices) if (next.length < MAX_READINGS) next.push([...reading, code]);
    readings = next;
  }
  return [...new Set(readings.map((codes) => codes.sort().join(' ')))];
}

import { osaWithin } from '../../base/text/edit-distance';
import type { Column } from '../../table/types';
import { packClusters } from './by-key';
import { bySpelling, type FoundClusters, filledCodes, type Search } from './found';
import { type PairList, starClusters } from './stars';
import { MAX_LEFT_OUT, VariantIndex } from './variant-index';

/** Longer values are no spellings of anything. */
const MAX_LENGTH = 2_000;
/** One edit needs this many characters in the shorter value: of two words of three letters every second pair is "near". */
const LENGTH_PER_EDIT = 4;

/**
 * Values within `distance` edits (insert, drop, replace, swap of two neighbours) of a more frequent one. Compared in small
 * letters with single blanks; values whose digits differ are different things (Shop 12, Shop 13); short values may differ
 * in one character for every four they have.
 *
 * Exact up to a distance of two: values that near become equal when at most two characters are left out of each
 * (Mor & Fraenkel 1982), so that comparing what is left finds every pair. Beyond, only pairs that meet that way are found.
 * Linear in the sum of those variants: about `length` per value at distance one, `length² / 2` at two.
 */
export function* neighbourClusters(
  column: Column,
  counts: Uint32Array,
  distance: number,
): Search<FoundClusters> {
  const codes = filledCodes(counts);
  const texts: string[] = [];
  const digits: string[] = [];
  let tooLong = 0;
  for (const code of codes) {
    const value = column.values[code]!;
    if (value.length > MAX_LENGTH) tooLong++;
    const text = value.length > MAX_LENGTH ? '' : folded(value);
    texts.push(text);
    digits.push(digitsOf(text));
  }
  const allowed = (text: string): number => Math.min(distance, Math.floor(text.length / LENGTH_PER_EDIT));
  const index = new VariantIndex(texts, digits, (text) => Math.min(MAX_LEFT_OUT, allowed(text)));
  const pairs: PairList = { left: [], right: [], distance: [] };
  const seen = new Set<number>();
  yield* index.meetings((left, right) => {
    const [a, b] = texts[left]!.length < texts[right]!.length ? [left, right] : [right, left];
    if (digits[a] !== digits[b]) return;
    const limit = allowed(texts[a]!);
    const apart = texts[a] === texts[b] ? 0 : osaWithin(texts[a]!, texts[b]!, limit);
    if (apart > limit || seen.size >= MAX_PAIRS) return;
    const pair = left * texts.length + right;
    if (seen.has(pair)) return;
    seen.add(pair);
    pairs.left.push(a);
    pairs.right.push(b);
    pairs.distance.push(apart);
  });
  const compare = bySpelling(column, counts);
  const clusters = starClusters(pairs, (a, b) => compare(codes[a]!, codes[b]!)).map((members) => ({
    key: null,
    codes: Uint32Array.from(members, (at) => codes[at]!),
  }));
  const limits = limitsOf(distance, tooLong, index.skipped, seen.size >= MAX_PAIRS);
  return packClusters(column, counts, codes.length, clusters, limits);
}

/** Pairs kept; a column with more is no list of spellings. */
const MAX_PAIRS = 2_000_000;

const BLANKS = /[\s\u0085]+/gu;
const NO_DIGITS = /[^\p{Nd}]+/gu;
const A_DIGIT = /\p{Nd}/u;

function folded(value: string): string {
  return value.toLowerCase().replace(BLANKS, ' ').trim();
}

function digitsOf(text: string): string {
  return A_DIGIT.test(text) ? text.replace(NO_DIGITS, '') : '';
}

function limitsOf(distance: number, tooLong: number, skipped: number, isFull: boolean): string {
  const sentences: string[] = [];
  if (distance > MAX_LEFT_OUT)
    sentences.push(
      `Of spellings more than ${MAX_LEFT_OUT} edits apart only those are found that become equal when two characters are left out of each.`,
    );
  if (tooLong > 0)
    sentences.push(
      `${tooLong} ${tooLong === 1 ? 'value' : 'values'} longer than 2,000 characters ${tooLong === 1 ? 'was' : 'were'} not compared.`,
    );
  if (skipped > 0)
    sentences.push('Some spellings have more than a thousand near ones; not all of those were compared.');
  if (isFull) sentences.push('There are more near pairs than can be shown; the search stopped early.');
  return sentences.join(' ');
}

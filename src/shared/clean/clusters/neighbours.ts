import { osaWithin } from '../../base/text/edit-distance';
import type { Column } from '../../table/types';
import { packClusters } from './by-key';
import { bySpelling, type FoundClusters, filledCodes, type Search, YIELD_EVERY } from './found';
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
  for (let pass = 0; pass < index.passes; pass++) {
    index.begin(pass);
    for (let at = 0; at < texts.length; at++) {
      index.add(at, (other) => {
        const [a, b] = texts[at]!.length < texts[other]!.length ? [at, other] : [other, at];
        const limit = allowed(texts[a]!);
        if (digits[a] !== digits[b]) return;
        const apart = texts[a] === texts[b] ? 0 : osaWithin(texts[a]!, texts[b]!, limit);
        const pair = Math.min(a, b) * texts.length + Math.max(a, b);
        if (apart > limit || seen.has(pair) || seen.size >= MAX_PAIRS) return;
        seen.add(pair);
        pairs.left.push(a);
        pairs.right.push(b);
        pairs.distance.push(apart);
      });
      if (at % STEP === STEP - 1)
        yield { done: pass * texts.length + at + 1, total: index.passes * texts.length };
    }
  }
  const compare = bySpelling(column, counts);
  const clusters = starClusters(pairs, (a, b) => compare(codes[a]!, codes[b]!)).map((members) => ({
    key: null,
    codes: Uint32Array.from(members, (at) => codes[at]!),
  }));
  const limits = limitsOf(distance, tooLong, index.skipped, seen.size >= MAX_PAIRS);
  return packClusters(column, counts, codes.length, clusters, limits);
}

/** Values between two yields; each has hundreds of variants. */
const STEP = YIELD_EVERY / 8;
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

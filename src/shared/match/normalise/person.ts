import { ascii, fold } from './fold';
import { isKnownGivenName } from './nicknames';

/** Words before or after a name that are not part of it. */
const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor doctor sir dame lord lady rev reverend hon herr frau hr fr mme mlle m monsieur
madame sr sra srta don dona dona senor senora dipl ing mag med phil rer nat msc bsc mba phd md esq dds cpa llm jr
snr jnr ii iii iv san sama esquire dott ssa ir drs univ habil hc`.split(/\s+/),
);

/** "Sr" is a title in Spanish and a suffix in English; both say nothing about the family name. */
const PARTICLES = new Set(
  'von van vom zu zur zum der den de del della di da do dos das du la le les el al bin ibn ten ter af av st'.split(
    ' ',
  ),
);

const HANGUL = /^[\uac00-\ud7af]{2,4}$/;
const CJK = /^[\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{2ffff}]{2,8}$/u;

/** A full name in its parts, folded. Either part may be ''. */
export interface NameParts {
  readonly given: string;
  readonly family: string;
}

/** Folded words of a name without titles and suffixes; all of them when nothing else is left. */
export function nameWords(text: string): string[] {
  const words = fold(text.replace(/\([^)]*\)/g, ' '))
    .split(' ')
    .filter(Boolean);
  const kept = words.filter((word) => !TITLES.has(word));
  return kept.length > 0 ? kept : words;
}

/** A given name for comparison: "Dr. Robert J." → "robert j"; digits say nothing. */
export function givenName(text: string): string {
  return nameWords(text).join(' ');
}

/** A family name for comparison: without titles, suffixes and blanks: "von der Leyen" → "vonderleyen". */
export function familyName(text: string): string {
  return nameWords(text).join('');
}

/** Splits a full name. Comma order, particles, Korean and Chinese-character names are known; else family is last. */
export function splitName(text: string): NameParts {
  const trimmed = text.trim();
  const compact = trimmed.replace(/[\s·・]+/g, '');
  if (HANGUL.test(compact)) return eastAsian(trimmed, compact, 1);
  if (CJK.test(compact)) return eastAsian(trimmed, compact, compact.length >= 4 ? 2 : 1);
  const comma = trimmed.indexOf(',');
  if (comma > 0) {
    const after = nameWords(trimmed.slice(comma + 1));
    const isSuffix = after.every((word) => TITLES.has(word));
    if (after.length > 0 && !isSuffix)
      return { given: after.join(' '), family: familyName(trimmed.slice(0, comma)) };
  }
  const words = nameWords(comma > 0 ? trimmed.slice(0, comma) : trimmed);
  if (words.length <= 1) return { given: '', family: words[0] ?? '' };
  const isCapitalFirst = /^\p{Lu}{2,}\s+\p{Lu}\p{Ll}/u.test(trimmed);
  if (isCapitalFirst) return { given: words.slice(1).join(' '), family: words[0]! };
  if (words.length === 2 && !isKnownGivenName(words[0]!) && isKnownGivenName(words[1]!))
    return { given: words[1]!, family: words[0]! };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has(words[cut - 1]!)) cut--;
  return { given: words.slice(0, cut).join(' '), family: words.slice(cut).join('') };
}

/** Family name first, as written; a blank decides the border when there is one. */
function eastAsian(text: string, compact: string, familyLength: number): NameParts {
  const parts = text.split(/[\s·・]+/);
  const border = parts.length >= 2 ? parts[0]!.length : familyLength;
  const squashed = (part: string): string => ascii(part).replace(/[^a-z]+/g, '');
  return { given: squashed(compact.slice(border)), family: squashed(compact.slice(0, border)) };
}

/** What a letter sounds like in some surroundings. The first rule of a letter that fits is taken. */
export interface SpellingRule {
  /** Sticky: tried at the letter itself; may look behind and ahead. */
  readonly when: RegExp;
  /** Letters the rule uses up. */
  readonly take: number;
  /** Signs of the code; `alternate` for a second reading of the word. */
  readonly primary: string;
  readonly alternate: string;
  /** Words the rule holds for, by their look: all when missing. */
  readonly only?: (word: string) => boolean;
}

/** A rule: pattern, letters used up, sound and, where it differs, second sound. */
export function rule(
  pattern: RegExp,
  take: number,
  primary: string,
  alternate: string = primary,
): SpellingRule {
  return { when: new RegExp(pattern.source, 'y'), take, primary, alternate };
}

/** The rules, each holding only for words of that look. */
export function only(looks: (word: string) => boolean, ...rules: readonly SpellingRule[]): SpellingRule[] {
  return rules.map((each) => ({ ...each, only: looks }));
}

/**
 * Reads a word from `start` by rules per letter, in one pass; letters without a fitting rule are passed over. Cost grows
 * with the length of the word times the rules of a letter; rules that look behind without bound look at most at the
 * whole word.
 */
export function readAloud(
  word: string,
  start: number,
  rules: ReadonlyMap<string, readonly SpellingRule[]>,
): { primary: string; alternate: string } {
  let primary = '';
  let alternate = '';
  let at = start;
  while (at < word.length) {
    const found = rules.get(word.charAt(at))?.find(({ when, only }) => {
      if (only && !only(word)) return false;
      when.lastIndex = at;
      return when.test(word);
    });
    primary += found?.primary ?? '';
    alternate += found?.alternate ?? '';
    at += found?.take ?? 1;
  }
  return { primary, alternate };
}

import { ASIDE_MARK } from '../normalise/label';
import { SMALL_WORDS } from '../normalise/label-words';
import type { WordVectors } from './word-vectors';

/** How the words of one value stand to each other. */
export interface NameShape {
  /** Words of the name itself, in order. */
  readonly head: readonly number[];
  /** Words that stand in the remark beside the name only. */
  readonly aside: ReadonlySet<number>;
  /** Neighbouring words that some value writes as one. */
  readonly joined: readonly { readonly whole: number; readonly parts: readonly [number, number] }[];
  /** Words of other values that the initials of this one spell, and what that says (bits). */
  readonly initials: readonly { readonly id: number; readonly bits: number }[];
}

/** A name of fewer words has no initials worth the name. */
const FEWEST_WORDS = 3;

const NO_WORDS: ReadonlySet<number> = new Set();

const known = new WeakMap<readonly string[], readonly NameShape[]>();

/** The shapes of all values of a column, made once. Linear in the words. */
export function nameShapes(values: readonly string[], table: WordVectors): readonly NameShape[] {
  let shapes = known.get(values);
  if (!shapes) {
    shapes = makeShapes(values, table);
    known.set(values, shapes);
  }
  return shapes;
}

/** The word of `short`, a name of one word, that spells the initials of `long`, with what that says; else undefined. */
export function initialsIn(long: NameShape, short: NameShape): NameShape['initials'][number] | undefined {
  return short.head.length === 1 ? long.initials.find(({ id }) => id === short.head[0]) : undefined;
}

function makeShapes(values: readonly string[], { words }: WordVectors): NameShape[] {
  const idOf = new Map(words.map((word, id) => [word, id]));
  const idsOf = (text: string): number[] =>
    text.split(' ').flatMap((word) => {
      const id = word === '' ? undefined : idOf.get(word);
      return id === undefined ? [] : [id];
    });
  const spelt = new Map<number, number>();
  const bare = values.map((value) => {
    const mark = value.indexOf(ASIDE_MARK);
    const head = idsOf(mark < 0 ? value : value.slice(0, mark));
    const inHead = new Set(head);
    const aside = mark < 0 ? NO_WORDS : new Set(idsOf(value.slice(mark)).filter((id) => !inHead.has(id)));
    const initials = initialsOf(head.map((id) => words[id]!)).flatMap((letters) => idOf.get(letters) ?? []);
    for (const id of initials) spelt.set(id, (spelt.get(id) ?? 0) + 1);
    return { head, aside, joined: joinedIn(head, words, idOf), initials };
  });
  return bare.map(({ initials, ...shape }) => ({
    ...shape,
    initials: initials.map((id) => ({ id, bits: Math.log2(values.length / spelt.get(id)!) })),
  }));
}

function joinedIn(
  head: readonly number[],
  words: readonly string[],
  idOf: ReadonlyMap<string, number>,
): NameShape['joined'] {
  const joined: { whole: number; parts: [number, number] }[] = [];
  for (let i = 0; i + 1 < head.length; i++) {
    const whole = idOf.get(words[head[i]!]! + words[head[i + 1]!]!);
    if (whole !== undefined) joined.push({ whole, parts: [head[i]!, head[i + 1]!] });
  }
  return joined;
}

/** The first letters of all words, and of all but the small ones. */
function initialsOf(words: readonly string[]): string[] {
  if (words.length < FEWEST_WORDS) return [];
  const letters = (of: readonly string[]): string => of.map((word) => word.slice(0, 1)).join('');
  const large = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set([letters(words), letters(large)])].filter((name) => name.length >= FEWEST_WORDS);
}

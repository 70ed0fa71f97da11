/** How values of one meaning are compared. */
export type KindId =
  | 'given'
  | 'family'
  | 'company'
  | 'text'
  | 'email'
  | 'phone'
  | 'street'
  | 'city'
  | 'postcode'
  | 'date'
  | 'identifier'
  | 'number'
  | 'url'
  | 'code';

export interface LevelSpec {
  readonly label: string;
  /** Share of true matches expected at this level before any data is seen; sums to 1 over the levels. */
  readonly m: number;
  /** Largest weight in bits of this level, where it says little whatever few records show. */
  readonly most?: number;
}

export interface Kind {
  readonly id: KindId;
  /** Chance that two different things have one value, in the world at large: what a table too small to tell goes by. */
  readonly chance: number;
  /** Lowest similarity first; the last is always "exact". Level numbers start at 1 (0 is "empty on one side"). */
  readonly levels: readonly LevelSpec[];
  /** Largest weight in bits the comparison may add, whatever the data say: shared by many unlike things by nature. */
  readonly limit: number;
  /** Levels from this number on are "the same apart from a slip": half the term-frequency adjustment applies. */
  readonly nearFrom: number;
}

const WORDS: readonly LevelSpec[] = [
  { label: 'different', m: 0.05 },
  { label: 'few words shared', m: 0.04 },
  { label: 'some words shared', m: 0.05 },
  { label: 'half of the words shared', m: 0.07 },
  { label: 'most words shared', m: 0.09 },
  { label: 'nearly all words shared', m: 0.1 },
  { label: 'same words', m: 0.1 },
  { label: 'exact', m: 0.5 },
];

/** Free text is often written anew for the same thing. */
const LOOSE_WORDS: readonly LevelSpec[] = WORDS.map(({ label, m }, index) => ({
  label,
  m: index === 0 ? 0.15 : index === WORDS.length - 1 ? m - 0.1 : m,
}));

/** Bits of evidence in the words of two values that are usual for each level of the word kinds; index = level. */
export const WORD_LEVEL_BITS: readonly number[] = [0, -2, 2, 5, 8, 11.5, 15, 18, 19];

/** Whether values are compared by their words. */
export function isWordKind(id: KindId): id is 'company' | 'text' {
  return id === 'company' || id === 'text';
}

/** Lower bounds of the soft cosine for levels 2, 3, … of the word kinds. */
export const WORD_BOUNDS: readonly number[] = [0.2, 0.35, 0.5, 0.65, 0.8, 0.92];

const KIND_LIST: readonly Kind[] = [
  {
    id: 'given',
    chance: 0.005,
    levels: [
      { label: 'different', m: 0.06 },
      { label: 'similar', m: 0.04 },
      // One name in a dozen or so begins with the same letter.
      { label: 'initial only', m: 0.03, most: 4 },
      { label: 'near (a slip)', m: 0.1 },
      { label: 'nickname or same first name', m: 0.05 },
      { label: 'given and family name swapped', m: 0.02 },
      { label: 'exact', m: 0.7 },
    ],
    limit: 20,
    nearFrom: 4,
  },
  {
    id: 'family',
    chance: 0.001,
    levels: [
      { label: 'different', m: 0.06 },
      { label: 'similar', m: 0.04 },
      { label: 'near (a slip)', m: 0.13 },
      { label: 'given and family name swapped', m: 0.02 },
      { label: 'exact', m: 0.75 },
    ],
    limit: 20,
    nearFrom: 3,
  },
  { id: 'company', chance: 0.0001, levels: WORDS, limit: 20, nearFrom: 7 },
  { id: 'text', chance: 0.0001, levels: LOOSE_WORDS, limit: 20, nearFrom: 7 },
  {
    id: 'email',
    chance: 1e-6,
    levels: [
      { label: 'different', m: 0.15 },
      { label: 'similar mailbox', m: 0.05 },
      { label: 'same mailbox, other domain', m: 0.05 },
      { label: 'near (a slip)', m: 0.1 },
      { label: 'exact', m: 0.65 },
    ],
    limit: 20,
    nearFrom: 4,
  },
  {
    id: 'phone',
    chance: 1e-6,
    levels: [
      { label: 'different', m: 0.25 },
      { label: 'near (a slip)', m: 0.08 },
      { label: 'same last seven digits', m: 0.07 },
      { label: 'exact', m: 0.6 },
    ],
    limit: 20,
    nearFrom: 3,
  },
  {
    id: 'street',
    chance: 1e-5,
    levels: [
      { label: 'different', m: 0.1 },
      { label: 'similar street', m: 0.05 },
      { label: 'same street, other number', m: 0.05 },
      { label: 'similar street, same number', m: 0.15 },
      { label: 'same street, one number missing', m: 0.05 },
      { label: 'exact', m: 0.6 },
    ],
    limit: 20,
    nearFrom: 4,
  },
  {
    id: 'city',
    chance: 0.01,
    levels: [
      { label: 'different', m: 0.08 },
      { label: 'similar', m: 0.04 },
      { label: 'near (a slip)', m: 0.13 },
      { label: 'exact', m: 0.75 },
    ],
    limit: 14,
    nearFrom: 3,
  },
  {
    id: 'postcode',
    chance: 0.001,
    levels: [
      { label: 'different', m: 0.1 },
      { label: 'same area', m: 0.05 },
      { label: 'near (a slip)', m: 0.1 },
      { label: 'exact', m: 0.75 },
    ],
    limit: 14,
    nearFrom: 3,
  },
  {
    id: 'date',
    chance: 5e-5,
    levels: [
      { label: 'different', m: 0.07 },
      { label: 'same year', m: 0.04 },
      { label: 'two of day, month and year', m: 0.04 },
      { label: 'near (one digit, or day and month swapped)', m: 0.1 },
      { label: 'exact', m: 0.75 },
    ],
    limit: 20,
    nearFrom: 4,
  },
  {
    id: 'identifier',
    chance: 1e-6,
    levels: [
      { label: 'different', m: 0.1 },
      { label: 'two slips', m: 0.03 },
      { label: 'near (a slip)', m: 0.07 },
      { label: 'exact', m: 0.8 },
    ],
    limit: 25,
    nearFrom: 3,
  },
  {
    id: 'number',
    chance: 0.01,
    levels: [
      { label: 'different', m: 0.2 },
      { label: 'within 10 %', m: 0.05 },
      { label: 'within 1 %', m: 0.05 },
      { label: 'exact', m: 0.7 },
    ],
    limit: 8,
    nearFrom: 4,
  },
  {
    id: 'url',
    chance: 1e-6,
    levels: [
      { label: 'different', m: 0.15 },
      { label: 'same host', m: 0.2 },
      { label: 'exact', m: 0.65 },
    ],
    limit: 20,
    nearFrom: 3,
  },
  {
    id: 'code',
    chance: 0.2,
    levels: [
      { label: 'different', m: 0.15 },
      { label: 'exact', m: 0.85 },
    ],
    limit: 5,
    nearFrom: 2,
  },
];

const KINDS: ReadonlyMap<string, Kind> = new Map(KIND_LIST.map((kind) => [kind.id, kind]));

/** The kind of that id. Throws on an unknown id: ids come from this module only. */
export function kindOf(id: string): Kind {
  const kind = KINDS.get(id);
  if (!kind) throw new Error(`Unknown comparison kind: ${id}`);
  return kind;
}

/** Separates the values of a field that holds several (phones of one contact). */
export const SEPARATOR = '\n';

/** Separates the sort of an official number from the number: numbers of different sorts are not compared. */
export const TYPE_MARK = ':';

import { type KindId, WORD_BOUNDS } from '../../compare/kinds';
import type { ColumnTest } from './conditions';

/** From this similarity on, Jaro-Winkler says "near" in Winnow's kinds, below it "similar". */
const NEAR = 0.9;
const MONTH = 31;
const YEAR = 366;

/** The level of the first entry that the number reaches, else the last one. */
type Scale = readonly (readonly [from: number, level: number])[];

interface Scales {
  /** By similarity, highest first. */
  readonly similarity?: Scale;
  /** By edits, highest allowed number first. */
  readonly edits?: Scale;
}

/** Levels (compare/kinds.ts) that mean what a similarity or a number of edits means in Splink. */
const SCALES: Readonly<Record<KindId, Scales>> = {
  given: {
    similarity: [
      [NEAR, 4],
      [0, 2],
    ],
    edits: [
      [3, 2],
      [0, 4],
    ],
  },
  family: {
    similarity: [
      [NEAR, 3],
      [0, 2],
    ],
    edits: [
      [3, 2],
      [0, 3],
    ],
  },
  city: {
    similarity: [
      [NEAR, 3],
      [0, 2],
    ],
    edits: [
      [3, 2],
      [0, 3],
    ],
  },
  email: { similarity: [[0, 4]], edits: [[0, 4]] },
  phone: { similarity: [[0, 2]], edits: [[0, 2]] },
  street: {
    similarity: [
      [NEAR, 4],
      [0, 2],
    ],
    edits: [
      [3, 2],
      [0, 4],
    ],
  },
  postcode: {
    similarity: [
      [NEAR, 3],
      [0, 2],
    ],
    edits: [
      [2, 2],
      [0, 3],
    ],
  },
  date: {
    similarity: [
      [NEAR, 4],
      [0, 3],
    ],
    edits: [
      [2, 3],
      [0, 4],
    ],
  },
  identifier: {
    similarity: [
      [NEAR, 3],
      [0, 2],
    ],
    edits: [
      [2, 2],
      [0, 3],
    ],
  },
  number: {},
  url: {},
  code: {},
  company: {},
  text: {},
};

/**
 * The level of a kind that means what a test of Splink means; null where nothing in the kind does. "Equal" is not asked
 * here: it is the highest level of every kind.
 */
export function levelOfTest(kind: KindId, test: ColumnTest): number | null {
  switch (test.kind) {
    case 'similarity':
      return onScale(SCALES[kind].similarity, test.least);
    case 'edits':
      return onScale(SCALES[kind].edits, test.most);
    case 'overlap':
      return kind === 'company' || kind === 'text'
        ? 1 + WORD_BOUNDS.filter((bound) => bound <= test.least).length
        : null;
    case 'days':
      if (kind !== 'date') return null;
      return test.most <= MONTH ? 3 : test.most <= YEAR ? 2 : 1;
    case 'mailbox':
      return kind === 'email' ? 3 : null;
    case 'mailboxSimilarity':
      return kind === 'email' ? 2 : null;
    case 'part':
      if (kind !== 'postcode') return null;
      return test.part === 'sector' ? 3 : 2;
    case 'equal':
    case 'swapped':
      return null;
  }
}

function onScale(scale: Scale | undefined, value: number): number | null {
  return scale?.find(([from]) => value >= from)?.[1] ?? null;
}

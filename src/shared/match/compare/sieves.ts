import { generationOf } from '../normalise/generation';
import { isKnownGivenName } from '../normalise/nicknames';
import {
  canContain,
  type Features,
  featuresOf,
  fewestEdits,
  hashesOf,
  isJaroWinklerBelow,
  type Part,
} from './features';
import { type KindId, SEPARATOR, TYPE_MARK } from './kinds';

/**
 * Whether two values (codes of a column, different, not empty) are certainly at the lowest level. `false` says nothing:
 * then the level functions of compare/values.ts decide. Most pairs of different values end here, at some nanoseconds.
 */
export type Sieve = (a: number, b: number) => boolean;

/** The sieve of a column, or null for kinds that are better compared at once. Sets of values are split first. */
export function sieveOf(kind: KindId, values: readonly string[]): Sieve | null {
  const make = MAKERS[kind];
  // Numbers of different sorts say nothing, which is not "different".
  if (!make || values.some((value) => value.includes(TYPE_MARK) && kind === 'identifier')) return null;
  return values.some((value) => value.includes(SEPARATOR)) ? setSieve(values, make) : make(values);
}

type SieveMaker = (values: readonly string[]) => Sieve;

const MAKERS: { readonly [kind in KindId]?: SieveMaker } = {
  given: givenSieve,
  family: (values) => nameSieve(values, 0.8),
  city: (values) => nameSieve(values, 0.84),
  email: emailSieve,
  phone: phoneSieve,
  postcode: postcodeSieve,
  date: dateSieve,
  identifier: (values) => {
    const features = featuresOf(values);
    return (a, b) => fewestEdits(features, a, b) > 2;
  },
  number: numberSieve,
  url: (values) => {
    const hosts = hashesOf(values, upTo('/'));
    return (a, b) => hosts[a] !== hosts[b];
  },
};

/** Two sets are at the lowest level when each value of one is, to each value of the other. */
function setSieve(values: readonly string[], make: SieveMaker): Sieve {
  const members: string[] = [''];
  const starts = new Uint32Array(values.length + 1);
  starts[1] = 1;
  for (let code = 1; code < values.length; code++) {
    for (const member of values[code]!.split(SEPARATOR)) members.push(member);
    starts[code + 1] = members.length;
  }
  const differ = make(members);
  return (a, b) => {
    for (let i = starts[a]!; i < starts[a + 1]!; i++)
      for (let j = starts[b]!; j < starts[b + 1]!; j++)
        if (members[i] === members[j] || !differ(i, j)) return false;
    return true;
  };
}

/** Names: no slip, not alike, and neither inside the other. */
function nameSieve(values: readonly string[], similar: number): Sieve {
  const features = featuresOf(values);
  return (a, b) => areUnlike(features, a, b, similar) && !canContain(features, a, b);
}

/** No slip (one edit, two in names of eight letters and more) and Jaro-Winkler below `similar`. */
function areUnlike(features: Features, a: number, b: number, similar: number): boolean {
  const { length } = features;
  const slips = length[a]! >= 8 || length[b]! >= 8 ? 2 : 1;
  return isJaroWinklerBelow(features, a, b, similar) && fewestEdits(features, a, b) > slips;
}

/** Given names are judged by their first words; known names may be nicknames, initials and joined names are compared. */
function givenSieve(values: readonly string[]): Sieve {
  const firstWord = upTo(' ');
  const features = featuresOf(values, firstWord);
  const joined = featuresOf(values.map((value) => generationOf(value).name.replaceAll(' ', '')));
  const known = Uint8Array.from(values, (value) =>
    isKnownGivenName(value.slice(0, firstWord(value)[1])) ? 1 : 0,
  );
  return (a, b) =>
    (known[a] === 0 || known[b] === 0) &&
    features.length[a]! > 1 &&
    features.length[b]! > 1 &&
    areUnlike(features, a, b, 0.8) &&
    joined.parity[a] !== joined.parity[b];
}

function emailSieve(values: readonly string[]): Sieve {
  const mailbox = upTo('@');
  const whole = featuresOf(values);
  const local = featuresOf(values, mailbox);
  const boxes = hashesOf(values, mailbox);
  return (a, b) =>
    boxes[a] !== boxes[b] && fewestEdits(whole, a, b) > 2 && isJaroWinklerBelow(local, a, b, 0.9);
}

function phoneSieve(values: readonly string[]): Sieve {
  const features = featuresOf(values);
  const tails = hashesOf(values, last(7));
  return (a, b) => tails[a] !== tails[b] && fewestEdits(features, a, b) > 1;
}

function postcodeSieve(values: readonly string[]): Sieve {
  const features = featuresOf(values);
  return (a, b) => (features.head[a]! ^ features.head[b]!) >>> 16 !== 0 && fewestEdits(features, a, b) > 1;
}

/** Dates yyyyMMdd: another year, and not the same month and day, and more than one digit off. */
function dateSieve(values: readonly string[]): Sieve {
  const features = featuresOf(values);
  const days = hashesOf(values, last(4));
  return (a, b) =>
    features.head[a] !== features.head[b] && days[a] !== days[b] && fewestEdits(features, a, b) > 1;
}

function numberSieve(values: readonly string[]): Sieve {
  const numbers = Float64Array.from(values, Number);
  return (a, b) => {
    const x = numbers[a]!;
    const y = numbers[b]!;
    return !(Math.abs(x - y) <= 0.1 * Math.max(Math.abs(x), Math.abs(y), 1e-9) * (1 + 1e-9));
  };
}

/** The part before the first `sign`, or all. */
function upTo(sign: string): Part {
  return (text) => {
    const at = text.indexOf(sign);
    return [0, at < 0 ? text.length : at];
  };
}

function last(units: number): Part {
  return (text) => [Math.max(0, text.length - units), text.length];
}

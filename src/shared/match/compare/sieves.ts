import { TextCodes } from '../../table/text-codes';
import { isVowelless } from '../normalise/consonants';
import { generationOf } from '../normalise/generation';
import { nicknameMarks } from '../normalise/nicknames';
import { DateSieve, EditSieve, HashSieve, NumberSieve, PostcodeSieve } from './code-sieves';
import { featuresOf, hashesOf, type Part } from './features';
import { type KindId, SEPARATOR, TYPE_MARK } from './kinds';
import {
  AddressSieve,
  type GivenNames,
  GivenSieve,
  JOINED,
  KNOWN,
  NameSieve,
  VOWELLESS,
} from './name-sieves';
import { packedUnits } from './packed-units';
import { type Sieve, siftOneByOne } from './sieve';
import type { ValuePairs } from './value-pairs';

/** The sieve of a column, or null for kinds that are better compared at once. Sets of values are split first. */
export function sieveOf(kind: KindId, values: readonly string[]): Sieve | null {
  const make = MAKERS[kind];
  // Numbers of different sorts say nothing, which is not "different".
  if (!make || (kind === 'identifier' && values.some((value) => value.includes(TYPE_MARK)))) return null;
  return values.some((value) => value.includes(SEPARATOR)) ? setSieve(values, make) : make(values);
}

type SieveMaker = (values: readonly string[]) => Sieve;

const MAKERS: { readonly [kind in KindId]?: SieveMaker } = {
  given: givenSieve,
  family: (values) => new NameSieve(featuresOf(values), 0.8, vowellessAmong(values)),
  city: (values) => new NameSieve(featuresOf(values), 0.84, null),
  email: emailSieve,
  phone: (values) => new EditSieve(featuresOf(values), 1, hashesOf(values, last(7))),
  postcode: (values) => new PostcodeSieve(featuresOf(values), packedUnits(values)),
  date: (values) => new DateSieve(packedUnits(values)),
  identifier: (values) => new EditSieve(featuresOf(values), 2, null),
  number: (values) => new NumberSieve(Float64Array.from(values, Number)),
  url: (values) => new HashSieve(hashesOf(values, upTo('/'))),
};

/** Sets of values: `members[starts[set] .. starts[set + 1])`; the lowest level where it is told of each two members. */
class SetSieve implements Sieve {
  constructor(
    readonly members: readonly string[],
    readonly starts: Uint32Array,
    readonly ofMembers: Sieve,
  ) {}

  told(a: number, b: number): number {
    const { members, starts, ofMembers } = this;
    for (let i = starts[a]!; i < starts[a + 1]!; i++)
      for (let j = starts[b]!; j < starts[b + 1]!; j++)
        if (members[i] === members[j] || ofMembers.told(i, j) !== 1) return 0;
    return 1;
  }

  sift(pairs: ValuePairs, levels: Uint8Array): void {
    siftOneByOne(this, pairs, levels);
  }
}

/** Two sets are at the lowest level when each value of one is, to each value of the other. */
function setSieve(values: readonly string[], make: SieveMaker): Sieve {
  const members: string[] = [''];
  const starts = new Uint32Array(values.length + 1);
  starts[1] = 1;
  for (let code = 1; code < values.length; code++) {
    for (const member of values[code]!.split(SEPARATOR)) members.push(member);
    starts[code + 1] = members.length;
  }
  return new SetSieve(members, starts, make(members));
}

/** Given names are judged by their first words; initials, nicknames and joined names are compared. */
function givenSieve(values: readonly string[]): Sieve {
  const firstWord = upTo(' ');
  const names = values.map((value) => generationOf(value).name);
  const joined = featuresOf(names.map((name) => name.replaceAll(' ', '')));
  const firsts = values.map((value) => value.slice(0, firstWord(value)[1]));
  const nicknames = nicknamesOf(firsts);
  const marks = Uint8Array.from(firsts, (first, code) => {
    const isKnown = nicknames.starts[code] !== nicknames.starts[code + 1];
    const isJoined = names[code]!.includes(' ');
    return (isKnown ? KNOWN : 0) | (isJoined ? JOINED : 0) | (isVowelless(first) ? VOWELLESS : 0);
  });
  return new GivenSieve({ features: featuresOf(firsts), joined, marks, nicknames });
}

/** The marks that names share with those used for them, as ascending numbers. */
function nicknamesOf(names: readonly string[]): GivenNames['nicknames'] {
  const texts = new TextCodes();
  const starts = new Uint32Array(names.length + 1);
  const ids: number[] = [];
  names.forEach((name, code) => {
    ids.push(
      ...nicknameMarks(name)
        .map((mark) => texts.codeOf(mark))
        .sort((a, b) => a - b),
    );
    starts[code + 1] = ids.length;
  });
  return { starts, ids: Uint32Array.from(ids) };
}

/** 1 for names without vowels, or null where all have some. */
function vowellessAmong(values: readonly string[]): Uint8Array | null {
  const marks = Uint8Array.from(values, (value) => (isVowelless(value) ? 1 : 0));
  return marks.includes(1) ? marks : null;
}

function emailSieve(values: readonly string[]): Sieve {
  const mailbox = upTo('@');
  return new AddressSieve(featuresOf(values), featuresOf(values, mailbox), hashesOf(values, mailbox));
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

import { headerMatches } from '../../profile/header-words';
import { TextCodes } from '../../table/text-codes';
import type { Column } from '../../table/types';
import { SEPARATOR } from '../compare/kinds';
import { nativeEastAsian } from '../normalise/east-asian';
import { fold, isNothing } from '../normalise/fold';
import { generationAlone, withGeneration, withoutGeneration } from '../normalise/generation';
import { koreanFamily, koreanSpelling } from '../normalise/korean-names';
import { PARTICLES } from '../normalise/name-words';
import { isKnownGivenName } from '../normalise/nicknames';
import { familyName, givenName, type NameParts, splitName } from '../normalise/person';
import type { MatchField } from '../types';
import { byFill, finish, type Grouped, type Usable } from './prepared';

/** More words than this on average are no names of one person. */
const LONGEST_NAME = 4.5;

/** Names of people a record is about only in passing. */
const OTHER_PEOPLE: ReadonlySet<string> = new Set(['owner', 'assistantName', 'reportsTo']);

/** A name read from one cell. */
interface Reading {
  readonly given: string;
  readonly family: string;
  readonly generation: number;
  /** Written in another script than Latin. */
  readonly isForeign: boolean;
  /** The text where it is in Chinese characters or kana, which are read by what stands beside them; else null. */
  readonly han: string | null;
  /** What the cell says when it stands in the other part's place or alone; null when it can only be what it should. */
  readonly otherwise: NameParts | null;
}

const NOBODY: Reading = {
  given: '',
  family: '',
  generation: 0,
  isForeign: false,
  han: null,
  otherwise: null,
};

/** "v.d. Berg", "v/d Meer". */
const ABBREVIATED_PARTICLES = /^v\s?[./]\s?d[.\s]\s*/i;

const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+$/u;
const FOREIGN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * Given and family name as two comparisons side by side, from whatever columns hold them: parts, full names, second
 * given names, maiden names, names in another script. Full names fill what the parts leave empty. A second family name
 * or a name in another script stands beside the first: the best pair counts. "Jr." and "III" go with the given name.
 */
export function prepareNames(usable: readonly Usable[]): Grouped {
  const of = (semantic: string): Usable[] =>
    byFill(
      usable.filter(
        ({ field, shape }) =>
          field.semantic === semantic &&
          shape.words < LONGEST_NAME &&
          !OTHER_PEOPLE.has(headerMatches(field.name)[0]?.concept ?? ''),
      ),
    );
  const given = middleNamesLast(of('givenName').map(({ field }) => field));
  const family = of('familyName').map(({ field }) => field);
  const full = of('personName').map(({ field }) => field);
  if (full.length === 0 && (given.length === 0 || family.length === 0))
    return { comparisons: [], used: new Set() };
  const { givenCodes, familyCodes, values } = encodeNames(given, family, full);
  const fieldNames = (fields: readonly MatchField[]): string[] => fields.map(({ name }) => name);
  const whole = full[0]?.name ?? 'Name';
  return {
    used: new Set([...given, ...family, ...full]),
    comparisons: [
      {
        name: given[0]?.name ?? `${whole} (given name)`,
        fields: fieldNames([...given, ...full]),
        semantic: 'givenName',
        column: { ...finish('given', givenCodes, values), partner: 1 },
      },
      {
        name: family[0]?.name ?? `${whole} (family name)`,
        fields: fieldNames([...family, ...full]),
        semantic: 'familyName',
        column: { ...finish('family', familyCodes, values), partner: 0 },
      },
    ],
  };
}

/** A middle name or initial stands behind the first name, though more records may have one. */
function middleNamesLast(given: readonly MatchField[]): MatchField[] {
  const isMiddle = ({ name }: MatchField): boolean => headerMatches(name)[0]?.concept === 'middleName';
  return [...given.filter((field) => !isMiddle(field)), ...given.filter(isMiddle)];
}

interface EncodedNames {
  readonly givenCodes: Uint32Array;
  readonly familyCodes: Uint32Array;
  /** One numbering for both parts, so that a swapped name is one integer comparison. */
  readonly values: readonly string[];
}

/**
 * Most rows have one cell for each part and are read by two look-ups; every other combination of cells is put together
 * once.
 */
function encodeNames(
  given: readonly MatchField[],
  family: readonly MatchField[],
  full: readonly MatchField[],
): EncodedNames {
  const texts = new TextCodes();
  const sources = [
    ...given.map(({ column }) => new Source(column, 'given', readGiven, texts)),
    ...family.map(({ column }) => new Source(column, 'family', readFamily, texts)),
    ...full.map(({ column }) => new Source(column, 'full', readFull, texts)),
  ];
  const rows = sources[0]!.column.codes.length;
  const givenCodes = new Uint32Array(rows);
  const familyCodes = new Uint32Array(rows);
  const combined = new Map<string, readonly [number, number]>();
  for (let row = 0; row < rows; row++) {
    let givenCode = 0;
    let familyCode = 0;
    let isPlain = true;
    for (const source of sources) {
      const code = source.column.codes[row]!;
      if (code === 0) continue;
      source.look(code);
      if (source.special[code] === 1) isPlain = false;
      const nextGiven = source.given[code]!;
      const nextFamily = source.family[code]!;
      if ((nextGiven !== 0 && givenCode !== 0) || (nextFamily !== 0 && familyCode !== 0)) isPlain = false;
      if (nextGiven !== 0) givenCode = nextGiven;
      if (nextFamily !== 0) familyCode = nextFamily;
    }
    if (!isPlain) {
      const key = sources.map(({ column }) => column.codes[row]!).join(',');
      let codes = combined.get(key);
      if (!codes) {
        const name = combine(
          sources.map((source) => ({
            part: source.part,
            reading: source.reading(source.column.codes[row]!),
          })),
        );
        codes = [texts.codeOf(name.given), texts.codeOf(name.family)];
        combined.set(key, codes);
      }
      [givenCode, familyCode] = codes;
    }
    givenCodes[row] = givenCode;
    familyCodes[row] = familyCode;
  }
  return { givenCodes, familyCodes, values: texts.values };
}

type Part = 'given' | 'family' | 'full';

/** A column of names with what was read from each distinct cell, read when first asked for. */
class Source {
  readonly given: Uint32Array;
  readonly family: Uint32Array;
  /** 1 for cells that need more than a look-up: a generation, alternatives, a name read by what stands beside it. */
  readonly special: Uint8Array;
  readonly #readings: (Reading | undefined)[];

  constructor(
    readonly column: Column,
    readonly part: Part,
    readonly read: (text: string) => Reading,
    readonly texts: TextCodes,
  ) {
    const size = column.values.length;
    this.given = new Uint32Array(size);
    this.family = new Uint32Array(size);
    this.special = new Uint8Array(size);
    this.#readings = new Array(size);
  }

  look(code: number): void {
    if (this.#readings[code]) return;
    const reading = this.reading(code);
    this.given[code] = this.texts.codeOf(reading.given);
    this.family[code] = this.texts.codeOf(reading.family);
    const { generation, otherwise, han } = reading;
    const isKorean = koreanFamily(reading.family || reading.given) !== undefined;
    if (generation !== 0 || otherwise !== null || han !== null || isKorean) this.special[code] = 1;
  }

  reading(code: number): Reading {
    if (code === 0) return NOBODY;
    let reading = this.#readings[code];
    if (!reading) {
      const text = this.column.values[code]!;
      reading = isNothing(text) ? NOBODY : this.read(text);
      this.#readings[code] = reading;
    }
    return reading;
  }
}

/** "van Dijk" in the column for given names is a family name, a lone "van" the beginning of one. */
function readGiven(text: string): Reading {
  const { name, generation } = withoutGeneration(text, 2);
  const given = givenName(name);
  const otherwise = PARTICLES.has(fold(name).split(' ')[0]!) ? { given: '', family: familyName(name) } : null;
  return { given, family: '', generation, ...script(name), otherwise };
}

function script(name: string): Pick<Reading, 'isForeign' | 'han'> {
  const isForeign = FOREIGN.test(name);
  return { isForeign, han: isForeign && HAN.test(name.trim()) ? name.trim() : null };
}

/** A family name; where no given name stands beside it, a cell with both: "佐々木浩", "Maria Rossi". */
function readFamily(text: string): Reading {
  const alone = generationAlone(text);
  if (alone > 0) return { ...NOBODY, generation: alone };
  const { name, generation } = withoutGeneration(text, 1);
  const plain = name.replace(ABBREVIATED_PARTICLES, 'van der ');
  const written = script(name);
  const isWhole = written.isForeign || isKnownGivenName(fold(name).split(' ')[0]!);
  const both = isWhole ? splitName(plain) : null;
  const otherwise = both !== null && both.given !== '' && both.family !== '' ? both : null;
  return { given: '', family: familyName(plain), generation, ...written, otherwise };
}

function readFull(text: string): Reading {
  const { name, generation } = withoutGeneration(text, 2);
  return { ...splitName(name), generation, isForeign: FOREIGN.test(name), han: null, otherwise: null };
}

/**
 * One name from the cells of a row. A second given-name column holds a middle name, a second family-name column another
 * name of the same person. Full names count where there are no parts, and beside them in another script.
 */
function combine(cells: readonly { readonly part: Part; readonly reading: Reading }[]): {
  given: string;
  family: string;
} {
  let generation = 0;
  const first: string[] = [];
  const givenNames: string[] = [];
  const familyNames: string[] = [];
  for (const { part, reading } of cells) {
    generation ||= reading.generation;
    if (part === 'given') add(first, reading.given);
    if (part === 'family') add(familyNames, reading.family);
  }
  putRight(cells, first, familyNames);
  if (first.length > 0) givenNames.push(first.join(' '));
  const hasParts = first.length > 0 || familyNames.length > 0;
  for (const { part, reading } of cells) {
    if (part !== 'full' || (hasParts && !reading.isForeign)) continue;
    add(givenNames, reading.given);
    add(familyNames, reading.family);
  }
  respell(givenNames, familyNames);
  return {
    given: givenNames.map((name) => withGeneration(name, generation)).join(SEPARATOR),
    family: familyNames.join(SEPARATOR),
  };
}

/** Korean names come out in one spelling. */
function respell(given: string[], family: string[]): void {
  for (let at = 0; at < family.length; at++) {
    const name = koreanSpelling({ given: given[at] ?? '', family: family[at]! });
    if (!name) continue;
    given[at] = name.given;
    family[at] = name.family;
  }
}

/** Cells of single parts that hold what belongs elsewhere. */
function putRight(
  cells: readonly { readonly part: Part; readonly reading: Reading }[],
  given: string[],
  family: string[],
): void {
  if (given.length > 1 || family.length > 1) return;
  const inGiven = cells.find(({ part, reading }) => part === 'given' && reading.given !== '')?.reading;
  const inFamily = cells.find(({ part, reading }) => part === 'family' && reading.family !== '')?.reading;
  if (inGiven?.otherwise) {
    const isLoneParticle = PARTICLES.has(inGiven.given);
    if (!inFamily) given.splice(0, 1);
    else given.splice(0, 1, ...(isLoneParticle ? [] : [inFamily.family]));
    const rest = isLoneParticle && inFamily ? inFamily.family : '';
    family.splice(0, 1, inGiven.otherwise.family + rest);
  } else if (!inGiven && inFamily?.otherwise) {
    setParts(given, family, inFamily.otherwise);
  } else if (inGiven?.han && inFamily?.han) {
    const both = nativeEastAsian(`${inFamily.han} ${inGiven.han}`);
    if (both) setParts(given, family, both);
  } else if (inGiven && !inFamily && cells.some(isGenerationAlone)) {
    // "Jr." in the place of the family name: it stands behind the given name.
    const both = splitName(inGiven.given);
    if (both.given !== '') setParts(given, family, both);
  }
}

function isGenerationAlone({ part, reading }: { readonly part: Part; readonly reading: Reading }): boolean {
  return part === 'family' && reading.generation > 0 && reading.family === '';
}

function setParts(given: string[], family: string[], name: NameParts): void {
  given.splice(0, 1, name.given);
  family.splice(0, 1, name.family);
}

function add(names: string[], name: string): void {
  if (name !== '' && !names.includes(name)) names.push(name);
}

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { compareFamily, compareGiven } from '../../src/shared/match/compare/values';
import { splitAddress } from '../../src/shared/match/normalise/address';
import { companyName } from '../../src/shared/match/normalise/company';
import { fold, squash } from '../../src/shared/match/normalise/fold';
import { areNicknames } from '../../src/shared/match/normalise/nicknames';
import { type NameParts, splitName } from '../../src/shared/match/normalise/person';
import { postcode } from '../../src/shared/match/normalise/place';
import { street } from '../../src/shared/match/normalise/street';

const DATA = resolve(import.meta.dirname, '../../../shared/data');

type Row = Readonly<Record<string, string>>;

/** One question with its known answer, and ours. */
export interface Judged {
  readonly question: string;
  readonly expected: string;
  readonly found: string;
}

/** A set of names judged: which of them we get right. */
export interface NameSet {
  readonly name: string;
  readonly judged: readonly Judged[];
}

/** Whether the public names are here. */
export const hasNames: boolean = existsSync(resolve(DATA, 'matching/name_pairs'));

function rows(file: string): Row[] {
  return Papa.parse<Row>(readFileSync(resolve(DATA, file), 'utf8'), { header: true, skipEmptyLines: true })
    .data;
}

const inWords = ({ given, family }: NameParts): string => `${given} / ${family}`;

/** Full names with the parts their suite states: given and middle names together, the family name without blanks. */
function statedParts(): NameSet {
  const judged = rows('comparators/parsing/person_names_split.csv').map((row) => ({
    question: row['name'] ?? '',
    expected: inWords({
      given: fold(`${row['first']} ${row['middle']}`),
      family: squash(row['last'] ?? ''),
    }),
    found: inWords(splitName(row['name'] ?? '')),
  }));
  return { name: 'full names, parts stated (nameparser)', judged };
}

const GIVEN_LABELS = new Set(['GivenName', 'MiddleName', 'MiddleInitial', 'FirstInitial']);
const FAMILY_LABELS = new Set(['Surname', 'LastInitial']);

/** Names whose words people labelled; only those with a given and a family name, of one person. */
function labelledWords(): NameSet {
  const judged = rows('comparators/parsing/person_names_labelled.csv').flatMap((row) => {
    const given = fold(labelled(row, GIVEN_LABELS));
    const family = squash(labelled(row, FAMILY_LABELS));
    if (given === '' || family === '' || labelled(row, new Set(['And'])) !== '') return [];
    const question = row['text'] ?? '';
    return [{ question, expected: inWords({ given, family }), found: inWords(splitName(question)) }];
  });
  return { name: 'full names, words labelled (probablepeople)', judged };
}

/** Pairs of names of persons, the same or not; judged by the levels the matcher gives their parts. */
function namePairs(): NameSet {
  const judged = rows('matching/name_pairs/opensanctions_name_cases.csv')
    .filter((row) => row['schema'] === 'Person')
    .map((row) => ({
      question: `${row['name1']} ~ ${row['name2']}`,
      expected: row['is_match'] ?? '',
      found: String(isSameName(splitName(row['name1'] ?? ''), splitName(row['name2'] ?? ''))),
    }));
  return { name: 'pairs of names (OpenSanctions), persons', judged };
}

type Tokens = readonly (readonly [token: string, label: string])[];

/** Words of a labelled text with these labels, joined by blanks. */
function labelled(row: Row, labels: ReadonlySet<string>): string {
  const tokens: Tokens = JSON.parse(row['tokens'] ?? '[]');
  return tokens
    .filter(([, label]) => labels.has(label))
    .map(([token]) => token)
    .join(' ');
}

/** House numbers of US addresses, taken from the first line that holds one; only addresses with a number. */
function houseNumbers(): NameSet {
  const judged = rows('comparators/parsing/us_addresses_labelled.csv').flatMap((row) => {
    const expected = fold(labelled(row, new Set(['AddressNumber'])));
    if (!/^\d+[a-z]?$/.test(expected)) return [];
    const question = row['text'] ?? '';
    return [{ question, expected, found: street(question).split('|')[0] ?? '' }];
  });
  return { name: 'house numbers of US addresses (usaddress)', judged };
}

/** Postal codes of US addresses written in one line. */
function postcodes(): NameSet {
  const judged = rows('comparators/parsing/us_addresses_labelled.csv').flatMap((row) => {
    const zip = labelled(row, new Set(['ZipCode'])).replace(/\D+$/, '');
    if (!/^\d{5}(?:-\d{4})?$/.test(zip)) return [];
    const question = row['text'] ?? '';
    const found = splitAddress(question)?.postcode ?? '';
    return [{ question, expected: postcode(zip), found: postcode(found) }];
  });
  return { name: 'postal codes of full US addresses (usaddress)', judged };
}

/** Company names cut by hand: with and without the legal form they must be one. */
function companies(): NameSet {
  const published = rows('comparators/facts/company_base_names.csv').map((row) => ({
    question: row['name'] ?? '',
    base: row['expected'] ?? '',
  }));
  const labelledOnes = rows('comparators/parsing/company_names_labelled.csv').flatMap((row) => {
    const tokens: Tokens = JSON.parse(row['tokens'] ?? '[]');
    const hasForm = tokens.some(([, label]) => label === 'CorporationLegalType');
    if (!hasForm || !tokens.every(([, label]) => label.startsWith('Corporation'))) return [];
    const base = tokens.filter(([, label]) => label !== 'CorporationLegalType').map(([token]) => token);
    return [{ question: row['text'] ?? '', base: base.join(' ') }];
  });
  const judged = [...published, ...labelledOnes].map(({ question, base }) => ({
    question,
    expected: companyName(base),
    found: companyName(question),
  }));
  return { name: 'companies with and without legal form (cleanco, probablepeople)', judged };
}

/** Given names and their short forms from a public list. */
function nicknames(): NameSet {
  const judged = rows('matching/nicknames/names.csv').map((row) => {
    const [name = '', nickname = ''] = [row['name1'], row['name2']];
    return {
      question: `${name} ~ ${nickname}`,
      expected: 'true',
      found: String(areNicknames(fold(name), fold(nickname))),
    };
  });
  return { name: 'nicknames of a public list', judged };
}

/** Both parts at least near, in this order or swapped; a missing part agrees with anything. */
function isSameName(a: NameParts, b: NameParts): boolean {
  const isGiven = (x: string, y: string): boolean =>
    x === y || x === '' || y === '' || compareGiven(x, y) >= 3;
  const isFamily = (x: string, y: string): boolean =>
    x === y || x === '' || y === '' || compareFamily(x, y) >= 3;
  const squashed = (parts: NameParts): NameParts => ({
    given: squash(parts.family),
    family: squash(parts.given),
  });
  const swapped = squashed(b);
  return (
    (isGiven(a.given, b.given) && isFamily(a.family, b.family)) ||
    (a.family === swapped.family && squash(a.given) === swapped.given)
  );
}

/** All sets of names, judged now. */
export function judgeNames(): NameSet[] {
  return [statedParts(), labelledWords(), namePairs(), nicknames(), houseNumbers(), postcodes(), companies()];
}

/** Share of right answers, 0..1. */
export function shareRight({ judged }: NameSet): number {
  return judged.filter(({ expected, found }) => expected === found).length / Math.max(1, judged.length);
}

/** The sets as a table for docs/benchmarks.md. */
export function namesSection(sets: readonly NameSet[]): string {
  return [
    '| set | cases | right |',
    '|---|---|---|',
    ...sets.map(
      (set) =>
        `| ${set.name} | ${set.judged.length.toLocaleString('en-US')} | ${(100 * shareRight(set)).toFixed(1)} % |`,
    ),
  ].join('\n');
}

/** Every wrong answer of the sets, one a line. */
export function wrongAnswers(sets: readonly NameSet[]): string {
  return sets
    .flatMap(({ name, judged }) => [
      name,
      ...judged
        .filter(({ expected, found }) => expected !== found)
        .map(({ question, expected, found }) => `  ${question}: ${expected} ≠ ${found}`),
    ])
    .join('\n');
}

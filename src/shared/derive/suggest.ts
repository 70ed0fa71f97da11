import { headerMatches } from '../profile/header-words';
import type { Concept } from '../profile/lexicon';
import { foldText, percentText, plural } from '../profile/text';
import type { ColumnProfile, Semantic, TableProfile } from '../profile/types';
import { columnNamed, countCodes } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import { type Agreement, agreementBy } from './distinct';
import { entriesIn } from './items';
import { COMPANY_WORDS, PERSON_WORDS } from './kind-words';
import type { DerivationProposal } from './types';

/** A table to look at: its id and name, its rows and what is in them. */
export interface SuggestInput {
  readonly tableId: string;
  readonly name: string;
  readonly table: Table;
  readonly profile: TableProfile;
}

/**
 * Tables worth making from a table: the companies of a list of people, one of two kinds of rows, the entries of lists.
 * Each with its numbers; nothing is made without a person. Linear in rows times columns.
 */
export function suggestDerivations(input: SuggestInput): readonly DerivationProposal[] {
  return [...kindsApart(input), ...companies(input), ...lists(input)];
}

// -- rows of two kinds ------------------------------------------------------------------------------------------------

/** A column with more distinct values than this does not say what kind a row is. */
const MAX_KINDS = 12;

function kindsApart({ tableId, name, table, profile }: SuggestInput): DerivationProposal[] {
  return profile.columns.flatMap((column): DerivationProposal[] => {
    if (!tellsKinds(table, column)) return [];
    const values = columnNamed(table, column.name)!;
    const companyValues = values.values.filter((value) => COMPANY_WORDS.has(foldText(value)));
    const rows = rowsWith(values, companyValues);
    return [
      {
        derivation: {
          kind: 'apart',
          from: tableId,
          where: [{ kind: 'equals', column: column.name, values: companyValues, not: false }],
        },
        name: `${name}: ${companyValues[0]!}`,
        keyColumn: profile.keyColumn,
        reason: `${column.name} says which rows are people and which are organisations: ${plural(rows, 'row')} of ${plural(table.rowCount, 'row')} ${rows === 1 ? 'is an organisation' : 'are organisations'}.`,
      },
    ];
  });
}

/** True for a column that has words for people and words for organisations among few values. */
function tellsKinds(table: Table, { name, distinct }: ColumnProfile): boolean {
  if (distinct > MAX_KINDS) return false;
  const values = (columnNamed(table, name)?.values ?? []).map(foldText);
  return values.some((value) => COMPANY_WORDS.has(value)) && values.some((value) => PERSON_WORDS.has(value));
}

function rowsWith(column: Column, values: readonly string[]): number {
  const wanted = new Set(values);
  return countCodes(column).reduce(
    (sum, count, code) => sum + (wanted.has(column.values[code]!) ? count : 0),
    0,
  );
}

// -- companies of people ----------------------------------------------------------------------------------------------

/** Rows that have a first or last name of their own are people; one whole name may be whom to ask for in a company. */
const OF_PEOPLE: ReadonlySet<Semantic> = new Set(['givenName', 'familyName']);
/** Rows per company from which a list with whole names is one of people. */
const SEVERAL_PEOPLE = 1.5;

/** What a company may bring along when all its people agree on it: by what its values are, or what its header means. */
const OF_COMPANIES: ReadonlySet<Semantic> = new Set([
  'url',
  'street',
  'city',
  'region',
  'postcode',
  'country',
]);
const COMPANY_CONCEPTS: ReadonlySet<Concept> = new Set([
  'domain',
  'industry',
  'revenue',
  'employees',
  'parentCompany',
  'taxId',
  'registrationId',
  'sic',
  'naics',
  'duns',
  'ticker',
  'lei',
  'ownership',
  'yearStarted',
  'tradestyle',
]);
/** Share of companies with several rows that may disagree on a column that still is theirs. */
const MAX_DISAGREEING = 0.1;

function companies({ tableId, name, table, profile }: SuggestInput): DerivationProposal[] {
  const company = profile.columns.find(({ semantic }) => semantic === 'company');
  if (!company || company.distinct < 2 || !holdsPeople(profile, company)) return [];
  const key = columnNamed(table, company.name);
  if (!key) return [];
  const agreement = agreementBy(table, key);
  const theirs = profile.columns
    .filter((column) => ofCompanies(column) && belongsTo(agreement, column, table))
    .map((column) => column.name);
  const agreed = `${theirs.join(', ')} ${theirs.length === 1 ? 'is' : 'are'} the same for the people of one company`;
  return [
    {
      derivation: { kind: 'distinct', from: tableId, by: [company.name], columns: theirs },
      name: `${company.name} of ${name}`,
      keyColumn: company.name,
      reason: `${plural(company.filled, 'row')} of people name ${plural(company.distinct, 'company', 'companies')} in ${company.name}${theirs.length > 0 ? `; ${agreed}` : ''}.`,
    },
  ];
}

function holdsPeople({ columns }: TableProfile, company: ColumnProfile): boolean {
  if (columns.some(({ semantic }) => OF_PEOPLE.has(semantic))) return true;
  return (
    columns.some(({ semantic }) => semantic === 'personName') &&
    company.filled >= company.distinct * SEVERAL_PEOPLE
  );
}

function ofCompanies({ name, semantic }: ColumnProfile): boolean {
  return (
    OF_COMPANIES.has(semantic) || headerMatches(name).some(({ concept }) => COMPANY_CONCEPTS.has(concept))
  );
}

function belongsTo(
  { repeated, disagreeing }: Agreement,
  { name, filled, distinct }: ColumnProfile,
  table: Table,
): boolean {
  const column = columnNamed(table, name);
  if (!column || filled === 0 || distinct < 2 || repeated < 2) return false;
  return disagreeing(column) <= repeated * MAX_DISAGREEING;
}

// -- lists in cells ---------------------------------------------------------------------------------------------------

const SEPARATORS = [';', '|', '\n', ','] as const;
/** Share of filled cells that hold several entries, from which a column holds lists. */
const MIN_LISTS = 0.1;
const MIN_LIST_CELLS = 3;
/** Entries are short and come again in other cells. */
const MAX_ENTRY = 60;
const MIN_REPEATED = 0.5;
const NO_LISTS: ReadonlySet<Semantic> = new Set([
  'personName',
  'familyName',
  'company',
  'street',
  'number',
  'date',
  'birthDate',
  'url',
]);

function lists({ tableId, name, table, profile }: SuggestInput): DerivationProposal[] {
  return profile.columns.flatMap((column): DerivationProposal[] => {
    const values = columnNamed(table, column.name);
    if (!values || NO_LISTS.has(column.semantic)) return [];
    const found = SEPARATORS.map((separator) => listsAt(values, separator)).find((seen) => seen !== null);
    if (!found) return [];
    return [
      {
        derivation: {
          kind: 'items',
          from: tableId,
          columns: [column.name],
          separator: found.separator,
          into: column.name,
          keep: profile.keyColumn === null ? [] : [profile.keyColumn],
        },
        name: `${column.name} of ${name}`,
        keyColumn: null,
        reason: `${column.name} holds lists: ${percentText(found.share)} of its filled cells have several entries, ${plural(found.entries, 'different entry', 'different entries')} in all.`,
      },
    ];
  });
}

interface Lists {
  readonly separator: string;
  readonly share: number;
  readonly entries: number;
}

/**
 * A list has entries that come again in other company: as many different cells as entries, and not the same number of
 * entries everywhere. Coordinates and prose with commas are no lists.
 */
function listsAt(column: Column, separator: string): Lists | null {
  const counts = countCodes(column);
  let filled = 0;
  let several = 0;
  let cells = 0;
  let all = 0;
  const entries = new Set<string>();
  const lengths = new Set<number>();
  for (let code = EMPTY + 1; code < column.values.length; code++) {
    const parts = entriesIn(column.values[code]!, separator);
    const rows = counts[code]!;
    filled += rows;
    lengths.add(parts.length);
    if (parts.length > 1) {
      several += rows;
      cells++;
    }
    for (const part of parts) {
      if (part.length > MAX_ENTRY) return null;
      entries.add(part);
    }
    all += parts.length * rows;
  }
  const enough = several >= MIN_LIST_CELLS && several >= filled * MIN_LISTS;
  const mixed = lengths.size > 1 && cells >= entries.size && entries.size <= all * MIN_REPEATED;
  return enough && mixed ? { separator, share: several / filled, entries: entries.size } : null;
}

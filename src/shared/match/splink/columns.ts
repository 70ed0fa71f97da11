import { kindOf, SEPARATOR, TYPE_MARK } from '../compare/kinds';
import { wordVectors } from '../compare/word-vectors';
import { isRoleAddress } from '../normalise/email';
import { nicknameMarks } from '../normalise/nicknames';
import type { ComparisonColumn, MatchResult } from '../types';
import type { ComparedColumn } from './conditions';
import { type Helper, SET_SEPARATOR } from './conditions/operands';
import { snakeNames } from './names';
import { shortenedForms, shortForms } from './short-names';
import type { SplinkColumn } from './types';

/** A comparison of a result with its name in SQL. */
export interface NamedComparison extends ComparedColumn {
  readonly column: ComparisonColumn;
}

const HELPERS: readonly Helper[] = ['nicknames', 'short', 'shortened', 'personal', 'words'];

/** The comparisons of a result as columns: named, and with what their kind needs to know. */
export function namedComparisons({ comparisons, columns }: MatchResult): NamedComparison[] {
  const names: string[] = [];
  for (const { name } of comparisons) {
    // A name must not run into the helper columns of another one.
    const taken = names.flatMap((known) => [known, ...HELPERS.map((helper) => `${known}_${helper}`)]);
    names.push(snakeNames([name], taken)[0]!);
  }
  const haveShort = columns.map(hasShortNames);
  return columns.map((column, c) => ({
    name: names[c]!,
    kind: kindOf(column.kind).id,
    isSet: column.values.some((value) => value.includes(SEPARATOR)),
    isTyped: column.kind === 'identifier' && column.values.some((value) => value.includes(TYPE_MARK)),
    partner: names[column.partner] ?? null,
    hasShort: haveShort[c]! || (haveShort[column.partner] ?? false),
    column,
  }));
}

/** Whether some names of a column are initials or written without vowels. */
function hasShortNames({ kind: kindName, values }: ComparisonColumn): boolean {
  const kind = kindOf(kindName).id;
  if (kind !== 'given' && kind !== 'family') return false;
  return values.some((value) => shortForms(value, kind === 'given').length > 0);
}

/** The normalised values of every comparison, and the helper columns their conditions read. */
export function preparedColumns(comparisons: readonly NamedComparison[]): SplinkColumn[] {
  return comparisons.flatMap((comparison) => {
    const { name, column } = comparison;
    const own = derived(name, column, (value) => value.replaceAll(SEPARATOR, SET_SEPARATOR));
    return [own, ...helpersOf(comparison, comparisons)];
  });
}

function helpersOf(
  { name, kind, column, partner, hasShort }: NamedComparison,
  all: readonly NamedComparison[],
): SplinkColumn[] {
  const other = all.find((candidate) => candidate.name === partner);
  const helpers: SplinkColumn[] = [];
  // Swapped names are told apart by the rules for given names in either column.
  if (kind === 'given' || other?.kind === 'given')
    helpers.push(derived(`${name}_nicknames`, column, nicknamesOf));
  if (hasShort)
    helpers.push(
      derived(`${name}_short`, column, (value) => shortForms(value, kind === 'given').join(' ')),
      derived(`${name}_shortened`, column, (value) => shortenedForms(value, kind === 'given').join(' ')),
    );
  if (kind === 'email') helpers.push(derived(`${name}_personal`, column, personalOf));
  if (kind === 'company' || kind === 'text') helpers.push(wordColumn(name, column));
  return helpers;
}

/** Marks of the nicknames that the first names of all members have. */
function nicknamesOf(value: string): string {
  const marks = value.split(SEPARATOR).flatMap((member) => nicknameMarks(member.split(' ')[0]!));
  return [...new Set(marks)].sort().join(' ');
}

/** The addresses that are not those of a role. */
function personalOf(value: string): string {
  return value
    .split(SEPARATOR)
    .filter((address) => !isRoleAddress(address))
    .join(SET_SEPARATOR);
}

/** The words of every value with their weights, `"word"=weight,…`; the squares of the weights of a value sum to 1. */
function wordColumn(name: string, column: ComparisonColumn): SplinkColumn {
  const { vectors, words } = wordVectors(column.values);
  const values = vectors.map(({ ids, weights }) =>
    Array.from(ids, (id, i) => `"${words[id]!}"=${weights[i]!.toPrecision(8)}`).join(),
  );
  return { name: `${name}_words`, codes: column.codes, values, isList: false };
}

function derived(name: string, column: ComparisonColumn, of: (value: string) => string): SplinkColumn {
  return { name, codes: column.codes, values: column.values.map(of), isList: false };
}

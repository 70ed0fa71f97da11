import { headerKeys } from './header-key';
import type { StackGroup, TableProposal } from './types';

/** Share of the columns two tables must have in common to be parts of one: with names alike, and whatever their names. */
const WITH_NAMES = 0.6;
const WITHOUT_NAMES = 1;
/** Fewer columns than this say nothing about tables whose names differ. */
const LEAST_COLUMNS = 3;

type Offered = Pick<TableProposal, 'name' | 'columns' | 'options'>;

/**
 * Groups of tables that look like one table kept in several sheets or files: names that differ only in a year, a month, a
 * number or the like and mostly the same columns ("Customers 2019", "Customers 2020"), or exactly the same columns under
 * other names. Tables without a header row are never grouped. Each table is in one group at most.
 */
export function stackable(proposals: readonly Offered[]): readonly StackGroup[] {
  const tables = proposals.map(describe);
  const groups: { readonly members: Described[]; named: boolean; same: boolean }[] = [];
  for (const table of tables) {
    if (table.keys.size === 0) continue;
    let joined = false;
    for (const group of groups) {
      const first = group.members[0]!;
      const share = commonShare(first.keys, table.keys);
      const named = first.base !== '' && first.base === table.base;
      const enough = named ? share >= WITH_NAMES : share >= WITHOUT_NAMES && table.keys.size >= LEAST_COLUMNS;
      if (!enough) continue;
      group.members.push(table);
      group.named &&= named;
      group.same &&= share === 1;
      joined = true;
      break;
    }
    if (!joined) groups.push({ members: [table], named: true, same: true });
  }
  return groups
    .filter(({ members }) => members.length > 1)
    .map(({ members, named, same }) => ({
      name: (named ? titleOf(members[0]!.name) : commonWords(members)) || members[0]!.name,
      members: members.map(({ index }) => index),
      reason: reasonOf(members, named, same),
    }));
}

interface Described {
  readonly index: number;
  readonly name: string;
  /** The name without what changes from one part to the next. */
  readonly base: string;
  readonly keys: ReadonlySet<string>;
}

function describe({ name, columns, options }: Offered, index: number): Described {
  const keys = options.headerRow === null ? [] : headerKeys(columns.map((column) => column.name));
  return { index, name, base: titleOf(name).toLowerCase(), keys: new Set(keys) };
}

const VARYING =
  /(?<![\p{L}\p{N}])(?:\d+|q[1-4]|h[12]|jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|old|new|alt|neu|copy|kopie|copie|final|part|teil|sheet|tabelle|feuil|north|south|east|west)(?![\p{L}\p{N}])/giu;

/** A name without years, months, numbers and words like "copy", and without the signs they leave behind. */
function titleOf(name: string): string {
  return name
    .replace(/[_.]+/g, ' ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(VARYING, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—,;:/#&+]+|[\s\-–—,;:/#&+]+$/gu, '');
}

/** The words all names begin with: "deaths" of "deaths arts" and "deaths other"; '' when there are none. */
function commonWords(members: readonly Described[]): string {
  const [first = [], ...others] = members.map(({ name }) => name.split(' '));
  const differs = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  return titleOf(first.slice(0, differs < 0 ? first.length : differs).join(' '));
}

function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const key of a) if (b.has(key)) common++;
  return common / Math.max(a.size, b.size);
}

function reasonOf(members: readonly Described[], named: boolean, same: boolean): string {
  const [first, last] = [members[0]!, members.at(-1)!];
  const columns = [...first.keys].filter((key) => members.every(({ keys }) => keys.has(key))).length;
  const who =
    members.length === 2
      ? `"${first.name}" and "${last.name}"`
      : `"${first.name}" to "${last.name}" (${members.length} tables)`;
  const what = same
    ? `have the same ${columns} columns`
    : `have ${columns} columns in common (${first.keys.size} in the first)`;
  return `${who} ${what}${named ? ' and names that differ only in a number, a date or the like' : ''}.`;
}

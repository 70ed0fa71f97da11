import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { columnOf } from '../../src/shared/table/column';
import type { Table } from '../../src/shared/table/types';

/** Public labelled data, kept beside the project, not in it. */
export const DATA = resolve(import.meta.dirname, '../../../shared/data/matching');

/** Whether the labelled data is there. */
export const hasData = (): boolean => existsSync(join(DATA, 'sets.json'));

/** Tables to match and the pairs that are one thing, as record indices over all tables in order. */
export interface LabelledSet {
  readonly name: string;
  readonly link: boolean;
  readonly tables: readonly { readonly name: string; readonly table: Table }[];
  readonly records: number;
  readonly truth: readonly (readonly [number, number])[];
}

interface Recipe {
  readonly name: string;
  readonly files: readonly string[];
  readonly link?: boolean;
  readonly encoding?: readonly string[];
  readonly delimiter?: string;
  /** Columns the matcher must not see: ids and truth. */
  readonly hidden: readonly string[];
  /** Id of a row as the truth file writes it; null = row number from 1. */
  readonly id: readonly string[] | null;
  /** Truth file with its two id columns, or a column of equal values. */
  readonly truth:
    | { readonly file: string; readonly columns: readonly [number, number]; readonly header: boolean }
    | { readonly column: string };
}

const pairsFile = (file: string): Recipe['truth'] => ({ file, columns: [0, 1], header: true });

const DBPEDIA = [
  'GovernmentAgency',
  'PoliticalParty',
  'Magazine',
  'Museum',
  'MemberOfParliament',
  'TelevisionStation',
] as const;

const RECIPES: readonly Recipe[] = [
  {
    name: 'febrl1',
    files: ['febrl/dataset1.csv'],
    hidden: ['rec_id'],
    id: ['rec_id'],
    truth: pairsFile('febrl/dataset1_true_pairs.csv'),
  },
  {
    name: 'febrl3',
    files: ['febrl/dataset3.csv'],
    hidden: ['rec_id'],
    id: ['rec_id'],
    truth: pairsFile('febrl/dataset3_true_pairs.csv'),
  },
  {
    name: 'febrl4',
    files: ['febrl/dataset4a.csv', 'febrl/dataset4b.csv'],
    link: true,
    hidden: ['rec_id'],
    id: ['rec_id'],
    truth: pairsFile('febrl/dataset4_true_pairs.csv'),
  },
  {
    name: 'fake_1000',
    files: ['splink_fake_1000/fake_1000.csv'],
    hidden: ['unique_id', 'cluster'],
    id: ['unique_id'],
    truth: pairsFile('splink_fake_1000/true_pairs.csv'),
  },
  {
    name: 'rldata500',
    files: ['rldata500/RLdata500.csv'],
    hidden: ['rec_id', 'entity_id'],
    id: ['rec_id'],
    truth: pairsFile('rldata500/true_pairs.csv'),
  },
  {
    name: 'senzing',
    files: [
      'senzing_truthset/customers.csv',
      'senzing_truthset/reference.csv',
      'senzing_truthset/watchlist.csv',
    ],
    hidden: ['DATA_SOURCE', 'RECORD_ID'],
    id: ['DATA_SOURCE', 'RECORD_ID'],
    truth: pairsFile('senzing_truthset/true_pairs.csv'),
  },
  {
    name: 'early_childhood',
    files: ['early_childhood_sites/csv_example_messy_input.csv'],
    hidden: ['Id'],
    id: ['Id'],
    truth: pairsFile('early_childhood_sites/true_pairs.csv'),
  },
  {
    name: 'dblp_acm',
    files: ['dblp_acm/DBLP2.csv', 'dblp_acm/ACM.csv'],
    link: true,
    encoding: ['windows-1252', 'utf-8'],
    hidden: ['id'],
    id: ['id'],
    truth: pairsFile('dblp_acm/DBLP-ACM_perfectMapping.csv'),
  },
  {
    name: 'cora',
    files: ['cora/cora.csv'],
    delimiter: '|',
    hidden: ['Entity Id', ''],
    id: ['Entity Id'],
    truth: { file: 'cora/cora_gt.csv', columns: [0, 1], header: false },
  },
  {
    name: 'abt_buy',
    files: ['abt_buy/AbtBuy_Abt.csv', 'abt_buy/AbtBuy_Buy.csv'],
    link: true,
    hidden: ['unique_id'],
    id: null,
    truth: pairsFile('abt_buy/true_pairs.csv'),
  },
  ...DBPEDIA.map(
    (name): Recipe => ({
      name: `dbpedia_${name}`,
      files: [`dbpedia_names/${name}/left.csv`, `dbpedia_names/${name}/right.csv`],
      link: true,
      hidden: ['id'],
      id: ['id'],
      truth: { file: `dbpedia_names/${name}/gt.csv`, columns: [0, 2], header: true },
    }),
  ),
  {
    name: 'transactions',
    files: [
      'splink_transactions/transactions_origin.csv',
      'splink_transactions/transactions_destination.csv',
    ],
    link: true,
    hidden: ['ground_truth', 'unique_id'],
    id: ['unique_id'],
    truth: { column: 'ground_truth' },
  },
];

export const SET_NAMES: readonly string[] = RECIPES.map((recipe) => recipe.name);

function readRows(file: string, encoding: string, delimiter: string): string[][] {
  const text = new TextDecoder(encoding).decode(readFileSync(join(DATA, file)));
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
}

/** Reads one labelled set. Throws when its files are missing. */
export function loadSet(name: string): LabelledSet {
  const recipe = RECIPES.find((item) => item.name === name);
  if (!recipe) throw new Error(`No such set: ${name}. There are ${SET_NAMES.join(', ')}.`);
  const tables: { name: string; table: Table }[] = [];
  const idMaps: Map<string, number>[] = [];
  const groups = new Map<string, number[]>();
  let offset = 0;
  recipe.files.forEach((file, index) => {
    const [header = [], ...rows] = readRows(
      file,
      recipe.encoding?.[index] ?? 'utf-8',
      recipe.delimiter ?? ',',
    );
    const names = header.map((cell) => cell.trim());
    const cell = (row: readonly string[], column: string): string =>
      (row[names.indexOf(column)] ?? '').trim();
    const ids = new Map<string, number>();
    rows.forEach((row, r) => {
      const id = recipe.id ? recipe.id.map((column) => cell(row, column)).join(':') : String(r + 1);
      ids.set(id, offset + r);
      if ('column' in recipe.truth) {
        const key = cell(row, recipe.truth.column);
        groups.set(key, [...(groups.get(key) ?? []), offset + r]);
      }
    });
    idMaps.push(ids);
    const columns = names.flatMap((column, c) =>
      recipe.hidden.includes(column)
        ? []
        : [
            columnOf(
              column,
              rows.map((row) => row[c] ?? ''),
            ),
          ],
    );
    tables.push({ name: file, table: { rowCount: rows.length, columns } });
    offset += rows.length;
  });
  return {
    name,
    link: recipe.link ?? false,
    tables,
    records: offset,
    truth: truthPairs(recipe, idMaps, groups),
  };
}

function truthPairs(
  recipe: Recipe,
  idMaps: readonly Map<string, number>[],
  groups: ReadonlyMap<string, readonly number[]>,
): (readonly [number, number])[] {
  if ('column' in recipe.truth) {
    return [...groups.values()].flatMap((list) =>
      list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const)),
    );
  }
  const { file, columns, header } = recipe.truth;
  const rows = readRows(file, 'utf-8', recipe.delimiter ?? ',').slice(header ? 1 : 0);
  const lookup = (id: string, side: number): number => {
    const maps = recipe.link ? [idMaps[side]!] : idMaps;
    for (const map of maps) {
      const row = map.get(id);
      if (row !== undefined) return row;
    }
    throw new Error(`${file}: no record has the id "${id}".`);
  };
  return rows.map((row) => {
    const a = lookup(row[columns[0]]!.trim(), 0);
    const b = lookup(row[columns[1]]!.trim(), 1);
    return a < b ? [a, b] : [b, a];
  });
}

import { type Random, seededRandom } from '../../src/shared/base/random';
import type { ClusterMethod, ClusterQuery } from '../../src/shared/clean/types';
import { clusterPageOf, foundClusters } from '../../src/shared/clean/value-clusters';
import { columnOf } from '../../src/shared/table/column';
import type { Column } from '../../src/shared/table/types';
import { machine } from '../accuracy/sections';
import type { Bench } from './run';

const DISTINCT = 800_000;
const PLAIN = 700_000;

const SYLLABLES =
  'ba bel bor dan der do fal fen ga gor hal hei ka kel kra la leu lin ma mel mor na nor ö pa per ra rei ros sa sel ste ta tor ü va wei win zel'.split(
    ' ',
  );
const TRADES = ['Logistik', 'Bau', 'Software', 'Handel', 'Medical', 'Foods', 'Energy', 'Consulting', 'Print'];
const FORMS = ['GmbH', 'AG', 'KG', 'Ltd', 'e.V.', 'GmbH & Co. KG', 'Inc.', 'S.à r.l.'];

function companyName(random: Random): string {
  const word = (): string => {
    const text = Array.from({ length: 2 + random.int(2) }, () => random.pick(SYLLABLES)).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const second = random.int(3) === 0 ? ` ${word()}` : '';
  return `${word()}${second} ${random.pick(TRADES)} ${random.pick(FORMS)}`;
}

/** The same name as somebody else typed it. */
function respelled(name: string, random: Random): string {
  const at = 1 + random.int(name.length - 2);
  switch (random.int(6)) {
    case 0:
      return name.toUpperCase();
    case 1:
      return name.replace(/[.&]/g, '').replace(/ +/g, ' ');
    case 2:
      return name.split(' ').reverse().join(' ');
    case 3:
      return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    case 4:
      return name.slice(0, at) + name.slice(at + 1);
    default:
      return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  }
}

/** Company names of a large address pool: 700,000, and 100,000 misspellings of some of them. */
export function companyNames(seed: string, distinct = DISTINCT, plain = PLAIN): Column {
  const random = seededRandom(seed);
  const names = new Set<string>();
  while (names.size < plain) names.add(companyName(random));
  const known = [...names];
  while (names.size < distinct) names.add(respelled(random.pick(known), random));
  return columnOf('Company', [...names]);
}

const METHODS: readonly (readonly [name: string, method: ClusterMethod, bar: string])[] = [
  ['fingerprint', { kind: 'fingerprint' }, '3 s'],
  ['2-gram fingerprint', { kind: 'ngram', size: 2 }, '8 s'],
  ['1-gram fingerprint', { kind: 'ngram', size: 1 }, '8 s'],
  ['Double Metaphone', { kind: 'doubleMetaphone' }, ''],
  ['Kölner Phonetik', { kind: 'cologne' }, ''],
  ['Daitch-Mokotoff', { kind: 'daitchMokotoff' }, ''],
  ['edit distance 1', { kind: 'neighbours', distance: 1 }, ''],
  ['edit distance 2', { kind: 'neighbours', distance: 2 }, ''],
];

/** Seconds by the clock and by the processor; a busy machine stretches only the first. */
async function timed<T>(work: () => Promise<T> | T): Promise<{ result: T; wall: number; busy: number }> {
  const since = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const spent = process.cpuUsage(since);
  return { result, wall: (performance.now() - start) / 1000, busy: (spent.user + spent.system) / 1e6 };
}

export const clustersBench: Bench = {
  name: 'clusters',
  run: async () => {
    const column = companyNames('clusters');
    const lines: string[] = [];
    for (const [name, method, bar] of METHODS) {
      let longest = 0;
      let last = performance.now();
      const report = (): void => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      };
      const { result, wall, busy } = await timed(() =>
        foundClusters(column, method, { report, signal: new AbortController().signal }),
      );
      report();
      const query: ClusterQuery = { method, minValues: 2, minRows: 1, order: 'rows', text: '' };
      const first = await timed(() => clusterPageOf(result, query, 0, 60));
      const later = await timed(() => clusterPageOf(result, query, Math.floor(first.result.total / 2), 60));
      const filtered = await timed(() => clusterPageOf(result, { ...query, text: 'kra' }, 0, 60));
      const ms = (seconds: number): string => (seconds * 1000).toFixed(1);
      lines.push(
        `| ${name} | ${bar} | ${wall.toFixed(2)} | ${busy.toFixed(2)} | ${longest.toFixed(0)} | ${first.result.total} | ${ms(first.wall)} | ${ms(later.wall)} | ${ms(filtered.wall)} |`,
      );
    }
    return [
      '## Value clusters',
      '',
      `Command: \`npm run bench clusters\`. Machine: ${machine()}; one thread. ${DISTINCT} distinct company names, ${DISTINCT - PLAIN} of them misspellings of others (capitals, word order, accents, a letter dropped or two swapped).`,
      'Milliseconds: the longest stretch in which a request to stop is not heard, the first page of 60 clusters with sorting, a page in the middle, the first page under a new filter.',
      '',
      '| method | bar | seconds | processor seconds | longest stretch | clusters | first page | page in the middle | filtered |',
      '|---|---|---|---|---|---|---|---|---|',
      ...lines,
    ].join('\n');
  },
};

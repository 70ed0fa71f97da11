import { Scorer } from '../../src/shared/match/scoring/scorer';
import type { ClusterResult, MatchInput, MatchResult } from '../../src/shared/match/types';

/** What was matched, how, and what is true. */
export interface Judged {
  readonly input: MatchInput;
  readonly result: MatchResult;
  readonly clusters: ClusterResult;
  readonly truth: readonly (readonly [number, number])[];
}

/** A pair judged wrongly. */
export interface PairError {
  readonly kind: 'wrong' | 'missed';
  readonly left: number;
  readonly right: number;
  /** Total match weight (log2 odds) of the pair itself. */
  readonly weight: number;
}

/**
 * The most telling errors, `most` of each kind: wrong pairs the model is surest of, and missed pairs it is surest are
 * different. One pair per two found groups, so that one bad cluster does not fill the list.
 */
export function tellingErrors({ result, clusters, truth }: Judged, most: number): PairError[] {
  const { groupOf } = clusters;
  const scorer = new Scorer(result);
  const truePair = new Set(truth.map(([a, b]) => `${Math.min(a, b)}:${Math.max(a, b)}`));
  const members = new Map<number, number[]>();
  groupOf.forEach((group, row) => {
    const list = members.get(group);
    if (list) list.push(row);
    else members.set(group, [row]);
  });
  const found = new Map<string, PairError>();
  const note = (kind: PairError['kind'], left: number, right: number, key: string): void => {
    const weight = scorer.weight(left, right);
    const sure = kind === 'wrong' ? weight : -weight;
    const known = found.get(key);
    if (!known || sure > (kind === 'wrong' ? known.weight : -known.weight))
      found.set(key, { kind, left, right, weight });
  };
  for (const [group, rows] of members)
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++)
        if (!truePair.has(`${rows[i]}:${rows[j]}`)) note('wrong', rows[i]!, rows[j]!, `wrong ${group}`);
  for (const [a, b] of truth)
    if (groupOf[a] !== groupOf[b]) {
      const groups = [groupOf[a]!, groupOf[b]!].sort((x, y) => x - y);
      note('missed', Math.min(a, b), Math.max(a, b), `missed ${groups}`);
    }
  const errors = [...found.values()];
  const ofKind = (kind: PairError['kind']): PairError[] =>
    errors
      .filter((error) => error.kind === kind)
      .sort(
        (a, b) =>
          (kind === 'wrong' ? b.weight - a.weight : a.weight - b.weight) ||
          a.left - b.left ||
          a.right - b.right,
      )
      .slice(0, most);
  return [...ofKind('wrong'), ...ofKind('missed')];
}

/** One error as text: both records, and what each comparison said. */
export function errorText({ input, result }: Judged, { kind, left, right, weight }: PairError): string {
  const scorer = new Scorer(result);
  const levels = Uint8Array.from(scorer.levels(left, right));
  const values = (row: number): string =>
    input.fields
      .map(({ column }) => column.values[column.codes[row]!]!.replace(/\s+/g, ' ').slice(0, 60))
      .filter((value) => value !== '')
      .join(' | ');
  const parts = result.comparisons.flatMap(({ name }, c) =>
    levels[c] === 0 ? [] : [`${name} ${scorer.part(c, levels[c]!, left, right).toFixed(1)}`],
  );
  return [
    `${kind} (${weight.toFixed(1)} bits)`,
    `   ${left}: ${values(left)}`,
    `   ${right}: ${values(right)}`,
    `   ${parts.join(', ')}`,
  ].join('\n');
}

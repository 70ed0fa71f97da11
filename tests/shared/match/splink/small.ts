import { quietTask } from '../../../../src/shared/base/progress';
import { matchRecords } from '../../../../src/shared/match/match-records';
import {
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
} from '../../../../src/shared/match/types';
import type { Semantic } from '../../../../src/shared/profile/types';
import { columnOf } from '../../../../src/shared/table/column';
import { persons } from '../../../bench/persons';

/** Fields by name: what they mean and their cells. */
export type Cells = Readonly<Record<string, readonly [Semantic, readonly string[]]>>;

/** An input of one source. */
export function inputOf(cells: Cells): MatchInput {
  const fields = Object.entries(cells).map(([name, [semantic, values]]) => ({
    name,
    semantic,
    column: columnOf(name, values),
  }));
  const count = fields[0]!.column.codes.length;
  return { count, fields, source: new Uint16Array(count), sourceIds: ['people'] };
}

export const match = (input: MatchInput): Promise<MatchResult> =>
  matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);

/** Generated persons with slips, gaps and repeats: enough to learn from. */
export const generatedPersons = (count: number): MatchInput => persons(count, 'splink');

import { AppFailure } from '../base/result';
import type { ClusterDecision } from '../journal/types';
import type { RecordSet } from '../mapping/types';
import type { Model } from './model';
import { placeOf, sourceWithPart } from './read-parts';
import { explain } from './review';
import { recordViewer, sourceNames } from './review-records';
import type { DecidedBy, FoundRecord, PairReview } from './review-types';
import { keyPart, titlesOf } from './titles';

/** Records looked at before a search gives the best of those found so far. */
const ENOUGH_FOUND = 500;

/**
 * Records whose title or key holds all words of the text, case aside: a key that is the text first, then titles that
 * begin with it, then the rest in the order of the records. Linear in the records.
 */
export async function findRecords(
  model: Model,
  object: string,
  text: string,
  limit: number,
): Promise<readonly FoundRecord[]> {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  if (wanted === '') return [];
  const records = await model.records(object);
  const title = titlesOf(records, model.mapped(object).object);
  const found: { record: number; title: string; rank: number }[] = [];
  for (let record = 0; record < records.count && found.length < ENOUGH_FOUND; record++) {
    const name = title(record);
    const folded = name.toLowerCase();
    const key = keyPart(records.keys[record]!).toLowerCase();
    if (!words.every((word) => folded.includes(word) || key.includes(word))) continue;
    found.push({ record, title: name, rank: key === wanted ? 0 : folded.startsWith(wanted) ? 1 : 2 });
  }
  found.sort((a, b) => a.rank - b.rank || a.record - b.record);
  const source = sourceNames(model, records);
  return Promise.all(
    found.slice(0, limit).map(async ({ record, title: name }) => {
      const table = await model.ingested(records.tables[records.table[record]!]!);
      const { part, line } = placeOf(table, records.row[record]!);
      return {
        key: records.keys[record]!,
        title: name,
        sourceName: sourceWithPart(source(record), part),
        line,
      };
    }),
  );
}

/** Any two records side by side, with why they are one or not. */
export async function comparePair(
  model: Model,
  object: string,
  leftKey: string,
  rightKey: string,
): Promise<PairReview> {
  const records = await model.records(object);
  const left = await indexOf(model, object, leftKey);
  const right = await indexOf(model, object, rightKey);
  const viewer = await recordViewer(model, object, [left, right]);
  const valuesOf = (record: number) => (field: { column: RecordSet['columns'][number] }) =>
    field.column.values[field.column.codes[record]!];
  const { groupOf } = await model.clusters(object);
  const together = groupOf[left] === groupOf[right];
  const title = titlesOf(records, model.mapped(object).object);
  const groupKeys = (record: number): string[] =>
    records.keys.filter((_, index) => groupOf[index] === groupOf[record]);
  return {
    object,
    fields: viewer.fields.map(({ api, label }) => ({ api, label })),
    records: [
      await viewer.view(left, 0, valuesOf(right)),
      await viewer.view(right, together ? 0 : 1, valuesOf(left)),
    ],
    titles: [title(left), title(right)],
    explanation: await explain(model, object, left, right),
    together,
    groups: [groupKeys(left), groupKeys(right)],
    decided: decisionOnBoth(model.decisions(object), leftKey, rightKey),
  };
}

async function indexOf(model: Model, object: string, key: string): Promise<number> {
  const index = (await model.keyIndex(object)).get(key);
  if (index !== undefined) return index;
  throw new AppFailure({
    code: 'RECORD_GONE',
    message:
      'This record is no longer part of the project: its table was replaced, removed or mapped to something else. Choose another one.',
    details: { object, key },
  });
}

/** The latest decision that judged both records, and what it says about the two. */
function decisionOnBoth(
  decisions: readonly ClusterDecision[],
  left: string,
  right: string,
): DecidedBy | null {
  for (let at = decisions.length - 1; at >= 0; at--) {
    const { groups, actor, at: time } = decisions[at]!;
    const a = groups.findIndex((group) => group.includes(left));
    const b = groups.findIndex((group) => group.includes(right));
    if (a >= 0 && b >= 0) return { verdict: a === b ? 'merge' : 'separate', actor, at: time };
  }
  return null;
}

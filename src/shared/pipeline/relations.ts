import type { Relation } from '../match/types';
import type { Model } from './model';
import { sourceNames } from './review-records';
import type { RelationItem, RelationPage } from './review-types';
import { titlesOf } from './titles';

/** Groups of one relation that are listed by name; larger ones say how many there are. */
const LISTED_GROUPS = 60;

/** One page of what belongs together without being one: households, then companies, the larger first. */
export async function relationPage(
  model: Model,
  object: string,
  start: number,
  count: number,
): Promise<RelationPage> {
  const relations = await sortedRelations(model, object);
  const records = await model.records(object);
  const title = titlesOf(records, model.mapped(object).object);
  const source = sourceNames(model, records);
  const sizes = await groupSizes(model, object);
  return {
    total: relations.length,
    households: relations.filter(({ kind }) => kind === 'household').length,
    companies: relations.filter(({ kind }) => kind === 'sameCompany').length,
    items: relations.slice(start, start + count).map(
      ({ kind, because, groups }): RelationItem => ({
        kind,
        because,
        size: groups.length,
        members: groups.slice(0, LISTED_GROUPS).map((group) => ({
          key: records.keys[group]!,
          title: title(group),
          sourceName: source(group),
          records: sizes[group]!,
        })),
      }),
    ),
  };
}

function sortedRelations(model: Model, object: string): Promise<readonly Relation[]> {
  return model.stage('relations', 1, model.clusterKey(object), async () => {
    const { relations } = await model.clusters(object);
    return [...relations].sort(
      (a, b) =>
        Number(a.kind === 'sameCompany') - Number(b.kind === 'sameCompany') ||
        b.groups.length - a.groups.length ||
        a.groups[0]! - b.groups[0]!,
    );
  });
}

/** Records in each group, by its smallest record. */
function groupSizes(model: Model, object: string): Promise<Uint32Array> {
  return model.stage('groupSizes', 1, model.clusterKey(object), async () => {
    const { groupOf } = await model.clusters(object);
    const sizes = new Uint32Array(groupOf.length);
    for (const group of groupOf) sizes[group] = sizes[group]! + 1;
    return sizes;
  });
}

import { headerKey } from '../profile/header-words';
import type { TargetObject } from '../target/types';
import type { ColumnView } from './column-view';
import { contentEvidence } from './content';
import type { HeaderScore } from './field-words';
import type { TableMapping } from './types';

/** A column that a person mapped to a field, in any project on this machine. */
export interface RememberedChoice {
  /** Target system and API name of the object. */
  readonly system: string;
  readonly object: string;
  /** The header as it stood in the file. */
  readonly header: string;
  /** API name of the field. */
  readonly field: string;
}

/** Choices kept; the oldest go first. */
export const MOST_REMEMBERED = 5_000;
/** Longest header that is remembered. */
export const LONGEST_REMEMBERED = 200;

/** What the header of another field is worth once a person mapped the column elsewhere: no longer sure. */
const OTHERWISE = 0.8;

/**
 * The choices after a mapping was agreed, oldest first: what it says of a header replaces what was said before for the
 * same system and object. Constants and joined columns are no choice for one header.
 */
export function rememberMapping(
  known: readonly RememberedChoice[],
  system: string,
  mapping: TableMapping,
): readonly RememberedChoice[] {
  const { object } = mapping;
  const fresh = mapping.fields.flatMap(({ field, from }): RememberedChoice[] => {
    if (from.kind !== 'column' && from.kind !== 'reference') return [];
    const header = from.column;
    return keyOf(header) === '' || header.length > LONGEST_REMEMBERED
      ? []
      : [{ system, object, header, field }];
  });
  const said = new Set(fresh.map((choice) => keyOf(choice.header)));
  const kept = known.filter(
    (choice) => choice.system !== system || choice.object !== object || !said.has(keyOf(choice.header)),
  );
  return [...kept, ...fresh].slice(-MOST_REMEMBERED);
}

/** Headers that differ in case, blanks and punctuation only are one. */
function keyOf(header: string): string {
  return headerKey(header) || header.trim();
}

/** Fields (API names) by header key, for one object of one system. */
export type RememberedFields = ReadonlyMap<string, ReadonlySet<string>>;

export function rememberedFields(
  choices: readonly RememberedChoice[],
  system: string,
  object: string,
): RememberedFields {
  const fields = new Map<string, Set<string>>();
  for (const choice of choices) {
    if (choice.system !== system || choice.object !== object) continue;
    const key = keyOf(choice.header);
    const known = fields.get(key);
    if (known) known.add(choice.field);
    else fields.set(key, new Set([choice.field]));
  }
  return fields;
}

/**
 * Header scores in the light of what was mapped before: the field chosen then is as good as named, others are worth
 * less. Values that contradict the choice take it away: then the header counts as it stands.
 */
export function withRemembered(
  scores: ReadonlyMap<number, HeaderScore>,
  view: ColumnView,
  object: TargetObject,
  remembered: RememberedFields,
): ReadonlyMap<number, HeaderScore> {
  const { name } = view.column;
  const chosen = remembered.get(keyOf(name));
  if (!chosen) return scores;
  const found = [...object.fields.entries()].filter(
    ([, field]) => chosen.has(field.api) && !contradicted(view, field),
  );
  if (found.length === 0) return scores;
  const result = new Map(
    [...scores].map(([at, score]) => [at, { ...score, score: score.score * OTHERWISE }]),
  );
  for (const [at, field] of found) {
    const before = `you mapped "${name}" to ${field.label} before`;
    const named = scores.get(at);
    result.set(at, { score: 1, reason: named ? `${named.reason}, and ${before}` : before });
  }
  return result;
}

function contradicted(view: ColumnView, field: TargetObject['fields'][number]): boolean {
  const { fit } = contentEvidence(view, field);
  return fit === 'no' || fit === 'poor';
}

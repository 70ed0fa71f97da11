import { guessCountry } from '../profile/country-guess';
import { headerMatches } from '../profile/header-words';
import type { TableProfile } from '../profile/types';
import type { Table } from '../table/types';
import { objectNamed } from '../target/catalogue';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { assignBest, withoutRegrets } from './assign';
import { type ColumnView, columnViews } from './column-view';
import { fieldConcepts, fieldWords, headerScores } from './field-words';
import { takesKeys } from './key-column';
import { type PairScore, pairScore } from './pair-score';
import type { OtherTable } from './references';
import { type RememberedChoice, type RememberedFields, rememberedFields, withRemembered } from './remember';
import { columnsRead } from './source-columns';
import { pairWeight, suggestObjects } from './suggest-object';
import { proposeTransforms, type TransformProposal } from './suggest-transforms';
import { PLAIN_DIALECT, transformer } from './transforms';
import type {
  FieldMapping,
  FieldSource,
  FieldSuggestion,
  MappingSuggestion,
  ObjectSuggestion,
} from './types';
import { suggestValueMap } from './value-map';

/** What a suggestion is made from. */
export interface SuggestInput {
  readonly tableId: string;
  readonly table: Table;
  readonly profile: TableProfile;
  readonly system: TargetSystem;
  /** Object a person chose, or null to guess it. */
  readonly object: string | null;
  readonly others: readonly OtherTable[];
  /** File or sheet name: the best hint at the object where columns say little. */
  readonly tableName?: string;
  /** What was mapped before on this machine; further evidence, which values that contradict it outweigh. */
  readonly remembered?: readonly RememberedChoice[];
}

/** From this score on, and with nothing against it, a suggestion is called sure. */
const SURE_SCORE = 0.8;
/** Columns whose misspelled headers are searched; fuzzy search costs about a millisecond each. */
const MOST_FUZZY = 200;
/** Distinct values a value map is proposed for. */
const MOST_MAPPED_VALUES = 500;

/**
 * Which object a table is and which column fills which field, each with its reasons: header words in nine languages,
 * spelling, what the values are, picklist values, keys of other tables. Columns and fields are matched one to one with
 * the largest total score; whole names are split, second address lines are joined.
 */
export function suggestMapping(input: SuggestInput): MappingSuggestion {
  const views = columnViews(input.table, input.profile);
  const objects = suggestObjects(views, input.system, input.tableName ?? null);
  const chosen = objects.find((item) => item.object === input.object) ?? objects[0]!;
  const object = objectNamed(input.system, chosen.object)!;
  const others = withSelf(input, object);
  const context: Context = {
    object,
    remembered: rememberedFields(input.remembered ?? [], input.system.system, object.name),
    inside: new Set(input.system.objects.map((item) => item.name)),
    country: guessCountry(
      input.table,
      input.table.columns.map(
        (column) => views.find((view) => view.column === column)?.profile.semantic ?? 'text',
      ),
    ),
  };
  const suggestions = matchFields(views, others, context);
  const used = new Set(suggestions.flatMap(({ mapping }) => columnsRead(mapping.from)));
  const keyColumn = input.profile.keyColumn;
  return {
    object: chosen,
    otherObjects: objects.filter((item): item is ObjectSuggestion => item !== chosen),
    keyColumn,
    fields: [...suggestions, ...constants(object, suggestions), ...generatedKeys(object, suggestions)],
    leftOver: input.table.columns
      .map((column) => column.name)
      .filter((name) => !used.has(name) && name !== keyColumn),
  };
}

interface Context {
  readonly object: TargetObject;
  readonly remembered: RememberedFields;
  /** Names of the objects of the target: lookups to others (users) are plain columns. */
  readonly inside: ReadonlySet<string>;
  readonly country: ReturnType<typeof guessCountry>;
}

/** The table itself can be the parent in references to the same object. */
function withSelf(input: SuggestInput, object: TargetObject): readonly OtherTable[] {
  const others = input.others.filter((other) => other.tableId !== input.tableId);
  const self = {
    tableId: input.tableId,
    table: input.table,
    keyColumn: input.profile.keyColumn,
    object: object.name,
  };
  return [...others, self];
}

/** A working field takes a column only when the header names it; values alone say too little. */
const WORKING_HEADER = 0.8;

function matchFields(
  views: readonly ColumnView[],
  others: readonly OtherTable[],
  context: Context,
): FieldSuggestion[] {
  const { object } = context;
  const words = fieldWords(object);
  const pairs = views.map((view, index) => {
    const named = headerScores(words, view.column.name, index < MOST_FUZZY);
    const headers = withRemembered(named, view, object, context.remembered);
    return object.fields.map((field, at) => {
      if (field.api === object.legacyKeyField) return null;
      if (field.working && (headers.get(at)?.score ?? 0) < WORKING_HEADER) return null;
      return pairScore(view, field, headers.get(at), others);
    });
  });
  const weights = pairs.map((row) => row.map((pair) => pairWeight(pair?.score ?? 0)));
  const columnOf = new Map<TargetField, { view: ColumnView; pair: PairScore }>();
  for (const [column, at] of withoutRegrets(assignBest(weights), weights).entries())
    if (at >= 0) columnOf.set(object.fields[at]!, { view: views[column]!, pair: pairs[column]![at]! });
  const taken = new Set([...columnOf.values()].map(({ view }) => view));
  const result: FieldSuggestion[] = [];
  for (const [at, field] of object.fields.entries()) {
    const found = columnOf.get(field);
    if (!found) continue;
    const suggestion = fieldSuggestion(field, found.view, found.pair, taken, views, context);
    result.push(doubted(suggestion, betterColumn(views, pairs, at, found.pair)));
  }
  return addFirstNames(result, columnOf, context);
}

/** The column that suits a field better than the one it was given; it went to another field. */
function betterColumn(
  views: readonly ColumnView[],
  pairs: readonly (readonly (PairScore | null)[])[],
  at: number,
  given: PairScore,
): ColumnView | undefined {
  return views.find((_view, column) => (pairs[column]![at]?.score ?? 0) > given.score);
}

/** A second choice is never called sure: "county" takes the region only because "state" fills the code. */
function doubted(suggestion: FieldSuggestion, better: ColumnView | undefined): FieldSuggestion {
  if (!better || suggestion.certainty === 'check') return suggestion;
  const reason = `"${better.column.name}" suits it even better, but fills another field`;
  return { ...suggestion, certainty: 'check', reasons: [...suggestion.reasons, reason] };
}

function fieldSuggestion(
  field: TargetField,
  view: ColumnView,
  pair: PairScore,
  taken: Set<ColumnView>,
  views: readonly ColumnView[],
  context: Context,
): FieldSuggestion {
  const second = fieldConcepts(field).includes('street') ? secondLine(view, views, taken) : undefined;
  if (second) taken.add(second);
  const from = sourceOf(view, pair, second);
  const proposal: TransformProposal = pair.wholeName
    ? {
        transforms: [{ op: 'trim' }, { op: 'nameLast' }],
        reasons: ['whole names: the last name is taken'],
        check: false,
      }
    : pair.reference
      ? { transforms: [], reasons: [], check: false }
      : proposeTransforms(view, field, context.country);
  const reasons = [...pair.reasons, ...proposal.reasons];
  if (second) reasons.push(`"${second.column.name}" is put behind it`);
  const unlinked = field.type === 'lookup' && !pair.reference && isInside(field, context);
  if (unlinked)
    reasons.push(
      `no table is mapped to ${field.references?.objects[0] ?? 'its parent'} yet, so the link cannot be checked`,
    );
  const mapping: FieldMapping = {
    field: field.api,
    from,
    transforms: proposal.transforms,
    valueMap: valueMapOf(field, view, proposal),
  };
  const sure =
    pair.score >= SURE_SCORE &&
    pair.fit !== 'poor' &&
    pair.fit !== 'doubtful' &&
    !proposal.check &&
    !unlinked;
  return {
    field: field.api,
    mapping,
    score: Math.round(pair.score * 1000) / 1000,
    certainty: sure ? 'sure' : 'check',
    reasons: reasons.length > 0 ? reasons : ['the values suit the field'],
  };
}

function isInside(field: TargetField, context: Context): boolean {
  return field.references?.objects.some((name) => context.inside.has(name)) ?? false;
}

function sourceOf(view: ColumnView, pair: PairScore, second: ColumnView | undefined): FieldSource {
  if (pair.reference) return pair.reference.source;
  if (second) return { kind: 'join', columns: [view.column.name, second.column.name], separator: ', ' };
  return { kind: 'column', column: view.column.name };
}

/** A column for the rest of the street ("Address line 2", "Adresszusatz") that no field of its own took. */
function secondLine(
  view: ColumnView,
  views: readonly ColumnView[],
  taken: ReadonlySet<ColumnView>,
): ColumnView | undefined {
  const prefix = view.column.name.slice(0, 4).toLowerCase();
  const candidates = views.filter(
    (other) =>
      !taken.has(other) &&
      other.profile.filled > 0 &&
      headerMatches(other.column.name)[0]?.concept === 'street2',
  );
  return candidates.find((other) => other.column.name.slice(0, 4).toLowerCase() === prefix) ?? candidates[0];
}

function valueMapOf(
  field: TargetField,
  view: ColumnView,
  proposal: TransformProposal,
): Record<string, string> {
  if (field.picklist.length === 0 || field.type === 'multiselect') return {};
  const become = transformer(proposal.transforms, { type: field.type, dialect: PLAIN_DIALECT });
  const values = new Set(view.column.values.slice(1, 1 + MOST_MAPPED_VALUES).map(become));
  return suggestValueMap(field, [...values]);
}

/** Whole names give the first name too, from the same column. */
function addFirstNames(
  suggestions: FieldSuggestion[],
  columnOf: ReadonlyMap<TargetField, { view: ColumnView; pair: PairScore }>,
  context: Context,
): FieldSuggestion[] {
  const whole = [...columnOf.entries()].find(([, { pair }]) => pair.wholeName);
  const first = context.object.fields.find((field) => fieldConcepts(field).includes('givenName'));
  if (!whole || !first || columnOf.has(first)) return suggestions;
  const [, { view, pair }] = whole;
  suggestions.push({
    field: first.api,
    mapping: {
      field: first.api,
      from: { kind: 'column', column: view.column.name },
      transforms: [{ op: 'trim' }, { op: 'nameFirst' }],
      valueMap: {},
    },
    score: Math.round(pair.score * 1000) / 1000,
    certainty: 'check',
    reasons: [...pair.reasons, 'whole names: the first name is taken'],
  });
  return suggestions;
}

/** Required picklists with a single choice need no column. */
function constants(object: TargetObject, suggestions: readonly FieldSuggestion[]): FieldSuggestion[] {
  const mapped = new Set(suggestions.map((item) => item.field));
  return object.fields
    .filter((field) => field.required && field.picklist.length === 1 && !mapped.has(field.api))
    .map((field) => ({
      field: field.api,
      mapping: {
        field: field.api,
        from: { kind: 'constant', value: field.picklist[0]! },
        transforms: [],
        valueMap: {},
      },
      score: 0.7,
      certainty: 'check',
      reasons: [`${field.label} is required and has only the choice "${field.picklist[0]!}"`],
    }));
}

/** Required ids that no column fills can be the record key: it is unique, and the way back to the old system. */
function generatedKeys(object: TargetObject, suggestions: readonly FieldSuggestion[]): FieldSuggestion[] {
  const mapped = new Set(suggestions.map((item) => item.field));
  return object.fields
    .filter(
      (field) =>
        field.required && field.api !== object.legacyKeyField && takesKeys(field) && !mapped.has(field.api),
    )
    .map((field) => ({
      field: field.api,
      mapping: { field: field.api, from: { kind: 'key', prefix: '' }, transforms: [], valueMap: {} },
      score: 0.7,
      certainty: 'check',
      reasons: [`${field.label} is required and must be unique, and no column suits it: the record key does`],
    }));
}

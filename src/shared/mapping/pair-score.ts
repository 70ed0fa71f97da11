import { headerMatches } from '../profile/header-words';
import type { Concept } from '../profile/lexicon';
import { meaningOf } from '../profile/semantic';
import type { TargetField } from '../target/types';
import { type ColumnView, shareOf } from './column-view';
import { contentEvidence, type Fit } from './content';
import { fieldConcepts, type HeaderScore } from './field-words';
import { findReference, type OtherTable, type ReferenceMatch } from './references';

/** How well a column suits a field, with the reasons in words. */
export interface PairScore {
  readonly score: number;
  readonly fit: Fit;
  readonly reasons: readonly string[];
  readonly reference: ReferenceMatch | null;
  /** The column holds whole names and the field takes a part of them. */
  readonly wholeName: boolean;
}

/** What a header score is worth given the values. */
const FACTOR: Readonly<Record<Fit, number>> = {
  strong: 0.95,
  good: 0.95,
  neutral: 0.9,
  doubtful: 0.72,
  poor: 0.4,
  no: 0,
};
const BONUS: Readonly<Record<Fit, number>> = {
  strong: 0.05,
  good: 0.03,
  neutral: 0,
  doubtful: 0,
  poor: 0,
  no: 0,
};
/** Score of a column whose header says nothing and whose values say all. */
const VALUES_ALONE = 0.5;
const KEYS_ALONE = 0.55;
const PERSON_HEADER = 0.88;
const PARENT_KEY_NAME = 0.95;

const NOTHING: PairScore = { score: 0, fit: 'neutral', reasons: [], reference: null, wholeName: false };

/** Scores one column against one field: header first, values as support or contradiction, keys for references. */
export function pairScore(
  view: ColumnView,
  field: TargetField,
  header: HeaderScore | undefined,
  others: readonly OtherTable[] | null,
): PairScore {
  const person = personHeader(view, field);
  const named = person ?? (isSecondLine(view, field) ? undefined : header);
  if (!named && (!TELLING_TYPES.has(field.type) || saysSomethingElse(view, field))) return NOTHING;
  const content = contentEvidence(view, field);
  if (content.fit === 'no') return NOTHING;
  if (field.type === 'lookup' && others)
    return lookupScore(view, field, named, others, content.fit, content.reason);
  const reasons = [named?.reason, content.reason].filter((reason) => reason != null);
  if (!named) {
    const score = content.fit === 'strong' ? VALUES_ALONE : 0;
    return { score, fit: content.fit, reasons, reference: null, wholeName: false };
  }
  const score = Math.min(1, named.score * FACTOR[content.fit] + BONUS[content.fit]);
  const wholeName = isNamePart(field) && holdsWholeNames(view);
  return { score, fit: content.fit, reasons, reference: null, wholeName };
}

/** Types whose values can be recognised whatever the header says; lookups by the keys of other tables. */
const TELLING_TYPES: ReadonlySet<TargetField['type']> = new Set([
  'email',
  'phone',
  'url',
  'picklist',
  'lookup',
]);

/** "Address 2" is no street of its own: it is put behind the first line, where no field is made for it. */
function isSecondLine(view: ColumnView, field: TargetField): boolean {
  const [first] = headerMatches(view.column.name);
  return first?.concept === 'street2' && first.fit === 'whole' && !fieldConcepts(field).includes('street2');
}

/**
 * The header is a known word, and not for this field. A number ("Kd-Nr") or the name of a company may well be the key of a
 * parent, unless it names the rows of this very table.
 */
function saysSomethingElse(view: ColumnView, field: TargetField): boolean {
  return headerMatches(view.column.name).some(
    (match) =>
      match.fit === 'whole' &&
      !(field.type === 'lookup' && !view.profile.likelyKey && namesParents(match.concept)),
  );
}

/** Concepts whose values rows of other tables go by. */
function namesParents(concept: Concept): boolean {
  const meaning = meaningOf(concept);
  return meaning === 'identifier' || meaning === 'company';
}

/** "Contact" or "Ansprechpartner" names a person; in an object with a last name that is where whole names go. */
function personHeader(view: ColumnView, field: TargetField): HeaderScore | null {
  if (view.profile.semantic !== 'personName' || !fieldConcepts(field).includes('familyName')) return null;
  const match = headerMatches(view.column.name).find((item) => item.concept === 'personName');
  if (!match) return null;
  return { score: PERSON_HEADER, reason: `header "${view.column.name}" means the name of a person` };
}

function isNamePart(field: TargetField): boolean {
  return fieldConcepts(field).includes('familyName');
}

function holdsWholeNames(view: ColumnView): boolean {
  return (
    view.profile.semantic === 'personName' &&
    shareOf(view, (value) => /\S[\s,・]+\S|^\p{Script=Hangul}{2,4}$/u.test(value.trim())) >= 0.5
  );
}

/** The column is called what the parent's key is called: "Kd-Nr" here and there. */
function parentKeyName(
  view: ColumnView,
  reference: ReferenceMatch,
  others: readonly OtherTable[],
): HeaderScore | null {
  const { name } = view.column;
  const { source } = reference;
  if (source.kind !== 'reference') return null;
  const parent = others.find((other) => other.tableId === source.table);
  if (source.by !== null || parent?.keyColumn !== name) return null;
  return {
    score: PARENT_KEY_NAME,
    reason: `header "${name}" is also the key of the ${parent.object ?? ''} table`,
  };
}

function lookupScore(
  view: ColumnView,
  field: TargetField,
  header: HeaderScore | undefined,
  others: readonly OtherTable[],
  fit: Fit,
  contentReason: string | null,
): PairScore {
  const objects = field.references?.objects ?? [];
  const reference = findReference(view, field, others);
  const parentsKnown = others.some((other) => other.object !== null && objects.includes(other.object));
  if (reference) {
    const key = parentKeyName(view, reference, others);
    const named = key && key.score > (header?.score ?? 0) ? key : header;
    const base = named
      ? named.score * (0.6 + 0.4 * reference.overlap)
      : reference.telling && reference.overlap >= 0.9
        ? KEYS_ALONE
        : 0;
    const reasons = named ? [named.reason, reference.reason] : [reference.reason];
    return { score: Math.min(1, base), fit: 'good', reasons, reference, wholeName: false };
  }
  if (!header) return NOTHING;
  const reasons = [header.reason, ...(contentReason === null ? [] : [contentReason])];
  if (parentsKnown) {
    reasons.push(`few of its values are found in the ${objects[0] ?? ''} table`);
    return { score: header.score * 0.4, fit: 'poor', reasons, reference: null, wholeName: false };
  }
  return {
    score: header.score * FACTOR[fit],
    fit: fit === 'strong' ? fit : 'doubtful',
    reasons,
    reference: null,
    wholeName: false,
  };
}

import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import {
  cellText,
  checkPlainJson,
  firstIssue,
  hex64,
  hex128,
  isoDay,
  keyText,
  nameText,
  prose,
  reasonText,
} from '../base/schemas';
import { stepSchema } from '../clean/schemas';
import { derivationSchema } from '../derive/schemas';
import { ballotSchema, checklistItemSchema, personSchema, proposalSchema } from '../govern/schemas';
import { targetUsersSchema } from '../mapping/users-schema';
import { ownCheckSchema } from '../rules/check-schema';
import { activeRuleSchema } from '../rules/schema';
import { consistentTargetSchema } from '../target/consistent-schema';
import { targetObjectSchema } from '../target/schema';
import {
  columnName,
  matchSettingsSchema,
  qualitySchema,
  readOptionsSchema,
  renamedColumns,
  sourceFileSchema,
  survivorChoiceSchema,
  survivorshipSchema,
  tableMappingSchema,
  tablePartSchema,
} from './source-schemas';
import type { Checkpoint, EventKind, EventPayloads } from './types';

/** Most groups in one decision about a cluster; the pairs between groups grow with its square. */
export const MAX_DECISION_GROUPS = 1_000;
/** Most corrections of values in one entry. */
export const MAX_FIXES = 20_000;
/** Most record keys in one decision. */
export const MAX_DECISION_KEYS = 20_000;
/** Most further parts of one table. */
export const MAX_PARTS = 500;
/** Most characters of a line that can be repaired; longer ones are no lines of a table. */
export const MAX_RAW = 1_000_000;

export const checkpointSchema = z.strictObject({
  count: z.int().min(0),
  head: hex64,
  publicKey: hex64,
  signature: hex128,
}) satisfies z.ZodType<Checkpoint>;

const recordKey = cellText.min(1);
const seq = z.int().min(1);
const countOfRows = z.int().min(0);

const groupsSchema = z
  .array(z.array(recordKey).min(1).max(MAX_DECISION_KEYS))
  .min(1)
  .max(MAX_DECISION_GROUPS)
  .refine(
    (groups) => groups.reduce((sum, group) => sum + group.length, 0) <= MAX_DECISION_KEYS,
    'too many records',
  )
  .refine((groups) => {
    const keys = groups.flat();
    return new Set(keys).size === keys.length;
  }, 'a record stands in two groups');

/** The strict, bounded schema of every event's payload; the compiler holds it to the type. */
export const PAYLOAD_SCHEMAS: { readonly [K in EventKind]: z.ZodType<EventPayloads[K]> } = {
  'project.created': z.strictObject({ projectId: keyText, name: nameText }),
  'project.renamed': z.strictObject({ name: nameText }),
  'target.set': z.strictObject({ system: keyText, loader: keyText }),
  'target.profile': z.strictObject({ profile: consistentTargetSchema.nullable() }),
  'target.object': z.strictObject({ object: targetObjectSchema.nullable(), replaces: keyText.nullable() }),
  'users.listed': z.strictObject({ users: targetUsersSchema }),
  'source.added': z.strictObject({ sourceId: keyText, name: nameText }),
  'source.renamed': z.strictObject({ sourceId: keyText, name: nameText }),
  'table.read': z.strictObject({
    tableId: keyText,
    sourceId: keyText,
    name: nameText,
    file: sourceFileSchema,
    options: readOptionsSchema,
    keyColumn: columnName.nullable(),
    extractDate: isoDay.nullable(),
    parts: z.array(tablePartSchema).min(1).max(MAX_PARTS).exactOptional(),
    partName: nameText.exactOptional(),
    renamed: renamedColumns.exactOptional(),
  }),
  'table.derived': z.strictObject({
    tableId: keyText,
    name: nameText,
    derivation: derivationSchema,
    keyColumn: columnName.nullable(),
  }),
  'row.repaired': z.strictObject({
    tableId: keyText,
    raw: z.string().max(MAX_RAW),
    cells: z.array(cellText).max(16_384).nullable(),
  }),
  'table.role': z.strictObject({
    tableId: keyText,
    role: z.enum(['records', 'list', 'ignored']),
    reason: prose,
  }),
  'table.key': z.strictObject({ tableId: keyText, keyColumn: columnName.nullable() }),
  'table.removed': z.strictObject({ tableId: keyText }),
  'baseline.kept': z.strictObject({ tableId: keyText, quality: qualitySchema }),
  'column.decided': z.strictObject({
    tableId: keyText,
    column: columnName,
    verdict: z.enum(['carry', 'leave']),
    reason: prose,
  }),
  'step.set': z.strictObject({
    tableId: keyText,
    step: stepSchema,
    before: keyText.nullable(),
    matched: z.strictObject({ values: countOfRows, rows: countOfRows }).exactOptional(),
  }),
  'step.moved': z.strictObject({ tableId: keyText, stepId: keyText, before: keyText.nullable() }),
  'step.removed': z.strictObject({ tableId: keyText, stepId: keyText }),
  'mapping.set': z.strictObject({ mapping: tableMappingSchema }),
  'mapping.removed': z.strictObject({ tableId: keyText }),
  'value.fixed': z.strictObject({ object: keyText, field: keyText, from: cellText, to: cellText }),
  'values.fixed': z.strictObject({
    object: keyText,
    field: keyText,
    fixes: z
      .array(z.strictObject({ from: cellText, to: cellText }))
      .min(1)
      .max(MAX_FIXES),
    reason: prose,
  }),
  'record.fixed': z.strictObject({
    object: keyText,
    field: keyText,
    key: recordKey,
    from: cellText,
    to: cellText,
  }),
  'issue.held': z.strictObject({
    object: keyText,
    issueId: keyText,
    keys: z.array(recordKey).min(1).max(MAX_DECISION_KEYS).nullable(),
    reason: reasonText,
  }),
  'orphans.settled': z.strictObject({
    object: keyText,
    field: keyText,
    choice: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('empty') }),
      z.strictObject({ kind: z.literal('attach'), key: recordKey }),
      z.strictObject({ kind: z.literal('hold'), reason: reasonText }),
      z.strictObject({ kind: z.literal('exclude'), reason: reasonText }),
    ]),
  }),
  'check.set': z.strictObject({ check: ownCheckSchema }),
  'check.removed': z.strictObject({ checkId: keyText }),
  'issue.accepted': z.strictObject({ object: keyText, issueId: keyText, reason: reasonText }),
  'match.settings': z.strictObject({ object: keyText, settings: matchSettingsSchema }),
  'cluster.decided': z.strictObject({
    object: keyText,
    verdict: z.enum(['merge', 'separate', 'split']),
    groups: groupsSchema,
    reason: prose,
  }),
  'survivorship.set': z.strictObject({ object: keyText, rules: survivorshipSchema }),
  'survivor.chosen': z.strictObject({ object: keyText, choice: survivorChoiceSchema }),
  'rule.set': z.strictObject({ rule: activeRuleSchema }),
  'record.settled': z.strictObject({
    object: keyText,
    key: recordKey,
    verdict: z.enum(['keep', 'exclude']),
    reason: prose,
  }),
  'person.registered': z.strictObject({ person: personSchema }),
  'checklist.set': z.strictObject({
    items: z.array(checklistItemSchema).max(1_000).refine(hasUniqueIds, 'two items have the same id'),
  }),
  'statement.written': z.strictObject({ itemId: keyText, text: z.string().max(20_000) }),
  'item.proposed': z.strictObject({ proposal: proposalSchema }),
  'ballot.cast': z.strictObject({ ballot: ballotSchema }),
  'waiver.granted': z.strictObject({ subject: keyText, reason: reasonText }),
  'package.written': z.strictObject({
    name: nameText,
    manifestSha256: hex64,
    rowsRead: countOfRows,
    exported: countOfRows,
  }),
  'checkpoint.signed': checkpointSchema,
  'entry.undone': z.strictObject({ seq }),
  'entry.redone': z.strictObject({ seq }),
};

function hasUniqueIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}

/** True for a kind of event this version knows; names on the object prototype are not. */
export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(PAYLOAD_SCHEMAS, kind);
}

/** A payload from outside as the schema of its kind reads it, or why it is refused. */
export function parsePayload(kind: EventKind, payload: unknown): Result<EventPayloads[EventKind]> {
  const plain = checkPlainJson(payload);
  if (!plain.ok) return plain;
  const parsed = PAYLOAD_SCHEMAS[kind].safeParse(payload);
  if (parsed.success) return ok(parsed.data);
  return fail(
    'EVENT_INVALID',
    'This change was not saved because a value in it is too long, missing or not allowed. Correct it and try again.',
    { kind, problem: firstIssue(parsed.error) },
  );
}

/** What an entry is about, for people. */
export const subjectText = z.string().max(1_000);

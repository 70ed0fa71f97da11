import { z } from 'zod';
import { hex64, hex128, isoInstant, keyText, nameText, prose, reasonText, recordOf } from '../base/schemas';
import type {
  Artefact,
  ArtefactRef,
  Ballot,
  BallotBody,
  ChecklistItem,
  Person,
  Proposal,
  Role,
} from './types';

/** Schemas of what governance reads from files and journals. Strict: an unknown key is refused. */

export const roleSchema = z.enum(['steward', 'committee', 'implementer']) satisfies z.ZodType<Role>;

/** No roles = the person may no longer act; the key stays on record. */
export const personSchema = z.strictObject({
  id: keyText,
  name: nameText,
  roles: z.array(roleSchema).max(3),
  title: z.string().max(500),
  publicKey: hex64,
}) satisfies z.ZodType<Person>;

export const artefactRefSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sources') }),
  z.strictObject({ kind: z.literal('mapping') }),
  z.strictObject({ kind: z.literal('picklists') }),
  z.strictObject({ kind: z.literal('validation') }),
  z.strictObject({ kind: z.literal('matching'), object: keyText }),
  z.strictObject({ kind: z.literal('merges') }),
  z.strictObject({ kind: z.literal('survivorship') }),
  z.strictObject({ kind: z.literal('activeRule'), object: keyText }),
  z.strictObject({ kind: z.literal('exclusions') }),
  z.strictObject({ kind: z.literal('reconciliation') }),
  z.strictObject({ kind: z.literal('statement') }),
]) satisfies z.ZodType<ArtefactRef>;

export const checklistItemSchema = z.strictObject({
  id: keyText,
  area: nameText,
  question: nameText,
  guidance: prose,
  accountable: nameText,
  artefact: artefactRefSchema,
  quorum: z.int().min(1).max(50),
  blocking: z.boolean(),
}) satisfies z.ZodType<ChecklistItem>;

/** The figures a person signs, by name. */
export const countsSchema = recordOf(z.number(), 500);

/** The proposal as a sentence; for items only people can state, their whole text. */
const statementText = z.string().max(32_000);

/** Longest fact in a packet, in UTF-16 code units, and most of them for one item. */
export const MAX_FACT_LENGTH = 4_000;
export const MAX_FACTS = 500;
const factText = z.string().max(MAX_FACT_LENGTH);

export const proposalSchema = z.strictObject({
  itemId: keyText,
  artefactHash: hex64,
  statement: statementText,
  counts: countsSchema,
  proposer: keyText,
  at: isoInstant,
}) satisfies z.ZodType<Proposal>;

export const artefactSchema = z.strictObject({
  ref: artefactRefSchema,
  hash: hex64,
  statement: statementText,
  counts: countsSchema,
  facts: z.array(z.strictObject({ label: factText, text: factText })).max(MAX_FACTS),
}) satisfies z.ZodType<Artefact>;

const ballotFields = {
  format: z.literal('winnow-ballot'),
  version: z.literal(1),
  projectId: keyText,
  itemId: keyText,
  artefactHash: hex64,
  statement: statementText,
  counts: countsSchema,
  decision: z.enum(['approve', 'approveWithCondition', 'reject', 'abstain']),
  reason: prose,
  personId: keyText,
  name: nameText,
  publicKey: hex64,
  at: isoInstant,
};

/** A rejection and a condition are worth nothing without words. */
function hasItsReason(body: Pick<BallotBody, 'decision' | 'reason'>): boolean {
  const needed = body.decision === 'reject' || body.decision === 'approveWithCondition';
  return !needed || reasonText.safeParse(body.reason).success;
}

const NEEDS_REASON = { path: ['reason'], message: 'a rejection or a condition must say why' };

export const ballotBodySchema = z
  .strictObject(ballotFields)
  .refine(hasItsReason, NEEDS_REASON) satisfies z.ZodType<BallotBody>;

export const ballotSchema = z
  .strictObject({ ...ballotFields, signature: hex128 })
  .refine(hasItsReason, NEEDS_REASON) satisfies z.ZodType<Ballot>;

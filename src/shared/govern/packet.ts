import { z } from 'zod';
import { canonicalJson } from '../base/canonical';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue, hex64, isoInstant, keyText, nameText } from '../base/schemas';
import { formatOf } from './ballot';
import { artefactSchema, checklistItemSchema, MAX_FACT_LENGTH, MAX_FACTS, proposalSchema } from './schemas';
import type { Artefact, DecisionPacket, ItemState } from './types';

/**
 * The decision packet: what a committee member needs to read, decide and sign on another machine, as one readable JSON
 * file. Ballots come back by file (`ballot.ts`). A packet proves nothing by itself; the ballot does, because it covers
 * the hash, the sentence and the counts that the member saw.
 */

const packetSchema = z.strictObject({
  format: z.literal('winnow-decision-packet'),
  version: z.literal(1),
  projectId: keyText,
  projectName: nameText,
  journalHead: hex64,
  journalCount: z.int().min(0),
  createdAt: isoInstant,
  items: z
    .array(z.strictObject({ item: checklistItemSchema, proposal: proposalSchema, artefact: artefactSchema }))
    .min(1)
    .max(1_000),
}) satisfies z.ZodType<DecisionPacket>;

/**
 * A packet of those of the given items that are proposed on their current artefact. Fails when there are none: open and
 * stale items must be proposed first.
 */
export function makePacket(from: {
  readonly projectId: string;
  readonly projectName: string;
  readonly journalHead: string;
  readonly journalCount: number;
  readonly createdAt: string;
  readonly items: readonly ItemState[];
}): Result<DecisionPacket> {
  const items = from.items.flatMap(({ item, artefact, proposal }) =>
    proposal && proposal.artefactHash === artefact.hash
      ? [{ item, proposal, artefact: shortened(artefact) }]
      : [],
  );
  if (items.length === 0) {
    return fail(
      'PACKET_EMPTY',
      'There is nothing to decide yet. Propose at least one item to the committee first.',
    );
  }
  return ok({
    format: 'winnow-decision-packet',
    version: 1,
    projectId: from.projectId,
    projectName: from.projectName,
    journalHead: from.journalHead,
    journalCount: from.journalCount,
    createdAt: from.createdAt,
    items,
  });
}

/** The packet as the text of its file. */
export function packetText(packet: DecisionPacket): string {
  return `${JSON.stringify(packet, null, 2)}\n`;
}

/** A packet from parsed JSON, checked as hostile input and for agreeing with itself. */
export function parsePacket(json: unknown): Result<DecisionPacket> {
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const mark = formatOf(json);
  if (mark?.format !== 'winnow-decision-packet') {
    return fail(
      'PACKET_OTHER_FILE',
      'This file is not a decision packet. Choose the file the steward sent to you.',
      { format: mark?.format ?? '' },
    );
  }
  if (mark.version !== 1) {
    return fail(
      'PACKET_UNKNOWN_VERSION',
      'This decision packet was written by a newer Winnow. Install the newest version and open it again.',
      { version: mark.version },
    );
  }
  const parsed = packetSchema.safeParse(json);
  if (!parsed.success) {
    return fail(
      'PACKET_INVALID',
      'This decision packet is damaged. Ask the steward for the file again, unchanged.',
      { problem: firstIssue(parsed.error) },
    );
  }
  const torn = parsed.data.items.find((entry) => !agrees(entry));
  if (torn) {
    return fail(
      'PACKET_CONTRADICTS_ITSELF',
      `In this decision packet, what is proposed on "${torn.item.question}" is not what is shown. Do not sign it; ask the steward for a new one.`,
      { itemId: torn.item.id },
    );
  }
  return ok(parsed.data);
}

/** The member reads the artefact and signs the proposal: they must say the same. */
function agrees({ item, proposal, artefact }: DecisionPacket['items'][number]): boolean {
  return (
    proposal.itemId === item.id &&
    proposal.artefactHash === artefact.hash &&
    proposal.statement === artefact.statement &&
    canonicalJson(proposal.counts) === canonicalJson(artefact.counts) &&
    canonicalJson(item.artefact) === canonicalJson(artefact.ref)
  );
}

/** Facts as far as a reader can take them in; the hash covers the artefact itself, not its facts. */
function shortened(artefact: Artefact): Artefact {
  const cut = (text: string): string =>
    text.length > MAX_FACT_LENGTH ? `${text.slice(0, MAX_FACT_LENGTH - 1)}…` : text;
  return {
    ...artefact,
    facts: artefact.facts
      .slice(0, MAX_FACTS)
      .map(({ label, text }) => ({ label: cut(label), text: cut(text) })),
  };
}

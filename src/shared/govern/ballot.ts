import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from '../base/canonical';
import { AppFailure, fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue, keyText } from '../base/schemas';
import { type Signer, verifySignature } from './identity';
import { ballotBodySchema, ballotSchema } from './schemas';
import type { Ballot, BallotBody, BallotDecision, Person, Proposal } from './types';

/** Most ballots one file may carry. */
const MAX_BALLOTS = 20_000;

/** The ballot a person is about to sign on a proposal: exactly what was proposed, nothing of their own but the answer. */
export function ballotBody(
  projectId: string,
  proposal: Proposal,
  answer: { readonly decision: BallotDecision; readonly reason: string; readonly at: string },
  person: Person,
): BallotBody {
  return {
    format: 'winnow-ballot',
    version: 1,
    projectId,
    itemId: proposal.itemId,
    artefactHash: proposal.artefactHash,
    statement: proposal.statement,
    counts: proposal.counts,
    decision: answer.decision,
    reason: answer.reason,
    personId: person.id,
    name: person.name,
    publicKey: person.publicKey,
    at: answer.at,
  };
}

/** What is signed: the body in canonical JSON, so marked that it cannot pass for a checkpoint or anything else. */
function messageOf(body: BallotBody): Uint8Array {
  const { format, version, projectId, itemId, artefactHash, statement, counts } = body;
  const { decision, reason, personId, name, publicKey, at } = body;
  const signed: BallotBody = {
    format,
    version,
    projectId,
    itemId,
    artefactHash,
    statement,
    counts,
    decision,
    reason,
    personId,
    name,
    publicKey,
    at,
  };
  return utf8ToBytes(`winnow-ballot:1\n${canonicalJson(signed)}`);
}

/**
 * Signs a ballot. Throws an `AppFailure` when it may not be cast as it stands: a rejection or condition without a
 * reason, a key that is not the signer's.
 */
export async function signBallot(body: BallotBody, signer: Signer): Promise<Ballot> {
  const checked = ballotBodySchema.safeParse(body);
  if (!checked.success) {
    const noReason = checked.error.issues[0]?.path[0] === 'reason';
    throw new AppFailure({
      code: noReason ? 'BALLOT_NEEDS_REASON' : 'BALLOT_INVALID',
      message: noReason
        ? 'A rejection or a condition needs a reason that the others can read. Write one and sign again.'
        : 'This decision cannot be signed because something in it is missing or too long.',
      details: { problem: firstIssue(checked.error) },
    });
  }
  if (body.publicKey !== signer.publicKey) {
    throw new AppFailure({
      code: 'BALLOT_WRONG_KEY',
      message: 'This decision names another key than the one that would sign it. Sign as yourself.',
    });
  }
  return { ...checked.data, signature: bytesToHex(await signer.sign(messageOf(checked.data))) };
}

/** True when the signature is that of the key the ballot names, over everything the ballot says. */
export function verifyBallot(ballot: Ballot): Promise<boolean> {
  return verifySignature(ballot.publicKey, messageOf(ballot), ballot.signature);
}

const ballotFileSchema = z.strictObject({
  format: z.literal('winnow-ballots'),
  version: z.literal(1),
  projectId: keyText,
  ballots: z.array(ballotSchema).min(1).max(MAX_BALLOTS),
});

/** The file a member sends back, as readable text. */
export function ballotFileText(projectId: string, ballots: readonly Ballot[]): string {
  return `${JSON.stringify({ format: 'winnow-ballots', version: 1, projectId, ballots }, null, 2)}\n`;
}

/**
 * Ballots from parsed JSON: a ballot file, a bare list, or a single ballot. Hostile input: strict, bounded, and of a
 * version this Winnow knows. Signatures are not checked here (`verifyBallot`).
 */
export function parseBallots(json: unknown): Result<readonly Ballot[]> {
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const mark = formatOf(json);
  if (mark && mark.format !== 'winnow-ballots' && mark.format !== 'winnow-ballot') {
    return fail(
      'BALLOTS_OTHER_FILE',
      'This file holds no ballots. Choose the file a committee member sent back to you.',
      { format: mark.format },
    );
  }
  if (mark && mark.version !== 1) {
    return fail(
      'BALLOTS_UNKNOWN_VERSION',
      'These ballots were written by a newer Winnow. Install the newest version and read the file again.',
      { version: mark.version },
    );
  }
  const list = z.array(ballotSchema).max(MAX_BALLOTS);
  const schema =
    mark?.format === 'winnow-ballots' ? ballotFileSchema.transform((file) => file.ballots) : list;
  const parsed = schema.safeParse(mark?.format === 'winnow-ballot' ? [json] : json);
  if (parsed.success) return ok(parsed.data);
  return fail(
    'BALLOTS_INVALID',
    'This file does not hold ballots as Winnow writes them. Ask the sender for the file again, unchanged.',
    { problem: firstIssue(parsed.error) },
  );
}

/** The ballots of a file for this project; refuses the file when one is for another. */
export function ballotsFor(projectId: string, json: unknown): Result<readonly Ballot[]> {
  const parsed = parseBallots(json);
  if (!parsed.ok) return parsed;
  const stranger = parsed.value.find((ballot) => ballot.projectId !== projectId);
  if (!stranger) return parsed;
  return fail(
    'BALLOTS_OTHER_PROJECT',
    `The ballot of ${stranger.name} in this file was signed for another project. Nothing was taken over.`,
    { projectId: stranger.projectId },
  );
}

/** What a file says it is, in short texts safe to show; null when it says nothing. */
export function formatOf(json: unknown): { readonly format: string; readonly version: number } | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const format = 'format' in json ? json.format : undefined;
  const version = 'version' in json ? json.version : undefined;
  return {
    format: typeof format === 'string' ? format.slice(0, 60) : '',
    version: typeof version === 'number' ? version : 0,
  };
}

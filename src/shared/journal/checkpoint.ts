import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../base/canonical';
import { type Signer, verifySignature } from '../govern/identity';
import { GENESIS, headOf, isErased, verdictOfChain } from './chain';
import type { Checkpoint, EventPayloads, JournalEntry } from './types';
import type { JournalVerdict } from './verdict';

/**
 * A signed statement "so many entries, ending in this hash". A hash chain alone cannot tell a cut journal from a quiet
 * one, nor a re-stamped one from the original; a checkpoint kept elsewhere (project.json, a package, a decision packet)
 * can. Tamper-evident, not tamper-proof: whoever holds the key can still write the future.
 */

/** What is signed, so that a checkpoint can never pass for a ballot or the other way round. */
function messageOf(checkpoint: Omit<Checkpoint, 'signature'>): Uint8Array {
  const { count, head, publicKey } = checkpoint;
  return utf8ToBytes(`winnow-checkpoint:1\n${canonicalJson({ count, head, publicKey })}`);
}

/** A checkpoint over all of these entries. */
export async function signCheckpoint(entries: readonly JournalEntry[], signer: Signer): Promise<Checkpoint> {
  const body = { count: entries.length, head: headOf(entries), publicKey: signer.publicKey };
  return { ...body, signature: bytesToHex(await signer.sign(messageOf(body))) };
}

/** True when the checkpoint was signed by the key it names. */
export function isSigned(checkpoint: Checkpoint): Promise<boolean> {
  return verifySignature(checkpoint.publicKey, messageOf(checkpoint), checkpoint.signature);
}

/**
 * The journal held against a checkpoint: its chain, then that it is at least as long as the checkpoint says, then that
 * the entry there is the one that was signed. A longer journal is fine.
 */
export async function verifyCheckpoint(
  entries: readonly JournalEntry[],
  checkpoint: Checkpoint,
): Promise<JournalVerdict> {
  const chain = verdictOfChain(entries);
  if (chain.kind !== 'valid') return chain;
  return (await problemAgainst(entries, checkpoint)) ?? chain;
}

/** Verifies the chain, every checkpoint inside the journal, and one kept beside it. Linear. */
export async function verifyJournal(
  entries: readonly JournalEntry[],
  beside: Checkpoint | null,
): Promise<JournalVerdict> {
  const chain = verdictOfChain(entries);
  if (chain.kind !== 'valid') return chain;
  for (const entry of entries) {
    if (entry.kind !== 'checkpoint.signed' || isErased(entry)) continue;
    const checkpoint = entry.payload as EventPayloads['checkpoint.signed'];
    if (checkpoint.count >= entry.seq) return { kind: 'rewritten', seq: entry.seq };
    const problem = await problemAgainst(entries, checkpoint);
    if (problem) return problem;
  }
  return (beside && (await problemAgainst(entries, beside))) ?? chain;
}

async function problemAgainst(
  entries: readonly JournalEntry[],
  checkpoint: Checkpoint,
): Promise<JournalVerdict | null> {
  if (!(await isSigned(checkpoint))) {
    return {
      kind: 'unverifiable',
      seq: checkpoint.count,
      why: 'the checkpoint there is not signed by the key it names',
    };
  }
  if (entries.length < checkpoint.count) {
    return { kind: 'missing', count: entries.length, expected: checkpoint.count };
  }
  const signed = checkpoint.count === 0 ? GENESIS : entries[checkpoint.count - 1]?.hash;
  return signed === checkpoint.head ? null : { kind: 'rewritten', seq: checkpoint.count };
}

import { canonicalJson, sha256Hex } from '../base/canonical';
import { type AppError, ok, type Result } from '../base/result';
import type { SealedDraft } from './seal';
import type { Actor, EventDraft, EventKind, JournalEntry } from './types';
import { type JournalVerdict, verdictError } from './verdict';

/**
 * The hash chain. An entry's hash covers its header: everything but the payload and its salt, which it covers through
 * `payloadHash`. A payload can therefore be erased later while the chain still holds; the salt keeps an erased payload
 * from being guessed from its hash. The chain shows edits, reordering and gaps; re-stamping and truncation are shown by
 * signed checkpoints (`checkpoint.ts`).
 */

/** What the first entry follows. */
export const GENESIS = '0'.repeat(64);

/** Separates the hash of an entry from every other hash Winnow makes. */
const DOMAIN = 'winnow-entry:1\n';

/** An entry as the chain sees it: its kind may be one this version does not know. */
export type ChainLink = Omit<JournalEntry, 'kind'> & { readonly kind: string };

/** SHA-256 over the header in canonical JSON, domain-separated. */
export function headerHash(header: Omit<ChainLink, 'payload' | 'salt' | 'hash'>): string {
  const text = JSON.stringify;
  const { seq, at, actor, role, kind, subject, payloadHash, prev } = header;
  // Canonical JSON written out: the keys in order, every value a text but `seq`.
  return sha256Hex(
    `${DOMAIN}{"actor":${text(actor)},"at":${text(at)},"kind":${text(kind)},"payloadHash":${text(payloadHash)},"prev":${text(prev)},"role":${text(role)},"seq":${seq},"subject":${text(subject)}}`,
  );
}

/** SHA-256 of the salt (as text) followed by the payload's canonical JSON. */
export function payloadHashOf(salt: string, payload: unknown): string {
  return sha256Hex(salt + canonicalJson(payload));
}

/** The entry that records a draft. The payload is copied, and is exactly what reading the line back will give. */
export function chainEntry(
  draft: EventDraft,
  context: Place & {
    /** 32 hex digits, fresh for every entry. */
    readonly salt: string;
  },
): JournalEntry {
  const { salt } = context;
  const text = canonicalJson(draft.payload);
  const payloadHash = sha256Hex(salt + text);
  return chainSealed({ ...draft, payload: JSON.parse(text), salt, text, payloadHash }, context);
}

/** Where an entry stands in the chain. */
interface Place {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  /** Hash of the entry before, or GENESIS. */
  readonly prev: string;
}

/** The entry that records a sealed draft; quick, however large the payload is. */
export function chainSealed(draft: SealedDraft, context: Place): JournalEntry {
  const { payload, salt } = draft;
  const header = {
    seq: context.seq,
    at: context.at,
    actor: context.actor.id,
    role: context.actor.role,
    kind: draft.kind,
    subject: draft.subject,
    payloadHash: draft.payloadHash,
    prev: context.prev,
  };
  return { ...header, payload, salt, hash: headerHash(header) };
}

/**
 * Kinds whose payload holds no personal data and carries the structure of the history; they cannot be erased, so that
 * an erasure can never make an undo or a signature disappear.
 */
const STRUCTURAL: ReadonlySet<string> = new Set<EventKind>([
  'project.created',
  'entry.undone',
  'entry.redone',
  'checkpoint.signed',
  'package.written',
]);

/** True when the payload of an entry of this kind may be erased on request. */
export function isErasable(kind: string): boolean {
  return !STRUCTURAL.has(kind);
}

/** True for an entry whose payload was erased on request. */
export function isErased(entry: Pick<JournalEntry, 'payload' | 'salt'>): boolean {
  return entry.payload === null && entry.salt === '';
}

/** What is wrong with an entry that should follow `before` (null = nothing), or null. */
export function linkProblem(entry: ChainLink, before: ChainLink | null): JournalVerdict | null {
  const expected = (before?.seq ?? 0) + 1;
  const altered = (what: string): JournalVerdict => ({ kind: 'altered', seq: expected, what });
  if (headerHash(entry) !== entry.hash) return altered('does not match its own hash');
  if (entry.seq > expected) return { kind: 'missing', count: expected - 1, expected: entry.seq };
  if (entry.seq < expected) return altered(`is numbered ${entry.seq}`);
  if (entry.prev !== (before?.hash ?? GENESIS)) return altered('does not follow the entry before it');
  if (isErased(entry)) {
    return isErasable(entry.kind) ? null : altered('lost a content that cannot be erased');
  }
  if (payloadHashOf(entry.salt, entry.payload) !== entry.payloadHash) {
    return altered('has a content that does not match its hash');
  }
  return null;
}

/** Checks every entry's hashes and links. Linear; about 100,000 entries a second. */
export function verdictOfChain(entries: readonly JournalEntry[]): JournalVerdict {
  let before: JournalEntry | null = null;
  for (const entry of entries) {
    const problem = linkProblem(entry, before);
    if (problem) return problem;
    before = entry;
  }
  return {
    kind: 'valid',
    count: entries.length,
    head: before?.hash ?? GENESIS,
    erased: entries.filter(isErased).map((entry) => entry.seq),
  };
}

/** Whether the chain holds, as a result with the sentence for the person. */
export function verifyChain(entries: readonly JournalEntry[]): Result<null> {
  const error: AppError | null = verdictError(verdictOfChain(entries));
  return error ? { ok: false, error } : ok(null);
}

/** Hash of the last entry; GENESIS of an empty journal. */
export function headOf(entries: readonly JournalEntry[]): string {
  return entries.at(-1)?.hash ?? GENESIS;
}

import { canonicalJson, sha256Hex } from '../base/canonical';
import { fail, ok, type Result } from '../base/result';
import { firstIssue } from '../base/schemas';
import { parsePayload, subjectText } from './schemas';
import type { EventDraft, EventKind } from './types';

/**
 * What is costly about writing an entry: holding its payload to the schema, its canonical JSON and the hash of that.
 * None of it depends on the entries before, so a thread other than the one people work in can do it.
 */

/** What is to be sealed. Plain data. */
export interface SealRequest {
  readonly kind: EventKind;
  /** As drafted; not checked yet. */
  readonly payload: unknown;
  /** 32 hex digits, fresh for every entry. */
  readonly salt: string;
}

/** A checked payload as the journal keeps it. Two texts: they cross to another thread at the speed of memory. */
export interface SealedPayload {
  /** Canonical JSON of the payload, reduced to what its schema knows. */
  readonly text: string;
  /** SHA-256 of the salt followed by the text. */
  readonly payloadHash: string;
}

/** Seals payloads, here or in another thread. Error `EVENT_INVALID`, or what `checkPlainJson` refuses. */
export type PayloadSealer = (request: SealRequest) => Promise<Result<SealedPayload>>;

/** A draft that may be chained: its payload is what reading the line back will give. */
export type SealedDraft = EventDraft & SealedPayload & { readonly salt: string };

/** Checks a payload and seals it. About a tenth of a second per megabyte. */
export function sealPayload({ kind, payload, salt }: SealRequest): Result<SealedPayload> {
  const checked = parsePayload(kind, payload);
  if (!checked.ok) return checked;
  const text = canonicalJson(checked.value);
  return ok({ text, payloadHash: sha256Hex(salt + text) });
}

/** Seals in the thread that asks. */
export const sealHere: PayloadSealer = async (request) => sealPayload(request);

/** Seals a draft; the payload is copied. */
export async function sealDraft(
  draft: EventDraft,
  salt: string,
  seal: PayloadSealer,
): Promise<Result<SealedDraft>> {
  const { kind } = draft;
  const subject = subjectText.safeParse(draft.subject);
  if (!subject.success) {
    return fail('EVENT_INVALID', 'This change was not saved because what it is about has no usable name.', {
      kind,
      problem: firstIssue(subject.error),
    });
  }
  const sealed = await seal({ kind, payload: draft.payload, salt });
  if (!sealed.ok) return sealed;
  const { text, payloadHash } = sealed.value;
  return ok({ kind, subject: subject.data, payload: JSON.parse(text), salt, text, payloadHash });
}

/** From this weight sealing takes longer than one frame of the screen. */
const LARGE = 250_000;
/** What a value weighs besides its characters. */
const VALUE = 8;

/** True for a payload that is better sealed elsewhere. Stops looking once that is known. */
export function isLarge(payload: unknown): boolean {
  const waiting = [payload];
  let weight = 0;
  while (waiting.length > 0) {
    const item = waiting.pop();
    weight += typeof item === 'string' ? VALUE + item.length : VALUE;
    if (weight + waiting.length * VALUE > LARGE) return true;
    if (typeof item !== 'object' || item === null) continue;
    for (const child of Object.values(item)) waiting.push(child);
  }
  return false;
}

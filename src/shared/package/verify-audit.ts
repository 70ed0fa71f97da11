import { headOf } from '../journal/chain';
import { verifyJournal } from '../journal/checkpoint';
import { parseJournal } from '../journal/codec';
import { foldJournal } from '../journal/fold';
import { checkpointSchema } from '../journal/schemas';
import type { Checkpoint, JournalEntry, ProjectState } from '../journal/types';
import type { JournalVerdict } from '../journal/verdict';
import { coversJournal } from './checkpoint-cover';
import { jsonBytes, sameBytes } from './manifest';
import type { ContentReader } from './read';
import type { Manifest, VerifyFinding } from './types';
import { signerOf } from './verify-manifest';
import { counted } from './words';

export const AUDIT = 'audit.jsonl';
export const AUDIT_CHECKPOINT = 'audit.checkpoint.json';

/** What the journal in the package says, for the checks that rest on it. */
export interface Audit {
  readonly findings: readonly VerifyFinding[];
  /** The fold of the journal; null when its chain is broken. */
  readonly state: ProjectState | null;
}

/** Chain, checkpoint, and that the manifest names the same end of the journal. */
export async function verifyAudit(content: ContentReader, manifest: Manifest | null): Promise<Audit> {
  const findings: VerifyFinding[] = [];
  const fault = (check: VerifyFinding['check'], sentence: string, path: string): void => {
    findings.push({ check, ok: false, sentence, path });
  };
  const unreliable = (): Audit => ({ findings, state: null });

  const bytes = await content(AUDIT);
  const text = bytes && utf8(bytes);
  if (text === null) {
    fault('chain', bytes ? 'audit.jsonl is not text in UTF-8.' : 'audit.jsonl is missing.', AUDIT);
    return unreliable();
  }
  const { entries, verdict } = parseJournal(text);
  const broken = auditSentence(verdict);
  if (broken !== null) {
    fault('chain', broken, AUDIT);
    return unreliable();
  }
  const erased = verdict.kind === 'valid' ? verdict.erased.length : 0;
  findings.push({
    check: 'chain',
    ok: true,
    sentence: `${counted(entries.length, 'journal entry', 'journal entries')} form an unbroken chain${erased > 0 ? `; the content of ${erased} was erased on request` : ''}.`,
    path: AUDIT,
  });
  const state = foldJournal(entries);

  const checkpoint = parseCheckpoint(await content(AUDIT_CHECKPOINT));
  if (typeof checkpoint === 'string') fault('checkpoint', checkpoint, AUDIT_CHECKPOINT);
  else findings.push(await checkpointFinding(entries, checkpoint, state));

  if (manifest && (manifest.journalCount !== entries.length || manifest.journalHead !== headOf(entries))) {
    fault('manifest', 'The manifest was written for another journal than the one in the package.', AUDIT);
  }
  return { findings, state };
}

async function checkpointFinding(
  entries: readonly JournalEntry[],
  checkpoint: Checkpoint,
  state: ProjectState,
): Promise<VerifyFinding> {
  const verdict = await verifyJournal(entries, checkpoint);
  const broken = auditSentence(verdict);
  if (broken !== null) {
    // A bad signature is the checkpoint's fault, a short or re-stamped journal the journal's.
    const path = verdict.kind === 'unverifiable' ? AUDIT_CHECKPOINT : AUDIT;
    return { check: 'checkpoint', ok: false, sentence: broken, path };
  }
  if (!coversJournal(entries, checkpoint)) {
    return {
      check: 'checkpoint',
      ok: false,
      sentence: `The checkpoint covers the first ${checkpoint.count} of ${entries.length} journal entries; the rest is not signed.`,
      path: AUDIT_CHECKPOINT,
    };
  }
  const { known, words } = signerOf(state.people, checkpoint.publicKey);
  return {
    check: 'checkpoint',
    ok: known,
    sentence: `The journal ends where its checkpoint says, signed by ${words}.`,
    path: AUDIT_CHECKPOINT,
  };
}

/** The checkpoint, or the sentence of what is wrong with its file. */
function parseCheckpoint(bytes: Uint8Array | null): Checkpoint | string {
  if (!bytes) return 'audit.checkpoint.json is missing.';
  try {
    const json: unknown = JSON.parse(utf8(bytes) ?? '');
    const parsed = checkpointSchema.safeParse(json);
    if (!parsed.success) return 'audit.checkpoint.json is not a checkpoint.';
    return sameBytes(jsonBytes(json), bytes)
      ? parsed.data
      : 'audit.checkpoint.json was changed: its text is not as Winnow writes it.';
  } catch {
    return 'audit.checkpoint.json is not JSON in UTF-8.';
  }
}

/** What is wrong with the journal in a package, or null. */
function auditSentence(verdict: JournalVerdict): string | null {
  switch (verdict.kind) {
    case 'valid':
      return null;
    case 'torn':
      return `audit.jsonl was truncated: it ends in the middle of the line after entry ${verdict.count}.`;
    case 'altered':
      return `audit.jsonl was altered: entry ${verdict.seq} ${verdict.what}.`;
    case 'missing':
      return `audit.jsonl was truncated: it should hold ${verdict.expected} entries and ends after ${verdict.count}.`;
    case 'rewritten':
      return `audit.jsonl was rewritten: its chain is sound, but entry ${verdict.seq} is not the one that was signed.`;
    case 'unverifiable':
      return `The journal cannot be verified at entry ${verdict.seq}: ${verdict.why}.`;
    case 'refused':
      return `audit.jsonl holds something Winnow never writes at entry ${verdict.seq}: ${verdict.why}.`;
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { canonicalJson } from '../base/canonical';
import { checkPlainJson, firstIssue, hex64, isoInstant, keyText } from '../base/schemas';
import { roleSchema } from '../govern/schemas';
import { type ChainLink, headOf, isErased, linkProblem } from './chain';
import { isEventKind, parsePayload, subjectText } from './schemas';
import type { JournalEntry } from './types';
import type { JournalVerdict } from './verdict';

/** Longest journal line that is read, in UTF-16 code units; longer ones are refused before parsing. */
export const MAX_ENTRY_LENGTH = 8 << 20;

/**
 * The one line of an entry, without line feed: JSON with the keys in the order below, the payload in canonical JSON,
 * control characters escaped. An entry has exactly one line, and reading refuses every other spelling of it.
 */
export function entryLine(entry: ChainLink): string {
  return lineWith(entry, canonicalJson(entry.payload));
}

/** The line of an entry whose payload's canonical JSON is known; that of a large payload takes long to make. */
export function lineWith(entry: ChainLink, payload: string): string {
  const text = JSON.stringify;
  const line = `{"seq":${entry.seq},"at":${text(entry.at)},"actor":${text(entry.actor)},"role":${text(entry.role)},"kind":${text(entry.kind)},"subject":${text(entry.subject)},"payload":${payload},"salt":${text(entry.salt)},"payloadHash":${text(entry.payloadHash)},"prev":${text(entry.prev)},"hash":${text(entry.hash)}}`;
  // JSON leaves DEL as it is; no control character belongs into the file.
  return line.replaceAll('\u007f', '\\u007f');
}

/** The text of a journal: every line ends with a line feed. */
export function journalText(entries: readonly JournalEntry[]): string {
  return entries.map((entry) => `${entryLine(entry)}\n`).join('');
}

const lineSchema = z.strictObject({
  seq: z.int().min(1),
  at: isoInstant,
  actor: keyText,
  role: roleSchema,
  kind: z.string().min(1).max(100),
  subject: subjectText,
  payload: z.unknown(),
  salt: z.string().regex(/^([0-9a-f]{32})?$/, 'must be 32 hex digits'),
  payloadHash: hex64,
  prev: hex64,
  hash: hex64,
});

const HEADER_KEYS: ReadonlySet<string> = new Set(Object.keys(lineSchema.shape));

type LineReading =
  /** Sound and known. */
  | { readonly kind: 'entry'; readonly entry: JournalEntry }
  /** Sound in the chain, of a kind this version does not know. */
  | { readonly kind: 'unknown'; readonly link: ChainLink }
  | { readonly kind: 'problem'; readonly verdict: JournalVerdict };

/**
 * Reads a journal as hostile input: exact spelling, hashes, links, and every payload against the schema of its kind.
 * `entries` are the good ones before the first problem. After an entry of an unknown kind the chain is still walked, so
 * that damage behind it is reported as damage.
 */
export function parseJournal(text: string): {
  readonly entries: JournalEntry[];
  readonly verdict: JournalVerdict;
} {
  const entries: JournalEntry[] = [];
  let before: ChainLink | null = null;
  let unverifiable: JournalVerdict | null = null;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if (end < 0) {
      const torn = { kind: 'torn', count: entries.length, tail: text.slice(start) } as const;
      return { entries, verdict: unverifiable ?? torn };
    }
    const reading = readLine(text.slice(start, end), before);
    start = end + 1;
    if (reading.kind === 'problem') return { entries, verdict: reading.verdict };
    if (reading.kind === 'unknown') {
      before = reading.link;
      unverifiable ??= unknownKind(reading.link);
      continue;
    }
    before = reading.entry;
    if (!unverifiable) entries.push(reading.entry);
  }
  const erased = entries.filter(isErased).map((entry) => entry.seq);
  const valid = { kind: 'valid', count: entries.length, head: headOf(entries), erased } as const;
  return { entries, verdict: unverifiable ?? valid };
}

function readLine(line: string, before: ChainLink | null): LineReading {
  const seq = (before?.seq ?? 0) + 1;
  const altered = (what: string) => problem({ kind: 'altered', seq, what });
  const refused = (why: string) => problem({ kind: 'refused', seq, why });
  if (line.length > MAX_ENTRY_LENGTH) return refused('a line that is too long');
  const json = parseJson(line);
  if (json === undefined) return altered('is not readable');
  const plain = checkPlainJson(json);
  if (!plain.ok) return refused(plain.error.message);
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) {
    const name = unknownKey(json);
    if (name === null) return altered(`is not a journal entry (${firstIssue(parsed.error)})`);
    return problem({
      kind: 'unverifiable',
      seq,
      why: `it carries "${name}", which this version does not know`,
    });
  }
  const link = parsed.data;
  const broken = linkProblem(link, before);
  if (broken) return problem(broken);
  if (entryLine(link) !== line) return altered('is spelled differently from what Winnow wrote');
  if (!isEventKind(link.kind)) return { kind: 'unknown', link };
  const entry: JournalEntry = { ...link, kind: link.kind };
  if (!isErased(entry)) {
    const content = parsePayload(entry.kind, entry.payload);
    if (!content.ok) return refused(`${content.error.details?.['problem'] ?? content.error.message}`);
  }
  return { kind: 'entry', entry };
}

function unknownKind(link: ChainLink): JournalVerdict {
  return {
    kind: 'unverifiable',
    seq: link.seq,
    why: `its kind "${link.kind}" is not known to this version`,
  };
}

function problem(verdict: JournalVerdict): LineReading {
  return { kind: 'problem', verdict };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** A key of the line this version does not know, shortened for display. */
function unknownKey(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const key = Object.keys(json).find((name) => !HEADER_KEYS.has(name));
  return key === undefined ? null : key.slice(0, 40);
}

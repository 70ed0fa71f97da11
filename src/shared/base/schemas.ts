import { z } from 'zod';
import { fail, ok, type Result } from './result';

/**
 * Building blocks for the schemas of everything that comes from outside (journals, packets, ballots): bounded texts,
 * hashes, times, and names that are safe as keys of a record.
 */

/** C0 controls and DEL; they have no place in a one-line text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const CONTROL = /[\u0000-\u001f\u007f]/;

/** False for names every object already has (`constructor`, `__proto__`, `toString`): they cannot be keys. */
function isSafeKey(name: string): boolean {
  return !(name in Object.prototype);
}

/** An id or API name, used as a key somewhere: 1 to 200 characters on one line, not a prototype name. */
export const keyText = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !CONTROL.test(text), 'must be one line')
  .refine(isSafeKey, 'is a reserved name');

/** A name a person gave: 1 to 500 characters, not only blanks. */
export const nameText = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text.trim() !== '', 'must not be blank');

/** Free text a person wrote; may be empty. */
export const prose = z.string().max(8_000);

/** A reason: free text with something in it. */
export const reasonText = prose.refine((text) => text.trim() !== '', 'must give a reason');

/** A value of a cell or a record key. */
export const cellText = z.string().max(200_000);

export const hex64 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits');
export const hex128 = z.string().regex(/^[0-9a-f]{128}$/, 'must be 128 lower-case hex digits');

/** A point in time, ISO 8601 in UTC: `2026-11-14T09:30:00.000Z`. */
export const isoInstant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/, 'must be a time in UTC')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time that exists');

/** A day that exists: `2026-11-14`. */
export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as yyyy-MM-dd')
  .refine((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'is not a day that exists');

/** A record of at most `most` entries with safe keys. */
export function recordOf<T extends z.ZodType>(value: T, most: number, key: z.ZodString = keyText) {
  return z.record(key, value).refine((all) => Object.keys(all).length <= most, `at most ${most} entries`);
}

/** Deepest nesting any file of ours needs, with room. */
const MAX_DEPTH = 24;

/**
 * Refuses parsed JSON that is nested too deeply or carries a `__proto__` key anywhere, before any schema looks at it:
 * deep nesting exhausts the stack, `__proto__` changes objects it is copied into. Linear time, no recursion.
 */
export function checkPlainJson(value: unknown): Result<null> {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return fail(
        'JSON_TOO_DEEP',
        'The file is nested more deeply than anything Winnow writes. It was refused.',
      );
    }
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (Object.hasOwn(item, '__proto__')) {
        return fail('JSON_RESERVED_KEY', 'The file uses the reserved name "__proto__". It was refused.');
      }
      for (const child of Array.isArray(item) ? item : Object.values(item)) {
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return ok(null);
}

/** The first thing a schema objects to, as one short line: `groups.0.3: Too big`. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'is not valid';
  const where = issue.path.map(String).join('.');
  return (where === '' ? issue.message : `${where}: ${issue.message}`).slice(0, 300);
}

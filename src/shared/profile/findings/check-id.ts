import { z } from 'zod';

/** Names of checks travel as text inside filters; their parts may be any column name. */
const partsSchema = z.array(z.string().max(1_000)).min(1).max(12);

/** The name of a check: what it does and what it is asked about. */
export function checkId(kind: string, ...about: readonly string[]): string {
  return JSON.stringify([kind, ...about]);
}

/** The parts of a check's name, or null when it is none. */
export function readCheckId(
  text: string,
): { readonly kind: string; readonly about: readonly string[] } | null {
  try {
    const [kind, ...about] = partsSchema.parse(JSON.parse(text));
    return kind === undefined ? null : { kind, about };
  } catch {
    return null;
  }
}

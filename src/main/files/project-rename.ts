import { MAX_NAME_LENGTH } from '@shared/host/limits';
import type { EventKind } from '@shared/journal/types';
import { z } from 'zod';

const RENAMED = 'project.renamed' satisfies EventKind;

const renameSchema = z.object({
  kind: z.literal(RENAMED),
  payload: z.object({ name: z.string().min(1).max(MAX_NAME_LENGTH) }),
});

/** The name the last rename among these journal lines gives the project, or null when none does. */
export function renamedTo(lines: readonly string[]): string | null {
  const line = lines.findLast((text) => text.includes(`"${RENAMED}"`));
  if (line === undefined) return null;
  try {
    const parsed = renameSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.payload.name : null;
  } catch {
    return null;
  }
}

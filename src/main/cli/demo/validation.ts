import type { EventDraft } from '@shared/journal/types';
import type { IssueReport } from '@shared/pipeline/types';
import { isEmail } from '@shared/profile/values';
import { answer, commit, draft, type Stage } from './stage';

/** Warnings are accepted with this reason; errors are repaired, or their records are rejected. */
const ACCEPTED = 'Looked at with the implementer; it loads, and sales tidies it up after go-live.';

/**
 * Looks through what the loader would object to. Mail addresses with a slip are repaired, hopeless ones emptied, dates
 * that do not exist emptied; warnings are accepted with a reason. What is left makes its record rejected, not loaded.
 */
export async function settleIssues(stage: Stage): Promise<void> {
  const fixes = (await answer(stage.engine.issues())).flatMap(fixesOf);
  if (fixes.length > 0) await commit(stage, fixes, stage.cast.steward);
  const reports = await answer(stage.engine.issues());
  const warnings = reports.flatMap(({ object, groups }) =>
    groups
      .filter((group) => group.severity === 'warning')
      .map((group) => draft('issue.accepted', group.id, { object, issueId: group.id, reason: ACCEPTED })),
  );
  if (warnings.length > 0) await commit(stage, warnings, stage.cast.steward);
  const errors = reports.flatMap(({ groups }) => groups.filter((group) => group.severity === 'error'));
  stage.tell(
    `Repaired ${fixes.length} values, accepted ${warnings.length} warnings; ${errors.length} kinds of error stay, their records are rejected.`,
  );
}

function fixesOf({ object, groups }: IssueReport): EventDraft[] {
  return groups.flatMap((group) =>
    group.values.flatMap(({ value }): EventDraft[] => {
      const to = repaired(group.field, value);
      return to === null
        ? []
        : [draft('value.fixed', group.field, { object, field: group.field, from: value, to })];
    }),
  );
}

/** What a broken value should be, or null when nobody can know. */
function repaired(field: string, value: string): string | null {
  if (value === '') return null;
  if (field === 'Email') {
    const mended = value
      .trim()
      .toLowerCase()
      .replace(/\s*(?:\(at\)|@)\s*/, '@')
      .replace(/\.exampel$/, '.example');
    return isEmail(mended) ? mended : '';
  }
  if (/Date$/.test(field) && field !== 'CloseDate' && !/[1-9]/.test(value)) return '';
  return null;
}

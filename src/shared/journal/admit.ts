import { fail, ok, type Result } from '../base/result';
import { keyText } from '../base/schemas';
import { roleSchema } from '../govern/schemas';
import type { SealedDraft } from './seal';
import type { Actor, EventDraft, EventPayloads, JournalEntry, ProjectState } from './types';
import { isUndoable } from './undo';

/**
 * Whether a step may enter the journal, as far as a schema cannot see (`seal.ts` has held every payload to that of its
 * kind). A journal begins with the project it belongs to, nobody proposes in another's name, a ballot is for this
 * project, an undo names something that can be undone.
 */
export function admitStep(
  drafts: readonly SealedDraft[],
  actor: Actor,
  journal: { readonly entries: readonly JournalEntry[]; readonly state: ProjectState },
): Result<null> {
  if (!keyText.safeParse(actor.id).success || !roleSchema.safeParse(actor.role).success) {
    return fail('ACTOR_INVALID', 'Winnow does not know who is working. Choose who you are and try again.');
  }
  for (const draft of drafts) {
    const sense = checkSense(draft, actor, journal);
    if (!sense.ok) return sense;
  }
  const beginnings = drafts.filter(({ kind }) => kind === 'project.created').length;
  const hasBegun = journal.state.projectId !== '';
  if (beginnings !== (hasBegun ? 0 : 1)) {
    return hasBegun
      ? fail('PROJECT_HAS_BEGUN', 'This project exists already. Make a new project instead.')
      : fail(
          'PROJECT_NOT_BEGUN',
          'The journal is empty. The first step must say which project it belongs to.',
        );
  }
  return ok(null);
}

function checkSense(
  draft: EventDraft,
  actor: Actor,
  journal: { readonly entries: readonly JournalEntry[]; readonly state: ProjectState },
): Result<null> {
  if (is(draft, 'item.proposed') && draft.payload.proposal.proposer !== actor.id) {
    return fail(
      'PROPOSER_IS_ANOTHER',
      'A proposal is made in one’s own name. Sign in as whoever proposes it.',
      {
        proposer: draft.payload.proposal.proposer,
        actor: actor.id,
      },
    );
  }
  if (is(draft, 'ballot.cast') && draft.payload.ballot.projectId !== journal.state.projectId) {
    return fail(
      'BALLOTS_OTHER_PROJECT',
      `The ballot of ${draft.payload.ballot.name} was signed for another project. It was not taken over.`,
    );
  }
  if (is(draft, 'entry.undone') || is(draft, 'entry.redone')) {
    const target = journal.entries[draft.payload.seq - 1];
    if (!target || !isUndoable(target.kind)) {
      return fail(
        'CANNOT_UNDO',
        'This entry cannot be taken back: others have seen, signed or received what it says.',
        { seq: draft.payload.seq },
      );
    }
  }
  return ok(null);
}

/** Narrows a checked draft by its kind; the schema of that kind has vouched for the payload. */
function is<K extends keyof EventPayloads>(draft: EventDraft, kind: K): draft is EventDraft<K> & EventDraft {
  return draft.kind === kind;
}

import { signBallot } from '@shared/govern/ballot';
import { checklistFor } from '@shared/govern/checklist';
import type { ItemState } from '@shared/govern/types';
import type { EventDraft } from '@shared/journal/types';
import type { CastMember } from './cast';
import { answer, commit, draft, required, type Stage } from './stage';

/** What the steward writes where only people can say how it is. Items not named get the last text. */
const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [
    /freeze|cut-?over/i,
    'The old CRM is read-only from Friday 2026-11-27 18:00 CET; the new CRM opens Monday 2026-11-30 08:00 CET. Mara Lindqvist leads.',
  ],
  [
    /roll-?back/i,
    'If more than 1 % of records fail to load by Sunday 12:00 CET, the old CRM is opened again. Henrik Vossberg decides.',
  ],
  [
    /retention|archive/i,
    'Records left behind stay in a read-only copy of the old CRM for ten years (tax law) and are then destroyed.',
  ],
  [
    /security|access|extract/i,
    'Extracts lie on the encrypted project share; three people have access; they are destroyed four weeks after go-live.',
  ],
  [
    /owner/i,
    'Accounts of people who left go to the head of their region; the list was agreed with sales on 2026-11-10.',
  ],
  [
    /hold/i,
    'Accounts in litigation are kept whatever their age; the list comes from legal and is reviewed at sign-off.',
  ],
];
const OTHERWISE =
  'Discussed and agreed in the steering meeting of 2026-11-12; minutes are filed with the project.';

/** Starts the checklist and writes down what only people can state. */
export async function startChecklist(
  stage: Stage,
  objects: readonly { readonly name: string; readonly label: string }[],
): Promise<void> {
  const items = checklistFor(objects);
  const statements = items
    .filter((item) => item.artefact.kind === 'statement')
    .map((item) => {
      const about = `${item.id} ${item.area} ${item.question}`;
      const text = STATEMENTS.find(([pattern]) => pattern.test(about))?.[1] ?? OTHERWISE;
      return draft('statement.written', item.id, { itemId: item.id, text });
    });
  await commit(stage, [draft('checklist.set', 'Checklist', { items }), ...statements], stage.cast.steward);
}

/** The steward proposes every item as it stands now; then each committee member signs a ballot for each. */
export async function decideChecklist(stage: Stage): Promise<void> {
  const { engine, cast, clock } = stage;
  const open = await answer(engine.checklist());
  const proposals: EventDraft[] = open.map(({ item, artefact }) =>
    draft('item.proposed', item.id, {
      proposal: {
        itemId: item.id,
        artefactHash: artefact.hash,
        statement: artefact.statement,
        counts: artefact.counts,
        proposer: cast.steward.person.id,
        at: clock(),
      },
    }),
  );
  await commit(stage, proposals, cast.steward);
  for (const member of cast.committee) {
    const proposed = await answer(engine.checklist());
    const ballots: EventDraft[] = [];
    for (const state of proposed) ballots.push(await ballotOf(stage, state, member));
    await commit(stage, ballots, member);
  }
  const decided = await answer(engine.checklist());
  const approved = decided.filter((state) => state.status === 'approved').length;
  stage.tell(
    `${approved} of ${decided.length} checklist items approved by ${cast.committee.length} committee members.`,
  );
}

async function ballotOf(
  stage: Stage,
  state: ItemState,
  member: CastMember,
): Promise<EventDraft<'ballot.cast'>> {
  const proposal = required(state.proposal, `a proposal for "${state.item.question}"`);
  const ballot = await signBallot(
    {
      format: 'winnow-ballot',
      version: 1,
      projectId: stage.session.state.projectId,
      itemId: state.item.id,
      artefactHash: proposal.artefactHash,
      statement: proposal.statement,
      counts: proposal.counts,
      decision: 'approve',
      reason: '',
      personId: member.person.id,
      name: member.person.name,
      publicKey: member.signer.publicKey,
      at: stage.clock(),
    },
    member.signer,
  );
  return draft('ballot.cast', state.item.id, { ballot });
}

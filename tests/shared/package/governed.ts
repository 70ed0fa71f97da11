import { hashOf } from '@shared/base/canonical';
import { signBallot } from '@shared/govern/ballot';
import { itemState } from '@shared/govern/item-state';
import type {
  Artefact,
  Ballot,
  BallotDecision,
  ChecklistItem,
  ItemState,
  Proposal,
} from '@shared/govern/types';
import type { EventDraft } from '@shared/journal/types';
import type { PackageInput } from '@shared/package/types';
import {
  AT,
  FATES,
  type InputSpec,
  PEOPLE_SEEDS,
  packageInput,
  people,
  signer,
  type TableSpec,
} from './fixture';

/** A package input with a checklist, proposals and ballots that journal, items and signatures agree on. */

export interface Vote {
  readonly by: keyof typeof PEOPLE_SEEDS;
  readonly decision: BallotDecision;
  readonly reason?: string;
}

const item = (id: string, artefact: ChecklistItem['artefact'], quorum: number): ChecklistItem => ({
  id,
  area: 'Scope',
  question: `Is "${id}" right?`,
  guidance: 'Look at the numbers.',
  accountable: 'Head of Sales',
  artefact,
  quorum,
  blocking: true,
});

export const ITEMS: readonly ChecklistItem[] = [
  item('active-account', { kind: 'activeRule', object: 'Account' }, 2),
  item('totals', { kind: 'reconciliation' }, 1),
  item('freeze', { kind: 'statement' }, 1),
];

export const ALL_APPROVE: Readonly<Record<string, readonly Vote[]>> = {
  'active-account': [
    { by: 'emil', decision: 'approve' },
    { by: 'fritz', decision: 'approveWithCondition', reason: 'Ask again in January.' },
  ],
  totals: [{ by: 'fritz', decision: 'approve' }],
  freeze: [{ by: 'emil', decision: 'approve' }],
};

export async function governedInput(
  tables: readonly TableSpec[],
  votes: Readonly<Record<string, readonly Vote[]>> = ALL_APPROVE,
  { waivers = [], ...rest }: Pick<InputSpec, 'waivers' | 'system'> = {},
): Promise<PackageInput> {
  const registered = await people();
  const drafts: EventDraft[] = [{ kind: 'checklist.set', subject: 'Checklist', payload: { items: ITEMS } }];
  const states: ItemState[] = [];
  for (const asked of ITEMS) {
    const artefact = artefactOf(asked, tables);
    const proposal: Proposal = {
      itemId: asked.id,
      artefactHash: artefact.hash,
      statement: artefact.statement,
      counts: artefact.counts,
      proposer: 'dora',
      at: AT,
    };
    drafts.push({ kind: 'item.proposed', subject: asked.id, payload: { proposal } });
    const ballots: Ballot[] = [];
    for (const { by, decision, reason } of votes[asked.id] ?? []) {
      const person = registered.find(({ id }) => id === by)!;
      const ballot = await signBallot(
        {
          format: 'winnow-ballot',
          version: 1,
          projectId: 'p-1',
          itemId: asked.id,
          artefactHash: artefact.hash,
          statement: artefact.statement,
          counts: artefact.counts,
          decision,
          reason: reason ?? '',
          personId: person.id,
          name: person.name,
          publicKey: person.publicKey,
          at: AT,
        },
        await signer(PEOPLE_SEEDS[by]),
      );
      ballots.push(ballot);
      drafts.push({ kind: 'ballot.cast', subject: asked.id, payload: { ballot } });
    }
    const verified = new Set(ballots.map((ballot) => ballot.signature));
    states.push(itemState(asked, artefact, proposal, ballots, registered, verified, waivers));
  }
  return packageInput({ ...rest, tables, items: states, drafts, waivers });
}

function artefactOf(asked: ChecklistItem, tables: readonly TableSpec[]): Artefact {
  const rows = tables.flatMap((table) => table.rows);
  const totals = {
    read: rows.length,
    ...Object.fromEntries(FATES.map((fate) => [fate, rows.filter((row) => row.fate === fate).length])),
  };
  const counts = asked.artefact.kind === 'reconciliation' ? totals : { rows: rows.length };
  const statement = `${asked.id} over ${rows.length} rows.`;
  return {
    ref: asked.artefact,
    hash: hashOf({ ref: asked.artefact, counts, statement }),
    statement,
    counts,
    facts: [],
  };
}

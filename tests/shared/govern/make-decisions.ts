import { ballotBody, signBallot } from '@shared/govern/ballot';
import { type Signer, signerFromSeed } from '@shared/govern/identity';
import type {
  Artefact,
  Ballot,
  BallotDecision,
  ChecklistItem,
  Person,
  Proposal,
  Role,
} from '@shared/govern/types';

export const PROJECT = 'p-northgate';
export const HASH = 'a'.repeat(64);
export const OTHER_HASH = 'b'.repeat(64);

export interface Actor {
  readonly person: Person;
  readonly signer: Signer;
}

/** Somebody with a key made from one byte. */
export async function actor(
  id: string,
  seed: number,
  roles: readonly Role[] = ['committee'],
): Promise<Actor> {
  const signer = await signerFromSeed(new Uint8Array(32).fill(seed));
  return { signer, person: { id, name: `Name of ${id}`, roles, title: '', publicKey: signer.publicKey } };
}

export const ITEM: ChecklistItem = {
  id: 'active-rule:Account',
  area: 'Active definition',
  question: 'Is this the right definition of an active account?',
  guidance: '',
  accountable: 'Head of Sales',
  artefact: { kind: 'activeRule', object: 'Account' },
  quorum: 2,
  blocking: true,
};

export const ARTEFACT: Artefact = {
  ref: ITEM.artefact,
  hash: HASH,
  statement: 'Keep 9,028 of 12,300 accounts.',
  counts: { kept: 9028, excluded: 2961, unknown: 311 },
  facts: [{ label: 'Window', text: '24 months' }],
};

export const PROPOSAL: Proposal = {
  itemId: ITEM.id,
  artefactHash: HASH,
  statement: ARTEFACT.statement,
  counts: ARTEFACT.counts,
  proposer: 'mara',
  at: '2026-11-14T09:00:00.000Z',
};

/** A signed ballot on the proposal. */
export function vote(
  { person, signer }: Actor,
  decision: BallotDecision,
  more: { proposal?: Proposal; reason?: string; at?: string } = {},
): Promise<Ballot> {
  const reason = more.reason ?? (decision === 'approve' || decision === 'abstain' ? '' : 'because');
  const at = more.at ?? '2026-11-14T10:00:00.000Z';
  return signBallot(ballotBody(PROJECT, more.proposal ?? PROPOSAL, { decision, reason, at }, person), signer);
}

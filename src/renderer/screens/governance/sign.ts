import { ballotBody, signBallot } from '@shared/govern/ballot';
import { fingerprint, signerOf } from '@shared/govern/identity';
import type { Ballot, BallotDecision, Proposal } from '@shared/govern/types';
import { isoNow } from '../../state/clock';
import type { IdentityRow } from '../../store/database';
import { personOf } from '../../store/identities';

/** Signs one decision as the person who sits here, over exactly what was proposed. */
export async function signDecision(
  projectId: string,
  proposal: Proposal,
  decision: BallotDecision,
  reason: string,
  who: IdentityRow,
): Promise<Ballot> {
  return signBallot(
    ballotBody(projectId, proposal, { decision, reason, at: isoNow() }, personOf(who)),
    await signerOf(who.pair),
  );
}

/** "Signs as Ines Carvalho · key 5C1E 88A0". */
export function signsAs(who: IdentityRow): string {
  const person = personOf(who);
  return `Signs as ${person.name} · key ${fingerprint(person.publicKey)}`;
}

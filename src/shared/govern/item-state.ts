import { canonicalJson } from '../base/canonical';
import { PeopleIndex } from './people';
import type { Artefact, Ballot, ChecklistItem, ItemState, ItemStatus, Person, Proposal } from './types';

/** Subject of a waiver on a checklist item. */
export function itemWaiver(itemId: string): string {
  return `item:${itemId}`;
}

/**
 * An item as it stands: which ballots count on the current artefact, which do not and why, and what follows.
 *
 * A ballot counts when its signature verified (`verified` holds the signatures that did; they must be unique among all
 * ballots, as the fold of a journal guarantees), it was signed on the current hash with the sentence and counts of the
 * proposal, its key is registered for a person with the committee role, and that person is not the proposer. Whoever
 * shares an id or a key is one person: a second role or a second entry gives no second vote. Of several ballots of one
 * person the latest by its signed time counts, so that an old ballot cannot be played back over a newer one.
 *
 * One rejection blocks; abstentions are shown and count for nothing.
 */
export function itemState(
  item: ChecklistItem,
  artefact: Artefact,
  proposal: Proposal | null,
  ballots: readonly Ballot[],
  people: readonly Person[],
  verified: ReadonlySet<string>,
  waivers: readonly { readonly subject: string }[],
): ItemState {
  const index = new PeopleIndex(people);
  const lapsed: { ballot: Ballot; why: string }[] = [];
  const valid: Ballot[] = [];
  for (const ballot of ballots) {
    if (ballot.itemId !== item.id) continue;
    const why = whyNot(ballot, artefact, proposal, index, verified);
    if (why === null) valid.push(ballot);
    else lapsed.push({ ballot, why });
  }
  const counting = latestPerPerson(valid, index);
  for (const ballot of valid) {
    if (!counting.includes(ballot))
      lapsed.push({ ballot, why: 'replaced by a later ballot of the same person' });
  }
  const tally = tallyOf(counting);
  const decided = statusOf(item, artefact, proposal, tally);
  const waived = decided !== 'approved' && waivers.some(({ subject }) => subject === itemWaiver(item.id));
  const status = waived ? 'waived' : decided;
  const others = index.membersBeside(proposal?.proposer ?? null);
  return {
    item,
    artefact,
    proposal,
    ballots: counting,
    lapsed,
    status,
    sentence: sentenceOf(item, status, tally, others),
  };
}

function whyNot(
  ballot: Ballot,
  artefact: Artefact,
  proposal: Proposal | null,
  people: PeopleIndex,
  verified: ReadonlySet<string>,
): string | null {
  if (!verified.has(ballot.signature)) return 'its signature does not fit its content';
  if (!people.isRegistered(ballot.personId, ballot.publicKey)) {
    return 'signed with a key that is not registered for this person';
  }
  if (!people.isMember(ballot.personId, ballot.publicKey))
    return 'its signer is not a member of the committee';
  if (!proposal) return 'nothing is proposed at present';
  if (ballot.artefactHash !== artefact.hash) return 'signed on an earlier version';
  if (proposal.artefactHash !== artefact.hash) return 'what was proposed has changed since';
  if (people.isSamePerson(proposal.proposer, ballot.personId)) return 'whoever proposes may not vote';
  const sameText = ballot.statement === proposal.statement;
  if (!sameText || canonicalJson(ballot.counts) !== canonicalJson(proposal.counts)) {
    return 'signed over another sentence or other counts than those proposed';
  }
  return null;
}

/** For every person the ballot with the latest signed time; in the order of signing. */
function latestPerPerson(ballots: readonly Ballot[], people: PeopleIndex): Ballot[] {
  const latest = new Map<string, Ballot>();
  for (const ballot of ballots) {
    const person = people.personOf(ballot.personId);
    const known = latest.get(person);
    if (!known || bySignedTime(known, ballot) < 0) latest.set(person, ballot);
  }
  return [...latest.values()].sort(bySignedTime);
}

/** Times are ISO texts that may differ in their fraction, so they are compared as instants; the signature breaks ties. */
function bySignedTime(a: Ballot, b: Ballot): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.signature < b.signature ? -1 : 1);
}

interface Tally {
  readonly approvals: number;
  readonly rejections: number;
}

function tallyOf(ballots: readonly Ballot[]): Tally {
  const count = (...decisions: readonly Ballot['decision'][]): number =>
    ballots.filter(({ decision }) => decisions.includes(decision)).length;
  return { approvals: count('approve', 'approveWithCondition'), rejections: count('reject') };
}

function statusOf(
  item: ChecklistItem,
  artefact: Artefact,
  proposal: Proposal | null,
  { approvals, rejections }: Tally,
): ItemStatus {
  if (!proposal) return 'open';
  if (proposal.artefactHash !== artefact.hash) return 'stale';
  if (rejections > 0) return 'rejected';
  return approvals >= item.quorum ? 'approved' : 'proposed';
}

function sentenceOf(item: ChecklistItem, status: ItemStatus, tally: Tally, others: number): string {
  const signed = `${tally.approvals} of ${item.quorum} signed`;
  switch (status) {
    case 'open':
      return 'Not proposed yet.';
    case 'stale':
      return 'Changed since it was proposed; propose it again and have it signed anew.';
    case 'rejected':
      return `Rejected by ${tally.rejections === 1 ? 'one committee member' : `${tally.rejections} committee members`}; change it and propose it again.`;
    case 'approved':
      return `${signed}; approved.`;
    case 'waived':
      return `${signed}; let through by a waiver.`;
    case 'proposed': {
      const missing = item.quorum - tally.approvals;
      if (others < item.quorum) {
        return `${signed}; ${registered(others)} registered, and ${item.quorum === 1 ? 'one is' : `${item.quorum} are`} needed.`;
      }
      return `${signed}; waiting for ${missing === 1 ? 'one more committee member' : `${missing} more committee members`}.`;
    }
  }
}

function registered(others: number): string {
  if (others === 0) return 'no other committee member is';
  return others === 1 ? 'only one other committee member is' : `only ${others} other committee members are`;
}

import { verifyBallot } from '@shared/govern/ballot';
import { itemState } from '@shared/govern/item-state';
import type { Artefact, Ballot, ItemState, Person, Proposal } from '@shared/govern/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, ARTEFACT, actor, HASH, ITEM, OTHER_HASH, PROPOSAL, vote } from './make-decisions';

const mara = await actor('mara', 1, ['steward', 'committee']);
const ines = await actor('ines', 2);
const taro = await actor('taro', 3);
const hugo = await actor('hugo', 4);
const ALL = [mara, ines, taro, hugo];

async function stateOf(
  ballots: readonly Ballot[],
  more: {
    people?: readonly Person[];
    proposal?: Proposal | null;
    artefact?: Artefact;
    waivers?: readonly { subject: string }[];
  } = {},
): Promise<ItemState> {
  const verified = new Set<string>();
  for (const ballot of ballots) if (await verifyBallot(ballot)) verified.add(ballot.signature);
  const people = more.people ?? ALL.map(({ person }) => person);
  const proposal = more.proposal === undefined ? PROPOSAL : more.proposal;
  return itemState(ITEM, more.artefact ?? ARTEFACT, proposal, ballots, people, verified, more.waivers ?? []);
}

const whys = (state: ItemState) => state.lapsed.map(({ ballot, why }) => `${ballot.personId}: ${why}`);

describe('an item', () => {
  test('is open, then proposed, then approved by its quorum', async () => {
    expect(await stateOf([], { proposal: null })).toMatchObject({
      status: 'open',
      sentence: 'Not proposed yet.',
    });
    expect(await stateOf([])).toMatchObject({
      status: 'proposed',
      sentence: '0 of 2 signed; waiting for 2 more committee members.',
    });
    expect(await stateOf([await vote(ines, 'approve')])).toMatchObject({
      status: 'proposed',
      sentence: '1 of 2 signed; waiting for one more committee member.',
    });
    expect(
      await stateOf([await vote(ines, 'approve'), await vote(taro, 'approveWithCondition')]),
    ).toMatchObject({
      status: 'approved',
      sentence: '2 of 2 signed; approved.',
    });
  });

  test('is rejected by one, and by none who only abstains', async () => {
    const two = [await vote(ines, 'approve'), await vote(taro, 'approve')];
    expect(await stateOf([...two, await vote(hugo, 'reject')])).toMatchObject({
      status: 'rejected',
      sentence: 'Rejected by one committee member; change it and propose it again.',
    });
    const abstained = await stateOf([await vote(ines, 'approve'), await vote(hugo, 'abstain')]);
    expect(abstained.status).toBe('proposed');
    expect(abstained.ballots).toHaveLength(2);
  });

  test('is stale when its artefact changes, and its ballots lapse', async () => {
    const ballots = [await vote(ines, 'approve'), await vote(taro, 'approve')];
    const state = await stateOf(ballots, { artefact: { ...ARTEFACT, hash: OTHER_HASH } });
    expect(state.status).toBe('stale');
    expect(state.ballots).toEqual([]);
    expect(whys(state)).toEqual(['ines: signed on an earlier version', 'taro: signed on an earlier version']);
  });

  test('is approved again when the artefact comes back to what was signed', async () => {
    const ballots = [await vote(ines, 'approve'), await vote(taro, 'approve')];
    const later = { ...PROPOSAL, artefactHash: OTHER_HASH };
    expect((await stateOf(ballots, { proposal: later })).status).toBe('stale');
    expect((await stateOf(ballots)).status).toBe('approved');
  });

  test('can be let through by a waiver on it, which an approval makes needless', async () => {
    const waivers = [{ subject: 'item:active-rule:Account' }];
    expect(await stateOf([], { waivers })).toMatchObject({
      status: 'waived',
      sentence: '0 of 2 signed; let through by a waiver.',
    });
    const ballots = [await vote(ines, 'approve'), await vote(taro, 'approve')];
    expect((await stateOf(ballots, { waivers })).status).toBe('approved');
    expect((await stateOf([], { waivers: [{ subject: 'item:mapping' }] })).status).toBe('proposed');
  });

  test('says when there are too few people to decide it', async () => {
    const people = [mara.person, ines.person];
    expect((await stateOf([], { people })).sentence).toBe(
      '0 of 2 signed; only one other committee member is registered, and 2 are needed.',
    );
  });
});

describe('a ballot does not count', () => {
  test('by whoever proposed, also not in the committee role', async () => {
    const state = await stateOf([await vote(mara, 'approve'), await vote(ines, 'approve')]);
    expect(state.status).toBe('proposed');
    expect(whys(state)).toEqual(['mara: whoever proposes may not vote']);
  });

  test('by the proposer under a second name with the same key', async () => {
    const alias: Actor = { ...mara, person: { ...mara.person, id: 'm.voss', roles: ['committee'] } };
    const people = [...ALL, alias].map(({ person }) => person);
    const state = await stateOf([await vote(alias, 'approve'), await vote(ines, 'approve')], { people });
    expect(whys(state)).toEqual(['m.voss: whoever proposes may not vote']);
  });

  test('by the proposer with a second key under the same id, also through a chain of entries', async () => {
    const second = await actor('mara', 7);
    const chained: Actor = { ...second, person: { ...second.person, id: 'm.voss' } };
    const people = [...ALL, second, chained].map(({ person }) => person);
    const state = await stateOf([await vote(second, 'approve'), await vote(chained, 'approve')], { people });
    expect(state.ballots).toEqual([]);
    expect(whys(state)).toEqual([
      'mara: whoever proposes may not vote',
      'm.voss: whoever proposes may not vote',
    ]);
  });

  test('twice by one person under two names', async () => {
    const alias: Actor = { ...ines, person: { ...ines.person, id: 'i.carvalho' } };
    const people = [...ALL, alias].map(({ person }) => person);
    const later = '2026-11-14T11:00:00.000Z';
    const state = await stateOf([await vote(ines, 'approve'), await vote(alias, 'approve', { at: later })], {
      people,
    });
    expect(state.status).toBe('proposed');
    expect(whys(state)).toEqual(['ines: replaced by a later ballot of the same person']);
  });

  test('once its signer has signed a later one, in whatever order they arrive', async () => {
    const early = await vote(ines, 'approve', { at: '2026-11-14T10:00:00Z' });
    const late = await vote(ines, 'reject', { at: '2026-11-14T10:00:00.500Z' });
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      const state = await stateOf([...order, await vote(taro, 'approve')]);
      expect(state.status).toBe('rejected');
      expect(state.lapsed.map(({ ballot }) => ballot)).toEqual([early]);
    }
  });

  test('with a key that is not registered, or registered for another', async () => {
    const stranger = await actor('ines', 9);
    const borrowed: Actor = { signer: taro.signer, person: { ...taro.person, id: 'ines' } };
    const state = await stateOf([await vote(stranger, 'approve'), await vote(borrowed, 'approve')]);
    expect(whys(state)).toEqual([
      'ines: signed with a key that is not registered for this person',
      'ines: signed with a key that is not registered for this person',
    ]);
  });

  test('without the committee role, or after it was taken away', async () => {
    const people = [
      mara.person,
      { ...ines.person, roles: ['steward' as const] },
      { ...taro.person, roles: [] },
    ];
    const state = await stateOf([await vote(ines, 'approve'), await vote(taro, 'approve')], { people });
    expect(whys(state)).toEqual([
      'ines: its signer is not a member of the committee',
      'taro: its signer is not a member of the committee',
    ]);
  });

  test('with a signature that does not fit', async () => {
    const forged = { ...(await vote(ines, 'approve')), name: 'Ines' };
    expect(whys(await stateOf([forged]))).toEqual(['ines: its signature does not fit its content']);
  });

  test('over other counts or another sentence than those proposed', async () => {
    const fewer = await vote(ines, 'approve', { proposal: { ...PROPOSAL, counts: { kept: 1 } } });
    const other = await vote(taro, 'approve', { proposal: { ...PROPOSAL, statement: 'Keep all.' } });
    expect(whys(await stateOf([fewer, other]))).toEqual([
      'ines: signed over another sentence or other counts than those proposed',
      'taro: signed over another sentence or other counts than those proposed',
    ]);
  });

  test('while nothing is proposed, nor on an item it does not name', async () => {
    const ballot = await vote(ines, 'approve');
    expect(whys(await stateOf([ballot], { proposal: null }))).toEqual([
      'ines: nothing is proposed at present',
    ]);
    const other = await vote(ines, 'approve', { proposal: { ...PROPOSAL, itemId: 'mapping' } });
    expect(await stateOf([other])).toMatchObject({ ballots: [], lapsed: [] });
  });
});

test('whatever is cast: every ballot counts or lapses once, one a person, never the proposer', async () => {
  const casts = await Promise.all(
    ALL.flatMap((member) =>
      (['approve', 'reject', 'abstain'] as const).flatMap((decision, i) =>
        [HASH, OTHER_HASH].map((artefactHash, j) =>
          vote(member, decision, {
            proposal: { ...PROPOSAL, artefactHash },
            at: `2026-11-14T10:00:0${i}.${j}Z`,
          }),
        ),
      ),
    ),
  );
  const verified = new Set(casts.map((ballot) => ballot.signature));
  const people = ALL.map(({ person }) => person);
  fc.assert(
    fc.property(fc.shuffledSubarray(casts), fc.constantFrom('mara', 'ines'), (ballots, proposer) => {
      const state = itemState(ITEM, ARTEFACT, { ...PROPOSAL, proposer }, ballots, people, verified, []);
      expect(state.ballots.length + state.lapsed.length).toBe(ballots.length);
      const voters = state.ballots.map(({ personId }) => personId);
      expect(new Set(voters).size).toBe(voters.length);
      expect(voters).not.toContain(proposer);
      const approvals = state.ballots.filter(({ decision }) => decision === 'approve').length;
      expect(state.status === 'approved').toBe(
        approvals >= 2 && state.ballots.every(({ decision }) => decision !== 'reject'),
      );
      const reversed = itemState(
        ITEM,
        ARTEFACT,
        { ...PROPOSAL, proposer },
        [...ballots].reverse(),
        people,
        verified,
        [],
      );
      expect(reversed.ballots).toEqual(state.ballots);
    }),
    { numRuns: 300 },
  );
});

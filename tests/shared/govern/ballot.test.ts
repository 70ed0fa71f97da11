import { ballotFileText, ballotsFor, parseBallots, signBallot, verifyBallot } from '@shared/govern/ballot';
import type { Ballot } from '@shared/govern/types';
import { describe, expect, test } from 'vitest';
import { actor, OTHER_HASH, PROJECT, vote } from './make-decisions';

const ines = await actor('ines', 1);
const stranger = await actor('x', 9);
const approve = await vote(ines, 'approve');

describe('a signed ballot', () => {
  test('says exactly what was proposed and verifies', async () => {
    expect(approve).toMatchObject({
      itemId: 'active-rule:Account',
      statement: 'Keep 9,028 of 12,300 accounts.',
      counts: { kept: 9028, excluded: 2961, unknown: 311 },
      personId: 'ines',
      publicKey: ines.signer.publicKey,
    });
    expect(await verifyBallot(approve)).toBe(true);
  });

  test.each<[keyof Ballot, unknown]>([
    ['projectId', 'p-other'],
    ['itemId', 'mapping'],
    ['artefactHash', OTHER_HASH],
    ['statement', 'Keep 12,300 of 12,300 accounts.'],
    ['counts', { kept: 12300 }],
    ['decision', 'abstain'],
    ['reason', 'x'],
    ['personId', 'mara'],
    ['name', 'Somebody'],
    ['at', '2026-11-14T10:00:00.001Z'],
    ['publicKey', stranger.signer.publicKey],
    ['signature', '0'.repeat(128)],
  ])('no longer verifies with another %s', async (field, value) => {
    expect(await verifyBallot({ ...approve, [field]: value })).toBe(false);
  });

  test('does not depend on the order of its counts', async () => {
    const counts = { unknown: 311, excluded: 2961, kept: 9028 };
    expect(await verifyBallot({ ...approve, counts })).toBe(true);
  });
});

describe('signing refuses', () => {
  test.each(['reject', 'approveWithCondition'] as const)('to %s without a reason', async (decision) => {
    await expect(vote(ines, decision, { reason: '  ' })).rejects.toMatchObject({
      error: { code: 'BALLOT_NEEDS_REASON' },
    });
  });

  test('to sign for another key', async () => {
    const { signature: _signature, ...body } = approve;
    await expect(signBallot(body, stranger.signer)).rejects.toMatchObject({
      error: { code: 'BALLOT_WRONG_KEY' },
    });
  });
});

describe('ballots by file', () => {
  test('come back as they were sent: as a file, a list, or one alone', () => {
    const file: unknown = JSON.parse(ballotFileText(PROJECT, [approve]));
    for (const json of [file, [approve], { ...approve }]) {
      expect(parseBallots(json)).toEqual({ ok: true, value: [approve] });
    }
    expect(parseBallots([])).toEqual({ ok: true, value: [] });
  });

  test.each<[string, unknown, string]>([
    ['another kind of file', { format: 'winnow-package', version: 1 }, 'BALLOTS_OTHER_FILE'],
    ['a newer version', { format: 'winnow-ballots', version: 2, votes: [] }, 'BALLOTS_UNKNOWN_VERSION'],
    ['a newer ballot', { ...approve, version: 2 }, 'BALLOTS_UNKNOWN_VERSION'],
    ['nothing', null, 'BALLOTS_INVALID'],
    ['a text', 'approve', 'BALLOTS_INVALID'],
    ['an unknown key', [{ ...approve, weight: 100 }], 'BALLOTS_INVALID'],
    ['a short signature', [{ ...approve, signature: 'ab' }], 'BALLOTS_INVALID'],
    ['a rejection without reason', [{ ...approve, decision: 'reject' }], 'BALLOTS_INVALID'],
    ['a count that is no number', [{ ...approve, counts: { kept: 'all' } }], 'BALLOTS_INVALID'],
    ['a sentence of a million characters', [{ ...approve, statement: 'x'.repeat(1e6) }], 'BALLOTS_INVALID'],
    ['20,001 ballots', Array(20_001).fill(approve), 'BALLOTS_INVALID'],
    ['a prototype', [JSON.parse('{"__proto__":{"decision":"approve"}}')], 'JSON_RESERVED_KEY'],
    ['an id every object has', [{ ...approve, itemId: 'constructor' }], 'BALLOTS_INVALID'],
  ])('are refused with %s', (_name, json, code) => {
    expect(parseBallots(json)).toMatchObject({ ok: false, error: { code } });
  });

  test('of another project are not taken over', () => {
    expect(ballotsFor(PROJECT, [approve])).toEqual({ ok: true, value: [approve] });
    expect(ballotsFor('p-other', [approve])).toMatchObject({
      ok: false,
      error: {
        code: 'BALLOTS_OTHER_PROJECT',
        message:
          'The ballot of Name of ines in this file was signed for another project. Nothing was taken over.',
      },
    });
  });
});

import { gateOf } from '@shared/govern/gate';
import type { ItemState, ItemStatus } from '@shared/govern/types';
import { describe, expect, test } from 'vitest';
import { ARTEFACT, ITEM } from './make-decisions';

function item(status: ItemStatus, blocking = true, id = ITEM.id): ItemState {
  const sentence = '1 of 2 signed; waiting for one more committee member.';
  return {
    item: { ...ITEM, id, blocking },
    artefact: ARTEFACT,
    proposal: null,
    ballots: [],
    lapsed: [],
    status,
    sentence,
  };
}

const READY = { items: [item('approved')], held: 0, ledgerCloses: true, waivers: [], missing: [] };
const waiver = (subject: string) => ({ subject, reason: 'go-live on Monday', actor: 'mara' });

describe('the gate', () => {
  test('opens when everything is decided, nothing is held and the ledger closes', () => {
    expect(gateOf(READY)).toEqual({ open: true, waitsFor: [], waivers: [] });
  });

  test.each<[ItemStatus, string]>([
    ['open', 'ITEM_OPEN'],
    ['proposed', 'ITEM_PROPOSED'],
    ['rejected', 'ITEM_REJECTED'],
    ['stale', 'ITEM_STALE'],
  ])('waits for an item that is %s', (status, code) => {
    const gate = gateOf({ ...READY, items: [item(status)] });
    expect(gate.open).toBe(false);
    expect(gate.waitsFor).toMatchObject([{ code, step: 'governance', itemId: 'active-rule:Account' }]);
  });

  test('says in a sentence what to do', () => {
    expect(
      gateOf({ ...READY, items: [item('proposed')], held: 311 }).waitsFor.map(({ sentence }) => sentence),
    ).toEqual([
      '“Is this the right definition of an active account?” waits for signatures. 1 of 2 signed; waiting for one more committee member.',
      '311 rows are held. “Held” in the ledger bar says why each one waits; settle them under Duplicates and Active records.',
    ]);
  });

  test('does not wait for items that do not block, nor for waived ones', () => {
    expect(gateOf({ ...READY, items: [item('open', false), item('waived')] }).open).toBe(true);
  });

  test('lets an item and held records through by a waiver, each by its own', () => {
    const closed = { ...READY, items: [item('stale')], held: 1 };
    expect(gateOf({ ...closed, waivers: [waiver('held')] }).waitsFor.map(({ code }) => code)).toEqual([
      'ITEM_STALE',
    ]);
    const both = [waiver('item:active-rule:Account'), waiver('held')];
    expect(gateOf({ ...closed, waivers: both })).toEqual({ open: true, waitsFor: [], waivers: both });
  });

  test('never opens on a ledger that does not close', () => {
    const gate = gateOf({ ...READY, ledgerCloses: false, waivers: [waiver('ledger'), waiver('held')] });
    expect(gate.waitsFor.map(({ code }) => code)).toEqual(['LEDGER_OPEN']);
  });

  test('waits for what is missing before everything else', () => {
    const missing = [{ code: 'NO_TARGET', sentence: 'Choose the CRM you migrate to.', step: 'map' }];
    const gate = gateOf({ items: [item('open')], held: 2, ledgerCloses: false, waivers: [], missing });
    expect(gate.waitsFor.map(({ code }) => code)).toEqual([
      'NO_TARGET',
      'ITEM_OPEN',
      'RECORDS_HELD',
      'LEDGER_OPEN',
    ]);
  });
});

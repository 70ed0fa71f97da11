import { makePacket, packetText, parsePacket } from '@shared/govern/packet';
import type { DecisionPacket, ItemState } from '@shared/govern/types';
import { describe, expect, test } from 'vitest';
import { ARTEFACT, ITEM, OTHER_HASH, PROPOSAL } from './make-decisions';

const PROPOSED: ItemState = {
  item: ITEM,
  artefact: ARTEFACT,
  proposal: PROPOSAL,
  ballots: [],
  lapsed: [],
  status: 'proposed',
  sentence: '',
};
const ABOUT = {
  projectId: 'p-northgate',
  projectName: 'Northgate CRM move',
  journalHead: 'c'.repeat(64),
  journalCount: 1284,
  createdAt: '2026-11-14T09:30:00.000Z',
};

function packet(...items: ItemState[]): DecisionPacket {
  const made = makePacket({ ...ABOUT, items });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

describe('a decision packet', () => {
  test('holds what is proposed on its current artefact', () => {
    const stale: ItemState = { ...PROPOSED, artefact: { ...ARTEFACT, hash: OTHER_HASH }, status: 'stale' };
    const open: ItemState = { ...PROPOSED, proposal: null, status: 'open' };
    expect(packet(PROPOSED, stale, open)).toEqual({
      format: 'winnow-decision-packet',
      version: 1,
      ...ABOUT,
      items: [{ item: ITEM, proposal: PROPOSAL, artefact: ARTEFACT }],
    });
    expect(makePacket({ ...ABOUT, items: [stale, open] })).toMatchObject({
      ok: false,
      error: { code: 'PACKET_EMPTY' },
    });
  });

  test('is readable, and reads back as it was', () => {
    const text = packetText(packet(PROPOSED));
    expect(text).toContain('\n  "projectName": "Northgate CRM move",\n');
    expect(parsePacket(JSON.parse(text))).toEqual({ ok: true, value: packet(PROPOSED) });
  });

  test('shortens facts that nobody could read, so that the other side accepts it', () => {
    const facts = Array.from({ length: 600 }, () => ({ label: 'left behind', text: 'x, '.repeat(3_000) }));
    const made = packet({ ...PROPOSED, artefact: { ...ARTEFACT, facts } });
    expect(made.items[0]?.artefact.facts).toHaveLength(500);
    expect(made.items[0]?.artefact.facts[0]?.text).toHaveLength(4_000);
    expect(parsePacket(JSON.parse(packetText(made))).ok).toBe(true);
  });
});

describe('a packet is refused', () => {
  const good = packet(PROPOSED);
  const entry = good.items[0]!;
  const withEntry = (change: Partial<typeof entry>) => ({ ...good, items: [{ ...entry, ...change }] });

  test.each<[string, unknown, string]>([
    ['when it is another file', { format: 'winnow-ballots', version: 1 }, 'PACKET_OTHER_FILE'],
    ['when it is no object', [1], 'PACKET_OTHER_FILE'],
    ['of a newer version', { ...good, version: 2 }, 'PACKET_UNKNOWN_VERSION'],
    ['with an unknown key', { ...good, autoApprove: true }, 'PACKET_INVALID'],
    ['with a quorum of none', withEntry({ item: { ...ITEM, quorum: 0 } }), 'PACKET_INVALID'],
    ['without items', { ...good, items: [] }, 'PACKET_INVALID'],
    [
      'with a prototype',
      JSON.parse('{"format":"winnow-decision-packet","version":1,"__proto__":{}}'),
      'JSON_RESERVED_KEY',
    ],
    [
      'when it shows another sentence than it has signed',
      withEntry({ artefact: { ...ARTEFACT, statement: 'Keep all.' } }),
      'PACKET_CONTRADICTS_ITSELF',
    ],
    [
      'when it shows other counts',
      withEntry({ artefact: { ...ARTEFACT, counts: { kept: 1 } } }),
      'PACKET_CONTRADICTS_ITSELF',
    ],
    [
      'when it shows another artefact',
      withEntry({ artefact: { ...ARTEFACT, hash: OTHER_HASH } }),
      'PACKET_CONTRADICTS_ITSELF',
    ],
    [
      'when the proposal is about another item',
      withEntry({ proposal: { ...PROPOSAL, itemId: 'mapping' } }),
      'PACKET_CONTRADICTS_ITSELF',
    ],
  ])('%s', (_name, json, code) => {
    expect(parsePacket(json)).toMatchObject({ ok: false, error: { code } });
  });
});

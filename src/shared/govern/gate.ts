import { itemWaiver } from './item-state';
import type { Gate, ItemState, ItemStatus } from './types';

/** Subject of the waiver that lets held records stay behind. */
export const HELD_WAIVER = 'held';

/** A step of the main job where something can be put right. */
export interface MissingStep {
  readonly code: string;
  readonly sentence: string;
  readonly step: string;
}

/** A blocking item, by how it stands; null = it does not block. */
const ITEM_BLOCKS: Readonly<Record<ItemStatus, { readonly code: string; readonly verb: string } | null>> = {
  open: { code: 'ITEM_OPEN', verb: 'is not proposed yet' },
  proposed: { code: 'ITEM_PROPOSED', verb: 'waits for signatures' },
  rejected: { code: 'ITEM_REJECTED', verb: 'was rejected' },
  stale: { code: 'ITEM_STALE', verb: 'changed since it was proposed' },
  approved: null,
  waived: null,
};

/**
 * Whether the package may be written. It waits for everything that is missing, for every blocking item that is not
 * approved on its current hash, and for held records; waivers on `item:<id>` and `held` let the last two through. A
 * ledger that does not close is a fault of the program or the data and cannot be waived.
 */
export function gateOf(input: {
  readonly items: readonly ItemState[];
  readonly held: number;
  readonly ledgerCloses: boolean;
  readonly waivers: Gate['waivers'];
  readonly missing: readonly MissingStep[];
}): Gate {
  const waived = new Set(input.waivers.map(({ subject }) => subject));
  const waitsFor: Gate['waitsFor'][number][] = [...input.missing];
  for (const { item, status, sentence } of input.items) {
    const block = ITEM_BLOCKS[status];
    if (!item.blocking || !block || waived.has(itemWaiver(item.id))) continue;
    waitsFor.push({
      code: block.code,
      sentence: `“${item.question}” ${block.verb}.${status === 'open' ? '' : ` ${sentence}`}`,
      step: 'governance',
      itemId: item.id,
    });
  }
  if (input.held > 0 && !waived.has(HELD_WAIVER)) {
    waitsFor.push({
      code: 'RECORDS_HELD',
      sentence: `${input.held === 1 ? 'One row is' : `${input.held} rows are`} held. “Held” in the ledger bar says why each one waits; settle them under Duplicates and Active records.`,
      step: 'active',
    });
  }
  if (!input.ledgerCloses) {
    waitsFor.push({
      code: 'LEDGER_OPEN',
      sentence:
        'The ledger does not add up: some rows are not accounted for. This cannot be waived; reload the sources, and report it if it stays.',
      step: 'sources',
    });
  }
  return { open: waitsFor.length === 0, waitsFor, waivers: input.waivers };
}

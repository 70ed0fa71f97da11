import { gateOf } from '../govern/gate';
import { itemState } from '../govern/item-state';
import type { ChecklistItem, ItemState } from '../govern/types';
import type { ProjectState } from '../journal/types';
import { difference, LEDGER_NUMBERS, ledgerNumber, totals } from './ledger-sums';
import { MANIFEST } from './manifest';
import type { Manifest, VerifyFinding } from './types';
import { counted } from './words';

/**
 * What the manifest says about the project and its decisions, worked out again from the journal, whose end is signed.
 * A manifest written anew without keys contradicts it here: approvals, waivers, names, signed totals, the gate.
 *
 * @param verified Signatures of ballots that were checked and found valid.
 */
export function verifyClaims(
  manifest: Manifest,
  state: ProjectState,
  verified: ReadonlySet<string>,
): readonly VerifyFinding[] {
  const items = manifest.approvals.flatMap((approval) => stateOf(approval, state, verified) ?? []);
  const faults = [
    ...projectFaults(manifest, state),
    ...approvalFaults(manifest, state, items),
    ...waiverFaults(manifest, state),
    ...signedTotals(manifest, items),
    ...gateFaults(manifest, state, items),
  ];
  if (faults.length > 0) {
    return faults.map((sentence) => ({ check: 'manifest', ok: false, sentence, path: MANIFEST }));
  }
  const approved = items.filter(({ status }) => status === 'approved').length;
  const sentence = `The manifest claims what the journal bears out: ${approved} of ${counted(items.length, 'checklist item')} approved, ${counted(manifest.waivers.length, 'waiver')}.`;
  return [{ check: 'manifest', ok: true, sentence, path: MANIFEST }];
}

function projectFaults(manifest: Manifest, state: ProjectState): readonly string[] {
  const faults: string[] = [];
  const differs = (what: string): void => {
    faults.push(`The manifest names another ${what} than the journal.`);
  };
  if (manifest.projectId !== state.projectId) differs('project');
  if (manifest.projectName !== state.name) differs('project name');
  if (state.target && manifest.system !== state.target.system) differs('target system');
  return faults;
}

/** The item as journal and ballots leave it, on the artefact the manifest names; null when nobody knows the item. */
function stateOf(
  approval: Manifest['approvals'][number],
  state: ProjectState,
  verified: ReadonlySet<string>,
): ItemState | null {
  const item = state.checklist.find(({ id }) => id === approval.itemId);
  if (!item) return null;
  const proposal = state.proposals[item.id] ?? null;
  const artefact = {
    ref: item.artefact,
    hash: approval.artefactHash,
    statement: proposal?.statement ?? '',
    counts: proposal?.counts ?? {},
    facts: [],
  };
  return itemState(item, artefact, proposal, state.ballots, state.people, verified, state.waivers);
}

function approvalFaults(
  manifest: Manifest,
  state: ProjectState,
  items: readonly ItemState[],
): readonly string[] {
  const byId = new Map(items.map((item) => [item.item.id, item]));
  const listed = new Set(manifest.approvals.map(({ itemId }) => itemId));
  return [
    ...manifest.approvals.flatMap(({ itemId, question, status }) => {
      const known = byId.get(itemId);
      if (!known)
        return [`The manifest has the checklist item "${itemId}", which the journal does not know.`];
      if (known.item.question !== question) return [`The manifest puts another question on "${itemId}".`];
      if (known.status === status) return [];
      return [`The manifest says "${status}" of "${question}"; by the journal it is "${known.status}".`];
    }),
    ...state.checklist
      .filter((item) => isBound(item, state) && !listed.has(item.id))
      .map(({ question }) => `The checklist item "${question}" is missing in the manifest.`),
  ];
}

/** Items about an object nothing is mapped to are not asked. */
function isBound({ artefact }: ChecklistItem, state: ProjectState): boolean {
  if (!('object' in artefact)) return true;
  const migrated = new Set(state.tables.filter(({ role }) => role === 'records').map(({ id }) => id));
  return state.mappings.some(({ object, tableId }) => object === artefact.object && migrated.has(tableId));
}

function waiverFaults(manifest: Manifest, state: ProjectState): readonly string[] {
  const known = new Set(state.waivers.map(waiverText));
  const claimed = new Set(manifest.waivers.map(waiverText));
  return [
    ...manifest.waivers
      .filter((waiver) => !known.has(waiverText(waiver)))
      .map(({ subject }) => `The manifest has a waiver on "${subject}" that was never granted.`),
    ...state.waivers
      .filter((waiver) => !claimed.has(waiverText(waiver)))
      .map(
        ({ subject }) =>
          `The waiver on "${subject}" was granted in the journal and is missing in the manifest.`,
      ),
  ];
}

function waiverText({ subject, reason, actor }: Manifest['waivers'][number]): string {
  return JSON.stringify([subject, reason, actor]);
}

/** Where the committee signed the reconciliation, the ledger shows the numbers they signed. */
function signedTotals(manifest: Manifest, items: readonly ItemState[]): readonly string[] {
  const sum = totals(manifest.ledger);
  return items.flatMap(({ item, status, ballots }) => {
    if (item.artefact.kind !== 'reconciliation' || status !== 'approved') return [];
    const word = LEDGER_NUMBERS.find((name) =>
      ballots.some(({ counts }) => counts[name] !== undefined && counts[name] !== ledgerNumber(sum, name)),
    );
    return word === undefined
      ? []
      : [`The ledger shows another number of rows ${word} than the committee signed.`];
  });
}

/** A package is only written through an open gate. */
function gateFaults(manifest: Manifest, state: ProjectState, items: readonly ItemState[]): readonly string[] {
  const sum = totals(manifest.ledger);
  const { waitsFor } = gateOf({
    items,
    held: sum.held,
    ledgerCloses: difference(sum) === 0,
    waivers: state.waivers,
    missing:
      state.checklist.length > 0
        ? []
        : [{ code: 'NO_CHECKLIST', sentence: 'No checklist was ever started.', step: 'governance' }],
  });
  return waitsFor.map(({ sentence }) => `The package was written through a closed gate. ${sentence}`);
}

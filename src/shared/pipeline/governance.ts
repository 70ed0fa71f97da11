import { verifyBallot } from '../govern/ballot';
import { gateOf } from '../govern/gate';
import { itemState } from '../govern/item-state';
import type { Gate, ItemState } from '../govern/types';
import { artefactOf } from './artefacts';
import { ledgerOf } from './ledger';
import type { Model } from './model';
import { tableDispositions } from './table-dispositions';

/** Every checklist item as it stands on the current artefacts. */
export async function checklistStates(model: Model, referenceDate: string): Promise<readonly ItemState[]> {
  const verified = await verifiedSignatures(model);
  const out: ItemState[] = [];
  for (const item of model.state.checklist) {
    if ('object' in item.artefact) {
      const object = item.artefact.object;
      if (!model.objects.some((mapped) => mapped.object.name === object)) continue;
    }
    out.push(
      itemState(
        item,
        await artefactOf(model, item, referenceDate),
        model.state.proposals[item.id] ?? null,
        model.state.ballots.filter((ballot) => ballot.itemId === item.id),
        model.state.people,
        verified,
        model.state.waivers,
      ),
    );
  }
  return out;
}

function verifiedSignatures(model: Model): Promise<ReadonlySet<string>> {
  const { ballots, projectId } = model.state;
  return model.stage(
    'verifyBallots',
    1,
    { projectId, ballots: ballots.map((b) => b.signature) },
    async () => {
      const checks = await Promise.all(
        ballots.map(async (ballot) => ballot.projectId === projectId && (await verifyBallot(ballot))),
      );
      return new Set(ballots.filter((_, i) => checks[i]).map((ballot) => ballot.signature));
    },
  );
}

/** Whether the package may be written, and what it still waits for. */
export async function gateState(model: Model, referenceDate: string): Promise<Gate> {
  const missing: { code: string; sentence: string; step: string }[] = [];
  if (!model.state.target) {
    missing.push({ code: 'NO_TARGET', sentence: 'Choose the CRM you migrate to.', step: 'map' });
  }
  if (model.state.tables.length === 0) {
    missing.push({ code: 'NO_TABLES', sentence: 'Load at least one source.', step: 'sources' });
  } else if (model.objects.length === 0) {
    missing.push({
      code: 'NOTHING_MAPPED',
      sentence: 'Map at least one table to a target object.',
      step: 'map',
    });
  }
  if (model.state.checklist.length === 0) {
    missing.push({
      code: 'NO_CHECKLIST',
      sentence: 'Start the governance checklist, so that people can decide.',
      step: 'governance',
    });
  }
  const ledger = ledgerOf(await tableDispositions(model));
  return gateOf({
    items: await checklistStates(model, referenceDate),
    held: ledger.total.held,
    ledgerCloses: ledger.closes,
    waivers: model.state.waivers,
    missing,
  });
}

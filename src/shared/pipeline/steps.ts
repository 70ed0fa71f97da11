import type { ItemState } from '../govern/types';
import { checklistStates } from './governance';
import { ledgerOf } from './ledger';
import type { Model } from './model';
import { clusterPage } from './review';
import { tableDispositions } from './table-dispositions';
import type { StepState } from './types';
import { verdicts } from './verdicts';

/** What each step still needs from a person, for the rail. */
export async function stepStates(model: Model, referenceDate: string): Promise<readonly StepState[]> {
  const { state } = model;
  const tables = state.tables.filter((table) => table.role === 'records');
  const mapped = tables.filter((table) => state.mappings.some((m) => m.tableId === table.id));
  const steps: StepState[] = [
    step('sources', state.tables.length === 0 ? 'empty' : 'done', String(state.sources.length || '')),
    step(
      'profile',
      tables.length === 0 ? 'empty' : tables.every((table) => table.baseline) ? 'done' : 'open',
      '',
    ),
    await cleaningState(model),
    step(
      'map',
      tables.length === 0 ? 'empty' : mapped.length === tables.length ? 'done' : 'open',
      tables.length === 0 ? '' : `${mapped.length} / ${tables.length}`,
    ),
  ];
  if (model.objects.length === 0) {
    return [
      ...steps,
      ...(['validate', 'duplicates', 'active'] as const).map((id) => step(id, 'empty', '')),
      ...(await lastSteps(model, referenceDate)),
    ];
  }
  const issues = await openIssues(model);
  let clusters = 0;
  let unknown = 0;
  const outcomes = await verdicts(model);
  for (const { object } of model.objects) {
    clusters += (await clusterPage(model, object.name, 'open', 0, 0)).open;
    for (const verdict of outcomes.get(object.name)?.verdict ?? []) if (verdict === 2) unknown++;
  }
  const noRule = model.objects.filter(({ object }) => !state.rules[object.name]).length;
  steps.push(
    step('validate', issues > 0 ? 'open' : 'done', badge(issues)),
    step('duplicates', clusters > 0 ? 'open' : 'done', badge(clusters)),
    step('active', noRule > 0 || unknown > 0 ? 'open' : 'done', badge(noRule > 0 ? noRule : unknown)),
  );
  return [...steps, ...(await lastSteps(model, referenceDate))];
}

/** Steps that cannot run need a person; a table without a recipe needs none. */
async function cleaningState(model: Model): Promise<StepState> {
  let steps = 0;
  let broken = 0;
  for (const { id } of model.state.tables) {
    const recipe = model.recipe(id);
    steps += recipe.length;
    if (!recipe.some(({ enabled }) => enabled)) continue;
    const { outcomes } = await model.cleanedUnder(id, recipe);
    broken += outcomes.filter(({ state }) => state === 'broken').length;
  }
  return step('clean', steps === 0 ? 'empty' : broken > 0 ? 'open' : 'done', badge(broken));
}

async function lastSteps(model: Model, referenceDate: string): Promise<StepState[]> {
  const items = await checklistStates(model, referenceDate);
  const settled = (item: ItemState): boolean => item.status === 'approved' || item.status === 'waived';
  const done = items.filter(settled).length;
  const blocking = items.filter((item) => item.item.blocking && !settled(item)).length;
  const ledger = ledgerOf(await tableDispositions(model));
  const written = model.state.packages.length > 0;
  const ready = items.length > 0 && blocking === 0 && ledger.total.held === 0;
  return [
    step(
      'governance',
      items.length === 0 ? 'empty' : blocking === 0 ? 'done' : 'open',
      items.length === 0 ? '' : `${done} of ${items.length}`,
    ),
    step('export', written ? 'done' : ready ? 'open' : 'empty', ''),
  ];
}

async function openIssues(model: Model): Promise<number> {
  let count = 0;
  for (const { object } of model.objects) {
    for (const group of (await model.issues(object.name)).groups) {
      const accepted = model.state.acceptedIssues.some(
        (a) => a.object === object.name && a.issueId === group.id,
      );
      if (group.severity === 'error' && !accepted) count += group.count;
    }
  }
  return count;
}

function step(id: StepState['step'], state: StepState['state'], badgeText: string): StepState {
  return { step: id, state, badge: badgeText };
}

function badge(count: number): string {
  return count === 0 ? '' : String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

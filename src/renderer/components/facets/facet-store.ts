import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenProject } from '../../state/open-project';
import type { FacetChoice } from './facet-model';

/** Which facets stand beside the grid of each table, and whether they are shown; lives as long as the project is open. */
export interface FacetModel {
  readonly opened: boolean;
  readonly byTable: Readonly<Record<string, readonly FacetChoice[]>>;
}

const stores = new WeakMap<OpenProject, StoreApi<FacetModel>>();

export function facetStoreOf(project: OpenProject): StoreApi<FacetModel> {
  const known = stores.get(project);
  if (known) return known;
  const made = createStore<FacetModel>()(() => ({ opened: false, byTable: {} }));
  stores.set(project, made);
  return made;
}

const NONE: readonly FacetChoice[] = [];

/** The facets of one table; a stable value. */
export function facetsOf(model: FacetModel, tableId: string): readonly FacetChoice[] {
  return model.byTable[tableId] ?? NONE;
}

export function setFacets(project: OpenProject, tableId: string, facets: readonly FacetChoice[]): void {
  facetStoreOf(project).setState(({ byTable }) => ({ byTable: { ...byTable, [tableId]: facets } }));
}

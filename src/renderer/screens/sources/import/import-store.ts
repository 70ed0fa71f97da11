import type { Progress } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OpenProject } from '../../../state/open-project';
import type { ImportFile } from './import-model';

/** The import being set up in one project. Lives as long as the project is open, so that looking elsewhere loses nothing. */
export interface ImportModel {
  readonly files: readonly ImportFile[];
  /** Table whose settings are shown. */
  readonly shown: string | null;
  /** The files are on their way into the project. */
  readonly adding: Progress | null;
  readonly error: AppError | null;
  /** Offers to stack that were turned down, by key. */
  readonly declined: readonly string[];
  /** Files of dropped folders that were left out, by path. */
  readonly skipped: readonly string[];
}

/** Nothing picked. */
export const NOTHING_PICKED = { files: [], shown: null, error: null, declined: [], skipped: [] } as const;

export type ImportStore = StoreApi<ImportModel>;

const stores = new WeakMap<OpenProject, ImportStore>();

export function importStoreOf(project: OpenProject): ImportStore {
  const known = stores.get(project);
  if (known) return known;
  const made = createStore<ImportModel>()(() => ({ ...NOTHING_PICKED, adding: null }));
  stores.set(project, made);
  return made;
}

import type { Progress } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';
import type { JournalEntry, ProjectState } from '@shared/journal/types';
import type { Disposition } from '@shared/pipeline/types';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Which rows the ledger drawer shows. */
export interface LedgerSelection {
  readonly disposition: Disposition | null;
  readonly tableId: string | null;
  /** Part of a name or key. */
  readonly text?: string;
}

/** Every row of every table. */
export const WHOLE_LEDGER: LedgerSelection = { disposition: null, tableId: null };

/** UI state of one open project. Ids, selections and progress only: rows stay in the engine. */
export interface ProjectModel {
  readonly state: ProjectState;
  readonly entries: readonly JournalEntry[];
  /** Counts up with every change of `state`; answers of the engine are tied to it. */
  readonly version: number;
  /** A commit is on its way to the disk. */
  readonly saving: boolean;
  /** Why the last commit was refused; null once one succeeds. */
  readonly saveError: AppError | null;
  /** What the engine is busy with; null when it is idle. */
  readonly progress: Progress | null;
  /** The ledger drawer; null = closed. */
  readonly ledger: LedgerSelection | null;
  /** The why column where it is a drawer. */
  readonly whyOpen: boolean;
}

export type ProjectStore = StoreApi<ProjectModel>;

/** One vanilla store per open project: closing the project drops it. */
export function createProjectStore(state: ProjectState, entries: readonly JournalEntry[]): ProjectStore {
  return createStore<ProjectModel>()(() => ({
    state,
    entries,
    version: 1,
    saving: false,
    saveError: null,
    progress: null,
    ledger: null,
    whyOpen: false,
  }));
}

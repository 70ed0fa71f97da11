import type { AppError, Result } from '@shared/base/result';
import type { Role } from '@shared/govern/types';
import type { EventDraft, ProjectState } from '@shared/journal/types';
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { EngineQueries } from '../workers/engine-api';
import { type AppModel, type AppStore, actingPerson, type Surroundings } from './app-store';
import { notifyDone, notifyError } from './notify';
import type { ActingPerson, OpenProject } from './open-project';
import type { ProjectModel } from './project-store';
import type { QueryState } from './query-cache';

export const AppContext = createContext<{
  readonly store: AppStore;
  readonly surroundings: Surroundings;
} | null>(null);
export const ProjectContext = createContext<OpenProject | null>(null);

/** Host, database: what the window stands on. */
export function useSurroundings(): Surroundings {
  return required(useContext(AppContext)).surroundings;
}

export function useAppStore(): AppStore {
  return required(useContext(AppContext)).store;
}

/** A part of the app's state; the selector must return a stable value. */
export function useApp<T>(select: (model: AppModel) => T): T {
  return useStore(useAppStore(), select);
}

/** The role the person acts in now. */
export function useRole(): Role {
  return useApp((model) => model.role);
}

/** The open project. Only inside project screens. */
export function useProject(): OpenProject {
  return required(useContext(ProjectContext));
}

/** A part of the project's UI state; the selector must return a stable value. */
export function useProjectModel<T>(select: (model: ProjectModel) => T): T {
  return useStore(useProject().store, select);
}

/** The folded journal: everything people decided. */
export function useProjectState(): ProjectState {
  return useProjectModel((model) => model.state);
}

export { draft } from './drafting';

/**
 * Writes entries as the current person. Resolves to true once they are on the disk; a refusal is shown to the
 * person and resolves to false.
 */
export function useCommit(): (drafts: readonly EventDraft[]) => Promise<boolean> {
  const project = useProject();
  const write = useWrite();
  return useCallback((drafts) => write((by) => project.commit(drafts, by)), [project, write]);
}

/** Undo and redo of the current person's last entry. */
export function useUndo(): { readonly undo: () => Promise<boolean>; readonly redo: () => Promise<boolean> } {
  const project = useProject();
  const write = useWrite();
  const undo = useCallback(() => write((by) => project.undo(by)), [project, write]);
  const redo = useCallback(() => write((by) => project.redo(by)), [project, write]);
  return { undo, redo };
}

function useWrite() {
  const app = useAppStore();
  return useCallback(
    async (step: (by: ActingPerson) => Promise<AppError | null>): Promise<boolean> => {
      const by = actingPerson(app.getState());
      if (!by) return false;
      const error = await step(by);
      if (error?.code.startsWith('NOTHING_TO_')) notifyDone(error.message);
      else if (error) notifyError(error);
      return error === null;
    },
    [app],
  );
}

export interface EngineQuery<T> extends QueryState<T> {
  /** Asks again, e.g. after a cancel or an error. */
  readonly retry: () => void;
}

/**
 * Asks the engine and keeps the answer under the key until the project changes; then asks again and shows the old
 * answer as stale meanwhile. The key must name everything the question depends on besides the project.
 * `null` as the key asks nothing. `keepPrevious`: when the key changes, the answer to the old key stays, marked as
 * stale, until the new one is there. `last`: the question waits until those of the screen are answered.
 */
export function useEngineQuery<T>(
  key: readonly (string | number | boolean | null)[] | null,
  question: (engine: EngineQueries) => Promise<Result<T>>,
  options: { readonly keepPrevious?: boolean; readonly last?: boolean } = {},
): EngineQuery<T> {
  const project = useProject();
  const version = useProjectModel((model) => model.version);
  const name = key === null ? null : JSON.stringify(key);
  const subscribe = useCallback(
    (listener: () => void) => (name === null ? () => undefined : project.queries.subscribe(name, listener)),
    [project, name],
  );
  const state = useSyncExternalStore(subscribe, () => (name === null ? IDLE : project.queries.peek(name)));
  const { last = false } = options;
  const ask = useCallback(
    () => (last ? project.askLast(question) : project.ask(question)),
    [project, question, last],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question.
  useEffect(() => {
    if (name !== null) project.queries.ensure(name, version, ask);
  }, [project, name, version]);
  const retry = () => {
    if (name !== null) void project.queries.ask(name, version, ask);
  };
  // The key names the question, so what is kept under it has the question's type.
  const current = state as QueryState<T>;
  const [previous, setPrevious] = useState<T | undefined>(undefined);
  if (options.keepPrevious && current.data !== undefined && current.data !== previous)
    setPrevious(current.data);
  if (options.keepPrevious && current.loading && current.data === undefined && previous !== undefined) {
    return { ...current, data: previous, stale: true, retry };
  }
  return { ...current, retry };
}

const IDLE: QueryState<never> = { data: undefined, error: null, loading: false, stale: false };

function required<T>(value: T | null): T {
  if (value === null) throw new Error('Used outside of its provider.');
  return value;
}

import type { ProjectState } from '../journal/types';
import { completeTarget } from '../target/catalogue';
import type { TargetSystem } from '../target/types';
import { writeObject, writeTarget } from '../target/written';
import { markOf } from './mark-of';

const completed = new WeakMap<TargetSystem, TargetSystem>();

/** True while the project's own profile is what its records are made for. */
export function usesProfile({ target, profile }: Pick<ProjectState, 'target' | 'profile'>): boolean {
  return profile !== null && target !== null && profile.system === target.system;
}

/**
 * The catalogue a project works with: its own profile while that is of the chosen system, else what `builtIn` knows under
 * that name. Complete, with header words and working fields; the same object for the same profile.
 */
export function projectTarget(
  state: Pick<ProjectState, 'target' | 'profile'>,
  builtIn: (system: string) => TargetSystem | null,
): TargetSystem | null {
  const { target, profile } = state;
  if (target === null) return null;
  if (profile === null || !usesProfile(state)) return builtIn(target.system);
  let system = completed.get(profile);
  if (!system) {
    system = completeTarget(profile);
    completed.set(profile, system);
  }
  return system;
}

/**
 * What the records of one object depend on in a profile, for the key of a stage; null under the built-in catalogue,
 * whose version goes with the program.
 */
export function objectMark(state: Pick<ProjectState, 'target' | 'profile'>, object: string): string | null {
  if (!usesProfile(state)) return null;
  const found = state.profile?.objects.find((item) => item.name === object);
  return found ? markOf(found, () => writeObject(found)) : null;
}

/** What checks of records depend on in a profile as a whole; null under the built-in catalogue. */
export function profileMark(state: Pick<ProjectState, 'target' | 'profile'>): string | null {
  const { profile } = state;
  return profile !== null && usesProfile(state) ? markOf(profile, () => writeTarget(profile)) : null;
}

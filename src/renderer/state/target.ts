import { projectTarget } from '@shared/pipeline/project-target';
import { builtInTarget } from '@shared/target/catalogue';
import type { TargetSystem } from '@shared/target/types';
import { useProjectState } from './context';

/** The catalogue the project works with: its own profile or the built-in one; null before a target is chosen. Stable. */
export function useTarget(): TargetSystem | null {
  return projectTarget(useProjectState(), builtInTarget);
}

import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { ProjectScreen } from './routes';

/** A screen of a project; `rest` is what follows its name in the address. */
export interface ScreenComponentProps {
  readonly rest: readonly string[];
}

interface ScreenModule {
  readonly default: ComponentType<ScreenComponentProps>;
}

/** Every `screens/<name>/screen.tsx` is found here; adding a screen needs no other change. */
const modules = import.meta.glob<ScreenModule>('../screens/*/screen.tsx');

/** What is asked on a screen, and its name in the rail. */
export const SCREEN_LABELS: Readonly<Record<ProjectScreen, string>> = {
  sources: 'Sources',
  profile: 'Profile',
  clean: 'Clean',
  map: 'Map',
  validate: 'Validate',
  duplicates: 'Duplicates',
  active: 'Active records',
  governance: 'Governance',
  export: 'Export',
  target: 'Target',
  history: 'History',
  guide: 'Guide',
};

const made = new Map<ProjectScreen, LazyExoticComponent<ComponentType<ScreenComponentProps>>>();

/** The component of a screen, loaded when first shown; null when this build has none. */
export function screenOf(
  name: ProjectScreen,
): LazyExoticComponent<ComponentType<ScreenComponentProps>> | null {
  const known = made.get(name);
  if (known) return known;
  const load = modules[`../screens/${name}/screen.tsx`];
  if (!load) return null;
  const component = lazy(load);
  made.set(name, component);
  return component;
}

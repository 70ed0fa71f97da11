import { STEPS, type StepId } from '@shared/pipeline/types';
import { useSyncExternalStore } from 'react';

/** Screens inside a project: the steps of the job, and those that are about the project itself. */
export type ProjectScreen = StepId | 'target' | 'history' | 'guide';

export const PROJECT_SCREENS: readonly ProjectScreen[] = [...STEPS, 'target', 'history', 'guide'];

export type Route =
  | { readonly at: 'home' }
  /** A decision packet, opened by a committee member who has no project. */
  | { readonly at: 'packet' }
  | {
      readonly at: 'project';
      readonly folder: string;
      readonly screen: ProjectScreen;
      /** Where inside the screen, e.g. a table id; meaning belongs to the screen. */
      readonly rest: readonly string[];
    };

/** `#/p/<folder>/<screen>/<rest…>`; anything else is home. */
export function parseRoute(hash: string): Route {
  const parts = hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  if (parts[0] === 'packet') return { at: 'packet' };
  const folder = parts[1];
  if (parts[0] !== 'p' || folder === undefined) return { at: 'home' };
  const screen = PROJECT_SCREENS.find((name) => name === parts[2]) ?? 'sources';
  return { at: 'project', folder, screen, rest: parts.slice(3) };
}

/** The hash of a route; `parseRoute(formatRoute(r))` is `r`. */
export function formatRoute(route: Route): string {
  switch (route.at) {
    case 'home':
      return '#/';
    case 'packet':
      return '#/packet';
    case 'project':
      return `#/${['p', route.folder, route.screen, ...route.rest].map(encodeURIComponent).join('/')}`;
  }
}

export function navigate(route: Route): void {
  window.location.hash = formatRoute(route);
}

/** The route shown now; re-renders when it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return parseRoute(hash);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

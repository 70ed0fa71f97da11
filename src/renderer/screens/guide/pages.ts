import type { ProjectScreen } from '../../app/routes';

/** The guide as it stands in `docs/guide`, one page each, loaded when opened. */
const files = import.meta.glob<string>('../../../../docs/guide/*.md', { query: '?raw', import: 'default' });

/** Pages in the order of the steps, then what is not in this list by name. */
export const PAGE_ORDER: readonly {
  readonly id: string;
  readonly label: string;
  readonly screen: ProjectScreen | null;
}[] = [
  { id: 'README', label: 'Using Winnow', screen: null },
  { id: 'sources', label: 'Sources', screen: 'sources' },
  { id: 'profile', label: 'Profile', screen: 'profile' },
  { id: 'clean', label: 'Clean', screen: 'clean' },
  { id: 'map', label: 'Map', screen: 'map' },
  { id: 'target', label: 'Target', screen: 'target' },
  { id: 'validate', label: 'Validate', screen: 'validate' },
  { id: 'duplicates', label: 'Duplicates', screen: 'duplicates' },
  { id: 'active-records', label: 'Active records', screen: 'active' },
  { id: 'governance', label: 'Governance', screen: 'governance' },
  { id: 'export', label: 'Export', screen: 'export' },
  { id: 'command-line', label: 'The command line', screen: null },
  { id: 'splink', label: 'Splink and Winnow', screen: null },
];

/** Pages this build has. */
export const PAGES = PAGE_ORDER.filter(({ id }) => pathOf(id) in files);

/** The text of a page; null when there is none. */
export async function loadPage(id: string): Promise<string | null> {
  const load = files[pathOf(id)];
  return load ? load() : null;
}

function pathOf(id: string): string {
  return `../../../../docs/guide/${id}.md`;
}

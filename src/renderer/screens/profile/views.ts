/** What can be looked at of one table. */
export const VIEWS = [
  { id: 'columns', label: 'Columns' },
  { id: 'charts', label: 'Charts' },
  { id: 'findings', label: 'Between columns' },
  { id: 'worth', label: 'Worth carrying over' },
  { id: 'before', label: 'Before and after' },
] as const;

export type ProfileView = (typeof VIEWS)[number]['id'];

/** The view an address names; the columns when it names none. */
export function viewNamed(id: string | undefined): ProfileView {
  return VIEWS.find((view) => view.id === id)?.id ?? 'columns';
}

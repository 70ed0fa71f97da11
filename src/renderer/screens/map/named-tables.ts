import type { ProjectState } from '@shared/journal/types';
import type { NamedTable } from '@shared/mapping/document';

/** The tables of a project with the names a mapping document knows them by. */
export function namedTables({ tables, sources }: ProjectState): readonly NamedTable[] {
  return tables.map((table) => ({
    id: table.id,
    name: table.name,
    source: sources.find((source) => source.id === table.sourceId)?.name ?? '',
  }));
}

import { useMemo } from 'react';
import { useProjectState } from './context';
import { useTarget } from './target';

export interface MappedObjectName {
  readonly name: string;
  /** Plural, for tabs: "Accounts". */
  readonly label: string;
  readonly singular: string;
}

/** Target objects with at least one mapped table that migrates, in load order. */
export function useMappedObjects(): readonly MappedObjectName[] {
  const { mappings, tables } = useProjectState();
  const system = useTarget();
  return useMemo(() => {
    const active = new Set(tables.filter((table) => table.role === 'records').map((table) => table.id));
    return (system?.objects ?? [])
      .filter((object) =>
        mappings.some((mapping) => mapping.object === object.name && active.has(mapping.tableId)),
      )
      .map(({ name, label, labelPlural }) => ({ name, label: labelPlural, singular: label }));
  }, [system, mappings, tables]);
}

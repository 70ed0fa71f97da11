import type { TargetField } from '@shared/target/types';
import { useMemo } from 'react';
import { useProjectState } from '../../state/context';
import { useTarget } from '../../state/target';

export interface RelatedObject {
  readonly object: string;
  readonly label: string;
  /** Reference field of that object that points here. */
  readonly field: string;
  readonly fields: readonly TargetField[];
}

export interface RuleFields {
  /** Mapped fields of the object. */
  readonly fields: readonly TargetField[];
  readonly dates: readonly TargetField[];
  /** Objects whose records point at this one. */
  readonly related: readonly RelatedObject[];
  readonly relatedDates: readonly {
    readonly object: string;
    readonly field: string;
    readonly date: string;
    readonly label: string;
  }[];
  /** Reference lists that can be looked up. */
  readonly lists: readonly { readonly id: string; readonly name: string }[];
}

/** What a rule of an object may ask about. */
export function useRuleFields(object: string): RuleFields {
  const { mappings, tables } = useProjectState();
  const system = useTarget();
  return useMemo(() => {
    const mappedFields = (name: string): readonly TargetField[] => {
      const used = new Set(
        mappings.filter((m) => m.object === name).flatMap((m) => m.fields.map((f) => f.field)),
      );
      return (
        system?.objects.find((item) => item.name === name)?.fields.filter((field) => used.has(field.api)) ??
        []
      );
    };
    const related = (system?.objects ?? []).flatMap((other) =>
      other.name === object
        ? []
        : mappedFields(other.name)
            .filter((field) => field.references?.objects.includes(object))
            .map((field) => ({
              object: other.name,
              label: other.labelPlural,
              field: field.api,
              fields: mappedFields(other.name),
            })),
    );
    const fields = mappedFields(object);
    return {
      fields,
      dates: fields.filter(isDate),
      related,
      relatedDates: related.flatMap((item) =>
        item.fields.filter(isDate).map((date) => ({
          object: item.object,
          field: item.field,
          date: date.api,
          label: `${item.label}: ${date.label}`,
        })),
      ),
      lists: tables.filter((table) => table.role === 'list').map(({ id, name }) => ({ id, name })),
    };
  }, [system, mappings, tables, object]);
}

function isDate(field: TargetField): boolean {
  return field.type === 'date' || field.type === 'datetime';
}

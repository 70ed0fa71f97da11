import type { FieldReference, TargetField, TargetSystem } from '../types';
import type { FoundLink } from './types';

/**
 * A lookup of an organisation as a link of the catalogue: what it points to, and the header under which the loader finds
 * the parent by its legacy key. A lookup that can only be loaded by an id of the target becomes an `id` field.
 */
export function linkOf(
  field: TargetField,
  link: FoundLink | null,
  known: TargetField | null,
  object: string,
  system: TargetSystem,
  names: ReadonlySet<string>,
): TargetField {
  if (field.type !== 'lookup') return { ...field, references: null };
  if (link === null) return known?.references ? { ...field, references: known.references } : asId(field);
  const inside = link.objects.filter((name) => names.has(name));
  const usual = known?.references ?? null;
  if (usual && (link.objects.includes(usual.objects[0] ?? '') || inside.length === 0)) {
    const still = usual.objects.filter((name) => link.objects.includes(name));
    return {
      ...field,
      references: reference(still.length > 0 ? still : usual.objects, usual.header, object),
    };
  }
  if (known && known.type === 'id') return { ...field, type: 'id', references: null };
  const header = link.header ?? headerOf(field, link, inside, system);
  if (header === null) return asId(field);
  return { ...field, references: reference(inside.length > 0 ? inside : link.objects, header, object) };
}

function reference(objects: readonly string[], header: string, object: string): FieldReference {
  return { objects, header, self: objects.includes(object) };
}

function asId(field: TargetField): TargetField {
  const words = 'Takes an id given out by the target, not a legacy key.';
  return {
    ...field,
    type: 'id',
    references: null,
    note: field.note === null ? words : `${field.note} ${words}`,
  };
}

/** The column the loader resolves; null when it takes nothing but ids of its own. */
function headerOf(
  field: TargetField,
  link: FoundLink,
  inside: readonly string[],
  system: TargetSystem,
): string | null {
  const key = system.objects[0]?.legacyKeyField ?? 'legacy_id';
  switch (system.system) {
    case 'salesforce': {
      const relation = link.relationship;
      if (relation === null) return null;
      const several = link.objects.length > 1;
      if (inside[0] !== undefined) return `${several ? `${inside[0]}:` : ''}${relation}.${key}`;
      return link.objects.includes('User') ? `${several ? 'User:' : ''}${relation}.Email` : null;
    }
    case 'zoho':
      return inside.length > 0 ? `${field.api}.${key}` : field.api;
    default:
      return system.file.header === 'label' ? field.label : field.api;
  }
}

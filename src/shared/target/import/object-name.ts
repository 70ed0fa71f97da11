import type { TargetSystem } from '../types';

/** Fewest names of fields a file must share with an object to be taken for it. */
const LEAST_SHARED = 3;

/**
 * The object a list of fields belongs to, where the list does not say it: the object the file is named after, else the one
 * of the catalogue with which it shares most names of fields that no other object has. Null when neither is clear.
 */
export function objectNameFor(
  fileName: string,
  fields: readonly unknown[],
  nameKey: string,
  system: TargetSystem | null,
): string | null {
  const stem = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '').toLowerCase();
  const words = stem.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  for (const object of system?.objects ?? []) {
    const names = [object.name, object.label, object.labelPlural].map((name) => name.toLowerCase());
    if (names.some((name) => name === stem || words.includes(name))) return object.name;
  }
  const given = new Set(
    fields.flatMap((field) => {
      const name: unknown = typeof field === 'object' && field !== null ? Reflect.get(field, nameKey) : null;
      return typeof name === 'string' ? [name] : [];
    }),
  );
  const shared = (system?.objects ?? []).map((object) => {
    const others = new Set(
      system?.objects
        .filter((item) => item !== object)
        .flatMap((item) => item.fields.map((field) => field.api)),
    );
    const own = object.fields.filter((field) => !field.working && !others.has(field.api));
    return { name: object.name, count: own.filter((field) => given.has(field.api)).length };
  });
  const [best, next] = shared.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (!best || best.count < LEAST_SHARED || best.count === next?.count) return null;
  return best.name;
}

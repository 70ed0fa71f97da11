import type { z } from 'zod';
import genericJson from '../../../resources/targets/generic.json';
import hubspotJson from '../../../resources/targets/hubspot.json';
import salesforceJson from '../../../resources/targets/salesforce.json';
import { fail, ok, type Result, unwrap } from '../base/result';
import { LIMITS, targetSystemSchema } from './schema';
import type { TargetField, TargetObject, TargetSystem } from './types';
import { withWorkingFields } from './working-fields';

/** The catalogue format this version reads and writes. */
export const CATALOGUE_VERSION = 1;

/**
 * A target catalogue from data of unknown origin: strict in shape, limited in size, consistent in itself. The error
 * (`TARGET_VERSION`, `TARGET_INVALID`) names the object and field at fault. Never throws.
 */
export function parseTarget(json: unknown): Result<TargetSystem> {
  const version = versionOf(json);
  if (version !== null && version !== CATALOGUE_VERSION)
    return fail(
      'TARGET_VERSION',
      `This target catalogue has format version ${version}; Winnow reads version ${CATALOGUE_VERSION}. Use a catalogue made for this version of Winnow.`,
      { version },
    );
  const parsed = targetSystemSchema.safeParse(json);
  if (!parsed.success) return invalid(sentenceOf(parsed.error, json));
  const system: TargetSystem = parsed.data;
  const problem = inconsistency(system);
  return problem === null ? ok(inLoadOrder(system)) : invalid(problem);
}

/** Catalogues that come with Winnow. */
export const BUILT_IN_TARGETS: readonly TargetSystem[] = [salesforceJson, hubspotJson, genericJson].map(
  (json) => withWorkingFields(unwrap(parseTarget(json))),
);

/** The built-in catalogue of that system id (`salesforce`, `hubspot`, `generic`), or null. */
export function builtInTarget(system: string): TargetSystem | null {
  return BUILT_IN_TARGETS.find((target) => target.system === system) ?? null;
}

/** The object of that name, or null. */
export function objectNamed(system: TargetSystem, name: string): TargetObject | null {
  return system.objects.find((object) => object.name === name) ?? null;
}

/** The field of that API name, or null. */
export function fieldNamed(object: TargetObject, api: string): TargetField | null {
  return object.fields.find((field) => field.api === api) ?? null;
}

/** True when the field points to an object of this catalogue; false for users and other things loaded elsewhere. */
export function pointsInside(system: TargetSystem, field: TargetField): boolean {
  return field.references?.objects.some((name) => objectNamed(system, name) !== null) ?? false;
}

function invalid(problem: string): ReturnType<typeof fail> {
  return fail(
    'TARGET_INVALID',
    `This target catalogue cannot be used: ${problem}. Correct the file, or choose one of the built-in targets.`,
  );
}

function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return null;
  return typeof json.schemaVersion === 'number' ? json.schemaVersion : null;
}

/** The first problem of the shape, with the place in words: `object "Account", field "Name": maxLength: …`. */
function sentenceOf(error: z.ZodError, json: unknown): string {
  const issue = error.issues[0];
  if (!issue) return 'its content has an unknown problem';
  const place: string[] = [];
  let rest: string[] = [];
  let at: unknown = json;
  for (const [depth, step] of issue.path.entries()) {
    at = child(at, step);
    const parent = issue.path[depth - 1];
    if (typeof step === 'number' && (parent === 'objects' || parent === 'fields')) {
      place.push(`${parent === 'objects' ? 'object' : 'field'} ${title(at, step)}`);
      rest = [];
    } else rest.push(typeof step === 'number' ? `item ${step + 1}` : String(step));
  }
  const where = [place.join(', '), rest.join(', ')].filter((part) => part !== '').join(': ');
  const what = issue.message.slice(0, 200);
  return where === '' ? what : `${where}: ${what}`;
}

function child(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}

function title(value: unknown, index: number): string {
  const name = child(value, 'api') ?? child(value, 'name');
  return typeof name === 'string' && name !== '' ? `"${name.slice(0, 80)}"` : `number ${index + 1}`;
}

/** What does not fit together although each part has the right shape; null when all is well. */
function inconsistency(system: TargetSystem): string | null {
  const fieldCount = system.objects.reduce((sum, object) => sum + object.fields.length, 0);
  if (fieldCount > LIMITS.fields)
    return `it has ${fieldCount} fields, and at most ${LIMITS.fields} are allowed`;
  const object = repeated(system.objects.map((item) => item.name));
  if (object !== null) return `object "${object}" occurs twice`;
  const stem = repeated(system.objects.map((item) => item.fileStem.toLowerCase()));
  if (stem !== null) return `two objects would write the same file "${stem}"`;
  const loader = repeated(system.loaders.map((item) => item.id));
  if (loader !== null) return `loader "${loader}" occurs twice`;
  for (const item of system.objects) {
    const problem = objectProblem(item);
    if (problem !== null) return `object "${item.name}"${problem}`;
  }
  return null;
}

function objectProblem(object: TargetObject): string | null {
  const api = repeated(object.fields.map((field) => field.api));
  if (api !== null) return `: field "${api}" occurs twice`;
  if (!object.fields.some((field) => field.api === object.legacyKeyField))
    return `: its legacy key field "${object.legacyKeyField}" is not among its fields`;
  for (const field of object.fields) {
    const problem = fieldProblem(object, field);
    if (problem !== null) return `, field "${field.api}": ${problem}`;
  }
  return null;
}

function fieldProblem(object: TargetObject, field: TargetField): string | null {
  if (field.scale !== null && field.precision !== null && field.scale > field.precision)
    return `scale ${field.scale} is larger than precision ${field.precision}`;
  const value = repeated(field.picklist);
  if (value !== null) return `picklist value "${value}" occurs twice`;
  if (field.references && field.references.self !== field.references.objects.includes(object.name))
    return 'self must be true exactly when the field points to its own object';
  for (const member of field.requiredGroup?.split('|') ?? [])
    if (!object.fields.some((other) => other.api === member))
      return `requiredGroup names "${member}", which is not a field of this object`;
  return null;
}

function repeated(items: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const item of items) {
    if (seen.has(item)) return item;
    seen.add(item);
  }
  return null;
}

function inLoadOrder(system: TargetSystem): TargetSystem {
  const objects = system.objects
    .map((object, index) => ({ object, index }))
    .sort((a, b) => a.object.loadOrder - b.object.loadOrder || a.index - b.index)
    .map(({ object }) => object);
  return { ...system, objects };
}

import dynamicsJson from '../../../resources/targets/dynamics365.json';
import genericJson from '../../../resources/targets/generic.json';
import hubspotJson from '../../../resources/targets/hubspot.json';
import pipedriveJson from '../../../resources/targets/pipedrive.json';
import salesforceJson from '../../../resources/targets/salesforce.json';
import zohoJson from '../../../resources/targets/zoho.json';
import { fail, ok, type Result, unwrap } from '../base/result';
import { checkPlainJson } from '../base/schemas';
import { inconsistency } from './consistency';
import { targetSystemSchema, type WrittenTarget } from './schema';
import { shapeProblem } from './shape-problem';
import { withSynonyms } from './synonyms';
import type { TargetField, TargetObject, TargetSystem } from './types';
import { withWorkingFields } from './working-fields';
import { readTarget } from './written';

/** The catalogue format this version reads and writes. */
export const CATALOGUE_VERSION = 1;

/** The catalogues that come with Winnow, as data; read when first asked for. */
const BUILT_IN = [salesforceJson, hubspotJson, dynamicsJson, zohoJson, pipedriveJson, genericJson] as const;

/** Names of the catalogues that come with Winnow; nothing is read for them. */
export const BUILT_IN_SYSTEMS: readonly { readonly system: string; readonly label: string }[] = BUILT_IN.map(
  ({ system, label }) => ({ system, label }),
);

const ready = new Map<string, TargetSystem>();

/**
 * A target catalogue from data of unknown origin: strict in shape, limited in size, consistent in itself. The error
 * (`TARGET_VERSION`, `TARGET_INVALID`) names the object and field at fault. Never throws.
 */
export function parseTarget(json: unknown): Result<TargetSystem> {
  const written = parseWrittenTarget(json);
  return written.ok ? ok(readTarget(written.value)) : written;
}

/** The same check for a catalogue that is kept as it is written (journal, files). */
export function parseWrittenTarget(json: unknown): Result<WrittenTarget> {
  const version = versionOf(json);
  if (version !== null && version !== CATALOGUE_VERSION)
    return fail(
      'TARGET_VERSION',
      `This target catalogue has format version ${version}; Winnow reads version ${CATALOGUE_VERSION}. Use a catalogue made for this version of Winnow.`,
      { version },
    );
  const plain = checkPlainJson(json);
  if (!plain.ok) return invalid(plain.error.message.replace(/\.? It was refused\.$/, ''));
  const parsed = targetSystemSchema.safeParse(json);
  if (!parsed.success) return invalid(shapeProblem(parsed.error, json));
  const problem = inconsistency(readTarget(parsed.data));
  return problem === null ? ok(parsed.data) : invalid(problem);
}

/** A catalogue as the pipeline uses it: with header words and with the fields only rules look at. */
export function completeTarget(system: TargetSystem): TargetSystem {
  return withWorkingFields(withSynonyms(system));
}

/** The built-in catalogue of that system id (`salesforce`, `hubspot`, `dynamics365`, …), or null. Read once. */
export function builtInTarget(system: string): TargetSystem | null {
  const known = ready.get(system);
  if (known) return known;
  const json = BUILT_IN.find((candidate) => candidate.system === system);
  if (json === undefined) return null;
  const target = completeTarget(unwrap(parseTarget(json)));
  ready.set(system, target);
  return target;
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

import { fail, ok, type Result } from '../base/result';
import { parseWrittenTarget } from './catalogue';
import type { TargetSystem } from './types';
import { readTarget, writeTarget } from './written';

/** What a shared profile file says it is. */
export const PROFILE_FORMAT = 'winnow-target-profile';
export const PROFILE_VERSION = 1;

/** Longest text read as a profile or as metadata; a large Salesforce object describes itself in about 1 MB. */
export const MAX_PROFILE_TEXT = 64 << 20;

/** A target profile as the text of a file to share: JSON, indented, without what can be derived. */
export function profileText(system: TargetSystem): string {
  const file = { format: PROFILE_FORMAT, version: PROFILE_VERSION, profile: writeTarget(system) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** True for parsed JSON that claims to be a profile file, whatever its version. */
export function isProfile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === PROFILE_FORMAT;
}

/**
 * The profile in a file somebody shared. Errors: `PROFILE_INVALID` for another kind of file, `PROFILE_VERSION`,
 * `TARGET_INVALID` with the object and field at fault.
 */
export function parseProfile(json: unknown): Result<TargetSystem> {
  if (typeof json !== 'object' || json === null || !isProfile(json)) {
    return fail(
      'PROFILE_INVALID',
      'This file is not a target profile of Winnow. Choose a file that was saved with “Save profile”.',
    );
  }
  const version: unknown = Reflect.get(json, 'version');
  if (version !== PROFILE_VERSION) {
    return fail(
      'PROFILE_VERSION',
      `This profile has format version ${String(version).slice(0, 20)}; Winnow reads version ${PROFILE_VERSION}. Save it again with this version of Winnow.`,
    );
  }
  const written = parseWrittenTarget(Reflect.get(json, 'profile'));
  return written.ok ? ok(readTarget(written.value)) : written;
}

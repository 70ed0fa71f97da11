import { BUILT_IN_SYSTEMS, builtInTarget, completeTarget } from '@shared/target/catalogue';
import { parseProfile, profileText } from '@shared/target/profile-file';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a profile as a file', () => {
  it.each(BUILT_IN_SYSTEMS.map(({ system }) => system))('is read as it was written: %s', (system) => {
    const target = builtInTarget(system)!;
    const read = parseProfile(JSON.parse(profileText(target)));
    if (!read.ok) throw new Error(read.error.message);
    expect(completeTarget(read.value)).toEqual(target);
    expect(profileText(read.value)).toBe(profileText(target));
  });

  it.each<[string, unknown, string]>([
    ['no object', null, 'PROFILE_INVALID'],
    ['another file of Winnow', { format: 'winnow-package', version: 1 }, 'PROFILE_INVALID'],
    ['another version', { format: 'winnow-target-profile', version: 2, profile: {} }, 'PROFILE_VERSION'],
    ['no profile in it', { format: 'winnow-target-profile', version: 1 }, 'TARGET_INVALID'],
  ])('is refused with %s', (_what, json, code) => {
    expect(parseProfile(json)).toMatchObject({ ok: false, error: { code } });
  });

  it('never makes the reader throw, whatever stands in it', () => {
    const text = profileText(builtInTarget('pipedrive')!);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
        let json: unknown;
        try {
          json = JSON.parse(`${text.slice(0, at)}${put}${text.slice(at + 1)}`);
        } catch {
          return;
        }
        expect(() => parseProfile(json)).not.toThrow();
      }),
    );
  });
});

import { capture, fail, ok, type Result } from '@shared/base/result';
import { BUILT_IN_SYSTEMS, builtInTarget, completeTarget } from '@shared/target/catalogue';
import { importMetadata } from '@shared/target/import/import-metadata';
import { readMetadataFiles } from '@shared/target/import/read-files';
import type { TargetSystem } from '@shared/target/types';
import { FileSource } from '../files/byte-source';
import { during } from '../files/errors';

/** The target named on a command line, with what is to be known about its file. */
export interface ChosenTarget {
  readonly system: TargetSystem;
  readonly notes: readonly string[];
}

/**
 * The target of `--target`: a built-in system by name, or a file (a saved profile, or metadata of the organisation). Errors:
 * `NO_TARGET`, `TARGET_UNKNOWN`, `OBJECT_UNKNOWN`, and those of reading the file.
 */
export async function chooseTarget(
  named: string | null,
  object: string | null,
): Promise<Result<ChosenTarget>> {
  const known = BUILT_IN_SYSTEMS.map((item) => item.system).join(', ');
  if (named === null) {
    return fail(
      'NO_TARGET',
      `Say which CRM you migrate to: --target with one of ${known}, or with the file of a target profile.`,
    );
  }
  const builtIn = builtInTarget(named);
  const chosen = builtIn ? ok({ system: builtIn, notes: [] }) : await fromFile(named, known);
  if (!chosen.ok) return chosen;
  const { system } = chosen.value;
  if (object !== null && !system.objects.some((item) => item.name === object)) {
    const objects = system.objects.map((item) => item.name).join(', ');
    return fail('OBJECT_UNKNOWN', `${system.label} has no object "${object}". It has ${objects}.`);
  }
  return chosen;
}

async function fromFile(path: string, known: string): Promise<Result<ChosenTarget>> {
  // A bare word is the name of a system; a path has an ending or a folder in it.
  if (!/[./\\]/.test(path))
    return fail(
      'TARGET_UNKNOWN',
      `Winnow has no target "${path}". It knows ${known}, or the file of a profile.`,
    );
  const read = await capture(() =>
    during(`read the target ${path}`, async () => {
      const file = await FileSource.open(path);
      try {
        return await readMetadataFiles([{ name: path, file }]);
      } finally {
        await file.close();
      }
    }),
  );
  if (!read.ok) return read;
  if (!read.value.ok) return read.value;
  const imported = importMetadata(read.value.value, builtInTarget, null);
  if (!imported.ok) return imported;
  return ok({ system: completeTarget(imported.value.system), notes: imported.value.notes });
}

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exportSplink } from '@shared/match/splink/export';
import { splinkFiles } from '@shared/match/splink/files';
import { SPLINK_DIALECTS } from '@shared/match/splink/types';
import type { MatchInput, MatchResult, MatchSettings } from '@shared/match/types';
import { during, failure, systemCode } from '../files/errors';
import type { NamedTables } from './dedupe-output';
import { dataRows } from './opened-table';
import { writeLines } from './output-file';

/** What `--splink` wrote. */
export interface SplinkOutput {
  readonly folder: string;
  readonly files: readonly string[];
  /** What Splink does otherwise, one sentence each. */
  readonly differences: readonly string[];
}

/** `source:row` of every record, as the matcher saw them; rows are counted as in clusters.csv. */
export function recordIds({ tables, names }: NamedTables): string[] {
  return tables.flatMap(({ ingested }, index) =>
    Array.from(dataRows(ingested).rows, (row) => `${names[index]!}:${row}`),
  );
}

/** Writes the model, the prepared records and the frequencies into a new or empty folder. */
export async function writeSplink(
  folder: string,
  outcome: { readonly sources: NamedTables; readonly input: MatchInput; readonly result: MatchResult },
  settings: MatchSettings,
): Promise<SplinkOutput> {
  const { sources, input, result } = outcome;
  if (result.comparisons.length === 0)
    throw failure(
      'NOTHING_COMPARED',
      'There is no model to write: no column of these files can be compared. See "winnow profile" for what is in them.',
    );
  await emptyFolder(folder);
  const linkOnly = !settings.withinSource;
  const models = SPLINK_DIALECTS.map((dialect) => exportSplink(result, dialect, { linkOnly }));
  const ids = recordIds(sources);
  const files = splinkFiles(models, {
    count: input.count,
    idOf: (record) => ids[record]!,
    sourceOf: (record) => input.sourceIds[input.source[record]!]!,
  });
  for (const { path, lines } of files) {
    await during(`write ${path}`, () =>
      writeLines(join(folder, path), async (file) => {
        for (const line of lines()) await file.line(line);
      }),
    );
  }
  return {
    folder,
    files: files.map(({ path }) => path),
    differences: [...new Set(models.flatMap((model) => model.differences))],
  };
}

/** Makes the folder; refuses one that holds anything, so that no file of an older model stays among the new ones. */
async function emptyFolder(folder: string): Promise<void> {
  await during(`write ${folder}`, async () => {
    await mkdir(folder, { recursive: true });
    let entries: string[] = [];
    try {
      entries = await readdir(folder);
    } catch (cause) {
      if (systemCode(cause) !== 'ENOENT') throw cause;
    }
    if (entries.length > 0)
      throw failure(
        'FOLDER_NOT_EMPTY',
        `${folder} is not empty. Name a new or an empty folder for --splink, so that files of two models do not mix.`,
      );
  });
}

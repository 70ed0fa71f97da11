import { type AppError, AppFailure } from '@shared/base/result';
import type { ReadOptions, TableProposal } from '@shared/ingest/types';
import type { ReadTableState } from '@shared/journal/types';
import type { ExtractComparison } from '@shared/pipeline/compare-extracts';
import { useEffect, useState } from 'react';
import { useProject } from '../../../state/context';
import { errorOf } from '../../../state/failure';
import type { OpenProject } from '../../../state/open-project';

/** A newer file as it would be read, and what it would change. */
export interface NewerExtract {
  readonly proposal: TableProposal | null;
  /** It could not be read as before and was detected anew. */
  readonly reread: boolean;
  /** Null while it is being compared. */
  readonly found: ExtractComparison | null;
  readonly error: AppError | null;
}

/**
 * Reads a newer file as the part it replaces was read, where that works, and compares it. `renamed` null = columns that
 * look like known ones are taken for them.
 */
export function useNewerExtract(
  table: ReadTableState,
  file: File,
  part: number | null,
  renamed: Readonly<Record<string, string>> | null,
): NewerExtract {
  const project = useProject();
  const [read, setRead] = useState<Proposed | null>(null);
  const [found, setFound] = useState<ExtractComparison | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const before =
    part === null || part === 0 ? table.options : (table.parts[part - 1]?.options ?? table.options);

  useEffect(() => {
    let left = false;
    setError(null);
    propose(project, file, before).then(
      (proposed) => !left && setRead(proposed),
      (cause: unknown) => !left && setError(errorOf(cause)),
    );
    return () => {
      left = true;
    };
  }, [project, file, before]);

  const options = read?.proposal.options ?? null;
  useEffect(() => {
    if (!options) return;
    let left = false;
    setFound(null);
    const request = { tableId: table.id, file, fileName: file.name, options, renamed, part };
    void project
      .ask((engine) => engine.compareExtracts(request))
      .then((result) => {
        if (left) return;
        if (result.ok) setFound(result.value);
        setError(result.ok ? null : result.error);
      });
    return () => {
      left = true;
    };
  }, [project, file, table.id, options, renamed, part]);

  return { proposal: read?.proposal ?? null, reread: read?.reread ?? false, found, error };
}

interface Proposed {
  readonly proposal: TableProposal;
  readonly reread: boolean;
}

/** As before where that works; else as detected anew. */
async function propose(project: OpenProject, file: File, options: ReadOptions): Promise<Proposed> {
  const same = await project.ask((engine) => engine.preview(file, file.name, options));
  if (same.ok && same.value.columns.length > 0) return { proposal: same.value, reread: false };
  const found = await project.ask((engine) => engine.inspect(file, file.name));
  if (!found.ok) throw new AppFailure(found.error);
  const [first] = found.value.tables;
  if (!first) {
    throw new AppFailure({
      code: 'NO_TABLE',
      message: `There is no table in ${file.name}. Choose another file.`,
    });
  }
  return { proposal: first, reread: true };
}

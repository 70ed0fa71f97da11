import type { Progress } from '@shared/base/progress';
import { capture, fail, ok, type Result, unwrap } from '@shared/base/result';
import { verifyJournal } from '@shared/journal/checkpoint';
import { parseJournal } from '@shared/journal/codec';
import { foldJournal } from '@shared/journal/fold';
import type { Checkpoint, JournalEntry } from '@shared/journal/types';
import { verdictError } from '@shared/journal/verdict';
import { createEngine } from '@shared/pipeline/engine';
import { memoryCache } from '@shared/pipeline/memory-cache';
import type { Engine } from '@shared/pipeline/types';
import { builtInTarget } from '@shared/target/catalogue';
import { FileSource } from '../files/byte-source';
import { fileError } from '../files/errors';
import { openReadOnly, type ReadOnlyProject } from '../files/read-project';
import { hashFile } from '../files/reading';

/** A project folder or `.winnow` file opened for reading, with its journal checked. */
export interface CheckedProject {
  readonly name: string;
  readonly entries: readonly JournalEntry[];
  /** The checkpoint kept in `project.json`. */
  readonly checkpoint: Checkpoint | null;
  readonly engine: Engine;
  /** Hands a beginning of the journal to the engine. */
  use(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a project for reading: its journal must be whole, in order, and what every checkpoint says it is. */
export async function openCheckedProject(
  path: string,
  report: (progress: Progress) => void,
): Promise<Result<CheckedProject>> {
  const opened = await openReadOnly(path);
  if (!opened.ok) return opened;
  const files = opened.value;
  const checked = await capture(async () => unwrap(await checkJournal(files)));
  if (!checked.ok) {
    await files.close();
    return checked;
  }
  const sources = new SourceFiles(files);
  const engine = createEngine({
    readSource: (file) => sources.open(file),
    target: builtInTarget,
    cache: memoryCache(),
    report,
    clock: () => performance.now(),
  });
  return ok({
    name: files.project.name,
    entries: checked.value,
    checkpoint: files.project.checkpoint,
    engine,
    use: (entries) => engine.setState(foldJournal(entries), entries),
    close: async () => {
      await sources.close();
      await files.close();
    },
  });
}

async function checkJournal(files: ReadOnlyProject): Promise<Result<readonly JournalEntry[]>> {
  const { entries, verdict } = parseJournal(files.journal);
  const error = verdictError(verdict);
  if (error !== null) return { ok: false, error };
  const signed = verdictError(await verifyJournal(entries, files.project.checkpoint));
  if (signed !== null) return { ok: false, error: signed };
  if (entries.length === 0) {
    return fail('PROJECT_EMPTY', 'The journal of this project is empty: nothing was loaded or decided yet.');
  }
  return ok(entries);
}

/** The source files of a project, each hashed against its name before it is read. */
class SourceFiles {
  private readonly handles = new Map<string, Promise<Result<FileSource>>>();

  constructor(private readonly files: ReadOnlyProject) {}

  open(file: { readonly sha256: string; readonly ext: string }): Promise<Result<FileSource>> {
    const known = this.handles.get(file.sha256);
    if (known !== undefined) return known;
    const opening = this.openChecked(file);
    this.handles.set(file.sha256, opening);
    return opening;
  }

  private async openChecked(file: {
    readonly sha256: string;
    readonly ext: string;
  }): Promise<Result<FileSource>> {
    const path = this.files.sourcePath(file);
    try {
      if ((await hashFile(path)) !== file.sha256) {
        return fail(
          'SOURCE_CHANGED',
          'A source file of this project was changed: its content is not what its name says. Restore it from a backup.',
          { path },
        );
      }
      return ok(await FileSource.open(path));
    } catch (cause) {
      const error = fileError(cause, `read the source ${path}`);
      if (error === null) throw cause;
      return { ok: false, error };
    }
  }

  async close(): Promise<void> {
    for (const opening of this.handles.values()) {
      const opened = await opening;
      if (opened.ok) await opened.value.close();
    }
  }
}

import type { ReadOptions } from '@shared/ingest/types';
import { formatDay } from '../../../base/format';
import { isoNow, randomHex } from '../../../state/clock';
import { errorOf } from '../../../state/failure';
import type { ActingPerson, OpenProject } from '../../../state/open-project';
import type { WinnowDatabase } from '../../../store/database';
import { dropDraft, readDraft, writeDraft } from '../../../store/drafts';
import { newTableId } from '../new-table-id';
import { addTables, type FileToAdd, settleKeys } from './add-tables';
import { draftKey, draftOf, type ImportDraft, importDraftSchema, withDraft } from './import-draft';
import {
  type ImportFile,
  type ImportTable,
  inspectedFile,
  pickedFile,
  takenTables,
  withTable,
} from './import-model';
import { type ImportStore, importStoreOf, NOTHING_PICKED } from './import-store';
import { followersOf } from './stacking';

/** What the import screen does besides showing: look into files, preview again, add. */

/** Takes files in and looks into each, one after the other. What was settled about a file before is kept. */
export async function takeFiles(
  project: OpenProject,
  database: WinnowDatabase,
  files: readonly File[],
): Promise<void> {
  const store = importStoreOf(project);
  const sources = project.session.state.sources;
  const picked = files.map((file) =>
    pickedFile(
      randomHex(6),
      file,
      sources,
      file.lastModified > 0 ? formatDay(new Date(file.lastModified)) : null,
    ),
  );
  store.setState((model) => ({ files: [...model.files, ...picked], error: null }));
  for (const item of picked) await inspect(project, database, store, item);
}

async function inspect(
  project: OpenProject,
  database: WinnowDatabase,
  store: ImportStore,
  item: ImportFile,
): Promise<void> {
  const { state } = project.session;
  const result = await project.ask((engine) => engine.inspect(item.file, item.file.name));
  const kept = await keptDraft(project, database, item.file);
  const reread: { readonly tableId: string; readonly options: ReadOptions }[] = [];
  store.setState((model) => {
    const files = model.files.map((file): ImportFile => {
      if (file.id !== item.id) return file;
      if (!result.ok) return { ...file, status: 'failed', error: result.error };
      const found = inspectedFile(file, result.value, newTableId);
      if (!kept) return found;
      const restored = withDraft(found, kept, state.sources);
      reread.push(...restored.reread);
      return restored.file;
    });
    const first = files.find((file) => file.id === item.id)?.tables.find((table) => table.include);
    return { files, shown: model.shown ?? first?.id ?? null };
  });
  for (const { tableId, options } of reread) await readAgain(project, tableId, options);
}

/** A draft is a convenience: where the store fails, the file begins as it was detected. */
async function keptDraft(
  project: OpenProject,
  database: WinnowDatabase,
  file: File,
): Promise<ImportDraft | null> {
  const { projectId } = project.session.state;
  return readDraft(database, projectId, draftKey(file), importDraftSchema).catch(() => null);
}

/** Keeps what was settled about the files so far. */
export async function keepDrafts(
  project: OpenProject,
  database: WinnowDatabase,
  files: readonly ImportFile[],
): Promise<void> {
  const { projectId } = project.session.state;
  for (const item of files) {
    if (item.status !== 'ready') continue;
    await writeDraft(database, projectId, draftKey(item.file), draftOf(item), isoNow()).catch(
      () => undefined,
    );
  }
}

/** Forgets what was settled about files that are added or given up. */
export async function dropDrafts(
  project: OpenProject,
  database: WinnowDatabase,
  files: readonly ImportFile[],
): Promise<void> {
  const { projectId } = project.session.state;
  for (const item of files) await dropDraft(database, projectId, draftKey(item.file)).catch(() => undefined);
}

/** Reads the first rows of a table again under other options; the last wish wins. */
export async function readAgain(project: OpenProject, tableId: string, options: ReadOptions): Promise<void> {
  const store = importStoreOf(project);
  const owner = store.getState().files.find((file) => file.tables.some((table) => table.id === tableId));
  if (!owner) return;
  const change = (fn: (table: ImportTable) => ImportTable) =>
    store.setState((model) => ({ files: withTable(model.files, tableId, fn) }));
  change((table) => ({ ...table, pending: options, error: null }));
  const result = await project.ask((engine) => engine.preview(owner.file, owner.file.name, options));
  change((table) => {
    if (table.pending !== options) return table;
    return result.ok
      ? { ...table, pending: null, proposal: { ...result.value, name: table.proposal.name } }
      : { ...table, pending: null, error: result.error };
  });
}

/** Copies the files into the project and writes their tables to the journal. True when all of it is done. */
export async function addAll(project: OpenProject, by: ActingPerson, signal: AbortSignal): Promise<boolean> {
  const store = importStoreOf(project);
  const files = filesToAdd(store.getState().files);
  store.setState({ error: null, adding: { label: 'Beginning', done: 0, total: 0 } });
  try {
    await addTables(project, by, files, { report: (adding) => store.setState({ adding }), signal });
    store.setState(NOTHING_PICKED);
    void settleKeys(
      project,
      by,
      files.flatMap((item) => item.tables),
    );
    return true;
  } catch (cause) {
    store.setState({ error: errorOf(cause) });
    return false;
  } finally {
    store.setState({ adding: null });
  }
}

/** The ticked tables by file. Files of one new source share its id. */
function filesToAdd(files: readonly ImportFile[]): readonly FileToAdd[] {
  const made = new Map<string, string>();
  return files
    .filter((item) => takenTables([item]).length > 0)
    .map((item): FileToAdd => {
      const tables = takenTables([item]).map(({ id, name, role, reason, proposal }) => ({
        tableId: id,
        parts: followersOf(files, id).map(({ file, table }) => ({
          file: file.file,
          name: table.proposal.name,
          options: table.proposal.options,
          renamed: table.renamed,
        })),
        partName: proposal.name,
        name: name.trim(),
        options: proposal.options,
        role,
        reason: reason.trim(),
      }));
      const base = { file: item.file, extractDate: item.extractDate, tables };
      if (item.source.kind === 'existing')
        return { ...base, sourceId: item.source.sourceId, newSource: null };
      const name = item.source.name.trim();
      const sourceId = made.get(name.toLowerCase()) ?? `s-${randomHex(6)}`;
      made.set(name.toLowerCase(), sourceId);
      return { ...base, sourceId, newSource: name };
    });
}

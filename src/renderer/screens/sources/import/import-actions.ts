import type { ReadOptions } from '@shared/ingest/types';
import { formatDay } from '../../../base/format';
import { randomHex } from '../../../state/clock';
import { errorOf } from '../../../state/failure';
import type { ActingPerson, OpenProject } from '../../../state/open-project';
import { addTables, type FileToAdd, settleKeys } from './add-tables';
import {
  type ImportFile,
  type ImportTable,
  inspectedFile,
  pickedFile,
  takenTables,
  withTable,
} from './import-model';
import { type ImportStore, importStoreOf } from './import-store';

/** What the import screen does besides showing: look into files, preview again, add. */

const newTableId = (): string => `t-${randomHex(6)}`;

/** Takes files in and looks into each, one after the other. */
export async function takeFiles(project: OpenProject, files: readonly File[]): Promise<void> {
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
  for (const item of picked) await inspect(project, store, item);
}

async function inspect(project: OpenProject, store: ImportStore, item: ImportFile): Promise<void> {
  const result = await project.ask((engine) => engine.inspect(item.file, item.file.name));
  store.setState((model) => {
    const files = model.files.map((file) =>
      file.id !== item.id
        ? file
        : result.ok
          ? inspectedFile(file, result.value, newTableId)
          : { ...file, status: 'failed' as const, error: result.error },
    );
    const first = files.find((file) => file.id === item.id)?.tables.find((table) => table.include);
    return { files, shown: model.shown ?? first?.id ?? null };
  });
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
    store.setState({ files: [], shown: null });
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

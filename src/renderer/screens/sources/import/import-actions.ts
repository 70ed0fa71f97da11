import { AppFailure } from '@shared/base/result';
import type { ReadOptions } from '@shared/ingest/types';
import type { EventDraft } from '@shared/journal/types';
import { formatDay } from '../../../base/format';
import { randomHex } from '../../../state/clock';
import { draft } from '../../../state/drafting';
import { errorOf } from '../../../state/failure';
import type { ActingPerson, OpenProject } from '../../../state/open-project';
import {
  type ImportFile,
  type ImportTable,
  inspectedFile,
  pickedFile,
  takenTables,
  withTable,
} from './import-model';
import { type ImportStore, importStoreOf } from './import-store';
import { uploadSource } from './upload';

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
  const files = store.getState().files.filter((file) => takenTables([file]).length > 0);
  const newSources = new Map<string, string>();
  store.setState({ error: null, adding: { label: 'Beginning', done: 0, total: 0 } });
  try {
    for (const item of files) {
      const source = await uploadSource(project.host, project.folder, item.file, project.engine.hash, {
        report: (adding) => store.setState({ adding }),
        signal,
      });
      const { sourceId, drafts } = sourceDrafts(item, newSources);
      const tables = takenTables([item]);
      const events = [
        ...drafts,
        ...tables.flatMap((table) =>
          tableDrafts(table, sourceId, { file: source, extractDate: item.extractDate }),
        ),
      ];
      const error = await project.commit(events, by);
      if (error) throw new AppFailure(error);
      store.setState((model) => ({ files: model.files.filter((file) => file.id !== item.id), shown: null }));
      for (const table of tables) {
        store.setState({ adding: { label: `Reading ${table.name}`, done: 0, total: 0 } });
        await settleKey(project, by, table.id, table.name);
      }
    }
    return true;
  } catch (cause) {
    store.setState({ error: errorOf(cause) });
    return false;
  } finally {
    store.setState({ adding: null });
  }
}

/** The source of a file: a known one, one made earlier in this import, or a new one. */
function sourceDrafts(
  item: ImportFile,
  made: Map<string, string>,
): { readonly sourceId: string; readonly drafts: readonly EventDraft[] } {
  if (item.source.kind === 'existing') return { sourceId: item.source.sourceId, drafts: [] };
  const name = item.source.name.trim();
  const known = made.get(name.toLowerCase());
  if (known !== undefined) return { sourceId: known, drafts: [] };
  const sourceId = `s-${randomHex(6)}`;
  made.set(name.toLowerCase(), sourceId);
  return { sourceId, drafts: [draft('source.added', name, { sourceId, name })] };
}

function tableDrafts(
  table: ImportTable,
  sourceId: string,
  from: {
    readonly file: { sha256: string; ext: string; name: string; bytes: number };
    readonly extractDate: string | null;
  },
): readonly EventDraft[] {
  const name = table.name.trim();
  const read = draft('table.read', name, {
    tableId: table.id,
    sourceId,
    name,
    file: from.file,
    options: table.proposal.options,
    keyColumn: null,
    extractDate: from.extractDate,
  });
  if (table.role === 'records') return [read];
  const role = draft('table.role', name, {
    tableId: table.id,
    role: table.role,
    reason: table.reason.trim(),
  });
  return [read, role];
}

/** Finds the column that identifies the rows, now that all of them are read, and writes it down. */
export async function settleKey(
  project: OpenProject,
  by: ActingPerson,
  tableId: string,
  name: string,
): Promise<void> {
  const profile = await project.ask((engine) => engine.profile(tableId));
  const keyColumn = profile.ok ? profile.value.keyColumn : null;
  if (keyColumn === null) return;
  const error = await project.commit([draft('table.key', name, { tableId, keyColumn })], by);
  if (error) throw new AppFailure(error);
}

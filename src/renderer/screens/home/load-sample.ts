import estate from '@resources/sample-estate.json';
import type { Progress } from '@shared/base/progress';
import { AppFailure, unwrap } from '@shared/base/result';
import type { TableProposal } from '@shared/ingest/types';
import type { EventDraft, SourceFile, TableRole } from '@shared/journal/types';
import { draft } from '../../state/drafting';
import type { ActingPerson, OpenProject } from '../../state/open-project';
import { uploadSource } from '../sources/import/upload';

type SampleTable = (typeof estate.tables)[number];

/** Loads the sample company into a new project, every table read as Winnow proposes to read it. Throws an `AppFailure`. */
export async function loadSample(
  project: OpenProject,
  by: ActingPerson,
  report: (progress: Progress) => void,
): Promise<void> {
  await commit(
    project,
    by,
    estate.sources.map((source) =>
      draft('source.added', source.name, { sourceId: source.id, name: source.name }),
    ),
  );
  const files = [...new Set(estate.tables.map((table) => table.file))];
  for (const [done, name] of files.entries()) {
    report({ label: `Loading ${name}`, done, total: files.length });
    const bytes = unwrap(await project.host.readSample({ name }));
    const file = new File([new Uint8Array(bytes)], name);
    const stored = await uploadSource(project.host, project.folder, file, project.engine.hash, {
      report: () => undefined,
      signal: new AbortController().signal,
    });
    const inspection = unwrap(await project.ask((engine) => engine.inspect(file, name)));
    const tables = estate.tables.filter((table) => table.file === name);
    await commit(
      project,
      by,
      tables.flatMap((table) => readEvents(table, proposalOf(table, inspection.tables), stored)),
    );
  }
}

function proposalOf(table: SampleTable, proposals: readonly TableProposal[]): TableProposal {
  const found = proposals.find(
    ({ options }) => (options.kind === 'workbook' ? options.sheet : null) === table.sheet,
  );
  if (found) return found;
  throw new AppFailure({
    code: 'SAMPLE_INCOMPLETE',
    message: `The sample file ${table.file} is not as it should be. Install Winnow again, or begin with your own files.`,
    details: { table: table.tableId },
  });
}

function readEvents(table: SampleTable, proposal: TableProposal, file: SourceFile): readonly EventDraft[] {
  const { tableId, sourceId, name, keyColumn, extractDate, roleReason } = table;
  const read = draft('table.read', name, {
    tableId,
    sourceId,
    name,
    file,
    options: proposal.options,
    keyColumn,
    extractDate,
  });
  const role: TableRole = table.role === 'list' ? 'list' : 'records';
  return role === 'records'
    ? [read]
    : [read, draft('table.role', name, { tableId, role, reason: roleReason })];
}

async function commit(project: OpenProject, by: ActingPerson, drafts: readonly EventDraft[]): Promise<void> {
  const error = await project.commit(drafts, by);
  if (error) throw new AppFailure(error);
}

import estate from '@resources/sample-estate.json';
import { sha256Hex } from '@shared/base/canonical';
import { sourceExtension } from '@shared/host/names';
import type { TableProposal } from '@shared/ingest/types';
import type { EventDraft, TableRole } from '@shared/journal/types';
import { sheetOf } from '../choose-tables';
import { answer, commit, draft, required, type Stage, storeSource } from './stage';

/** One table of the estate and what the steward decides about it at first sight. */
interface SampleTable {
  readonly tableId: string;
  readonly sourceId: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly name: string;
  readonly keyColumn: string | null;
  readonly extractDate: string;
  readonly role: TableRole;
  readonly roleReason: string;
}

const SOURCES: readonly { readonly id: string; readonly name: string }[] = estate.sources;

/** Every table of the estate, in the order it is loaded. */
export const SAMPLE_TABLES: readonly SampleTable[] = estate.tables.map((table) => ({
  ...table,
  role: table.role === 'list' ? 'list' : 'records',
}));

/** Loads the six sample files as a person would: every table read as Winnow proposes to read it. */
export async function loadSources(stage: Stage): Promise<void> {
  const { steward } = stage.cast;
  await commit(
    stage,
    SOURCES.map((source) => draft('source.added', source.name, { sourceId: source.id, name: source.name })),
    steward,
  );
  for (const file of [...new Set(SAMPLE_TABLES.map((table) => table.file))]) {
    await commit(stage, await readFile(stage, file), steward);
  }
  let rows = 0;
  for (const { tableId } of SAMPLE_TABLES) {
    const { rowCount, rejected } = await answer(stage.engine.ingested(tableId));
    rows += rowCount + rejected.length;
    const { quality } = await answer(stage.engine.profile(tableId));
    await commit(stage, [draft('baseline.kept', tableId, { tableId, quality })], steward);
  }
  stage.tell(
    `Loaded ${SAMPLE_TABLES.length} tables from ${SOURCES.length} sources, ${rows} rows; kept their quality as baseline.`,
  );
}

async function readFile(stage: Stage, name: string): Promise<EventDraft[]> {
  const bytes = await answer(stage.host.readSample({ name }));
  const file = { sha256: sha256Hex(bytes), ext: sourceExtension(name), name, bytes: bytes.length };
  await storeSource(stage, { sha256: file.sha256, ext: file.ext }, bytes);
  const inspection = await answer(stage.engine.inspect(new Blob([new Uint8Array(bytes)]), name));
  return SAMPLE_TABLES.filter((table) => table.file === name).flatMap((table) => {
    const found = inspection.tables.find((proposal) => sheetOf(proposal) === table.sheet);
    return readEvents(table, required(found, `the table "${table.name}" in ${name}`), file);
  });
}

function readEvents(
  table: SampleTable,
  proposal: TableProposal,
  file: { sha256: string; ext: string; name: string; bytes: number },
): EventDraft[] {
  const { tableId, sourceId, name, keyColumn, extractDate, role, roleReason } = table;
  const read = draft('table.read', name, {
    tableId,
    sourceId,
    name,
    file,
    options: proposal.options,
    keyColumn,
    extractDate,
  });
  if (role === 'records') return [read];
  return [read, draft('table.role', name, { tableId, role, reason: roleReason })];
}

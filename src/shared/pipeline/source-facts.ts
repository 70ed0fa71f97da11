import { derivationWords } from '../derive/words';
import type { Artefact } from '../govern/types';
import type { TableState } from '../journal/types';
import { counted, grouped } from '../package/words';
import type { Model } from './model';

/** Sources and tables as they are signed. */
export interface SourceFacts {
  readonly content: unknown;
  readonly statement: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly facts: Artefact['facts'];
}

/** The tables of the project, where their rows come from and which of them migrate: what the owner of the sources signs. */
export async function sourceFacts(model: Model): Promise<SourceFacts> {
  const { tables } = model.state;
  const facts: { readonly label: string; readonly text: string }[] = [];
  let rows = 0;
  let made = 0;
  for (const table of tables) {
    const { lines, rejected } = await model.ingested(table.id);
    const count = lines.length + rejected.length;
    if (model.isMade(table.id)) made += count;
    else rows += count;
    facts.push({
      label: table.name,
      text: `${grouped(count)} rows ${originWords(model, table)}, ${roleWords(table)}`,
    });
  }
  const counts = {
    sources: model.state.sources.length,
    tables: tables.length,
    rows,
    ...(made > 0 && { rowsMade: made }),
  };
  return {
    content: tables.map(signedTable),
    statement: `Migrate from ${counted(counts.sources, 'source')} with ${counted(counts.tables, 'table')} and ${grouped(rows)} rows read${made > 0 ? `, ${grouped(made)} made from them` : ''}.`,
    counts,
    facts,
  };
}

function originWords(model: Model, table: TableState): string {
  if (table.derivation !== null) {
    const from = model.tableState(table.derivation.from).name;
    return `made from ${from}: ${derivationWords(table.derivation, from)}`;
  }
  return `from ${table.file.name}${table.extractDate ? `, extract of ${table.extractDate}` : ''}`;
}

function roleWords({ role, roleReason }: TableState): string {
  if (role === 'records') return 'migrated';
  return role === 'list' ? 'reference list' : `left behind: ${roleReason}`;
}

/** What the owner of the sources signs of a table. */
function signedTable(table: TableState): unknown {
  const { id, sourceId, keyColumn, role, roleReason, derivation } = table;
  if (derivation !== null) return { id, sourceId, derivation, keyColumn, role, roleReason };
  const { file, options, extractDate } = table;
  return { id, sourceId, sha256: file.sha256, options, keyColumn, extractDate, role, roleReason };
}

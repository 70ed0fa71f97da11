import { capture } from '../base/result';
import { readCheckId } from '../profile/findings/check-id';
import { rowsOfCheck } from '../profile/findings/check-rows';
import { findInTable } from '../profile/findings/find-in-table';
import { findLinks, type LinkedTable, orphanRows } from '../profile/findings/links';
import type { TableFindings, TableLink } from '../profile/findings/types';
import { columnNamed } from '../table/column';
import type { CheckFilter, CheckRows, View } from '../table/types';
import type { Model } from './model';
import type { Engine } from './types';

type ProfileQueries = Pick<Engine, 'profile' | 'profileAsRead' | 'findings' | 'links'>;

/** What the engine answers about the state of tables. */
export function profileQueries(model: () => Model, dateOf: (tableId: string) => string): ProfileQueries {
  return {
    profile: (tableId) => capture(() => model().profile(tableId, dateOf(tableId))),
    profileAsRead: (tableId) => capture(() => model().profileAsRead(tableId, dateOf(tableId))),
    findings: (tableId) => capture(() => findingsOf(model(), tableId, dateOf(tableId))),
    links: () => capture(() => linksOf(model(), dateOf)),
  };
}

/** What was found across the columns of a table as it is now, cleaned. */
function findingsOf(model: Model, tableId: string, referenceDate: string): Promise<TableFindings> {
  const inputs = { table: model.tableKey(tableId), referenceDate };
  return model.stage('findings', 1, inputs, async () => {
    const { table, columns } = await model.cleaned(tableId);
    const profile = await model.profile(tableId, referenceDate);
    const label = `Comparing the columns of ${model.tableState(tableId).name}`;
    return findInTable(table, columns, profile, label, model.task);
  });
}

/** References between all tables that are read, with what points to nothing. */
function linksOf(model: Model, dateOf: (tableId: string) => string): Promise<readonly TableLink[]> {
  const tables = model.state.tables.filter((table) => table.role !== 'ignored');
  const inputs = tables.map(({ id, name, keyColumn }) => ({ name, keyColumn, key: model.tableKey(id) }));
  return model.stage('tableLinks', 1, inputs, async () => {
    const linked: LinkedTable[] = [];
    for (const { id, name, keyColumn } of tables) {
      const profile = await model.profile(id, dateOf(id));
      linked.push({ tableId: id, name, table: await model.table(id), profile, keyColumn });
    }
    return findLinks(linked, model.task);
  });
}

/** The rows of every check a view names, so that it can be shown; none for views without checks. */
export async function checkRowsOf(
  model: Model,
  tableId: string,
  view: View,
  referenceDate: string,
): Promise<CheckRows> {
  const found = new Map<string, Uint8Array>();
  const stamps: string[] = [];
  for (const filter of view.filters) {
    if (filter.kind !== 'check') continue;
    const rows = await rowsOf(model, tableId, filter, referenceDate);
    if (rows) found.set(filter.check, rows);
    stamps.push(stampOf(model, filter));
  }
  return { stamp: stamps.join(), found };
}

/** The key of the other table, where a check looks into one. */
function otherTable(model: Model, check: string): string | null {
  const asked = readCheckId(check);
  const other = asked?.kind === 'orphans' ? asked.about[0] : undefined;
  return other !== undefined && model.state.tables.some((table) => table.id === other) ? other : null;
}

function stampOf(model: Model, filter: CheckFilter): string {
  const other = otherTable(model, filter.check);
  return other === null ? '' : model.tableKey(other);
}

function rowsOf(
  model: Model,
  tableId: string,
  filter: CheckFilter,
  referenceDate: string,
): Promise<Uint8Array | null> {
  const { column, check } = filter;
  const inputs = {
    table: model.tableKey(tableId),
    column,
    check,
    referenceDate,
    other: stampOf(model, filter),
  };
  return model.stage('checkRows', 1, inputs, async () => {
    const { table, columns } = await model.cleaned(tableId);
    const other = otherTable(model, check);
    if (other !== null) {
      const subject = columnNamed(table, column);
      const key = columnNamed(await model.table(other), readCheckId(check)?.about[1] ?? '');
      return subject && key ? orphanRows(subject, key) : null;
    }
    const profile = await model.profile(tableId, referenceDate);
    return rowsOfCheck({ table, guesses: columns, profile }, column, check);
  });
}

import { capture, type Result } from '../base/result';
import { suggestDerivations } from '../derive/suggest';
import type { Derivation, DerivationProposal } from '../derive/types';
import { valueAt } from '../table/column';
import type { Model } from './model';

/** What a derived table would look like before anybody saves it. */
export interface DerivedPreview {
  readonly rowCount: number;
  /** Rows of the table it is made from; for rows set apart, before any is. */
  readonly fromRows: number;
  readonly columns: readonly string[];
  /** The first rows. */
  readonly rows: readonly (readonly string[])[];
  readonly warnings: readonly string[];
}

/** Rows shown before a table is made. */
const SHOWN = 50;

/** What the engine answers about tables made from other tables. */
export interface DeriveQueries {
  /** Tables worth making from a table; what is made already is left out. */
  derivations(tableId: string): Promise<Result<readonly DerivationProposal[]>>;
  /** What a derivation would make; `tableId` is the table it would replace, or null. */
  draftDerived(tableId: string | null, derivation: Derivation): Promise<Result<DerivedPreview>>;
}

export function deriveQueries(current: () => Model, dateOf: (tableId: string) => string): DeriveQueries {
  return {
    derivations: (tableId) => capture(() => proposals(current(), tableId, dateOf(tableId))),
    draftDerived: (tableId, derivation) => capture(() => preview(current(), tableId, derivation)),
  };
}

async function proposals(
  model: Model,
  tableId: string,
  referenceDate: string,
): Promise<readonly DerivationProposal[]> {
  const made = model.state.tables.flatMap(({ derivation }) =>
    derivation?.from === tableId ? derivation : [],
  );
  const key = [model.tableKey(tableId), referenceDate];
  const all = await model.stage('derivations', 1, key, async () =>
    suggestDerivations({
      tableId,
      name: model.tableState(tableId).name,
      table: await model.table(tableId),
      profile: await model.profile(tableId, referenceDate),
    }),
  );
  return all.filter(({ derivation }) => !made.some((other) => sameGround(other, derivation)));
}

/** Two ways to make the same table: of one kind, from the same columns. */
function sameGround(a: Derivation, b: Derivation): boolean {
  if (a.kind === 'distinct' && b.kind === 'distinct') return a.by.join('\u0000') === b.by.join('\u0000');
  if (a.kind === 'items' && b.kind === 'items') return b.columns.every((name) => a.columns.includes(name));
  return a.kind === 'apart' && b.kind === 'apart';
}

async function preview(
  model: Model,
  tableId: string | null,
  derivation: Derivation,
): Promise<DerivedPreview> {
  const { table, warnings } = await model.draftDerived(tableId, derivation);
  const { from: origin, kind } = derivation;
  const from = kind === 'apart' ? await model.whole(origin) : await model.cleaned(origin);
  const count = Math.min(SHOWN, table.rowCount);
  return {
    rowCount: table.rowCount,
    fromRows: from.table.rowCount,
    columns: table.columns.map(({ name }) => name),
    rows: Array.from({ length: count }, (_, row) => table.columns.map((column) => valueAt(column, row))),
    warnings,
  };
}

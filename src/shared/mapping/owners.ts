import { isEmail } from '../profile/values';
import { countCodes } from '../table/column';
import { compareText } from '../table/rank';
import type { Table } from '../table/types';
import type { FileDialect, TargetField } from '../target/types';
import { mappingOf } from './apply';
import { sourceColumn } from './source-column';
import { PLAIN_DIALECT, transformer } from './transforms';
import type { TableMapping } from './types';

/** An owner in the legacy system and the user of the target that takes over. */
export interface OwnerValue {
  readonly owner: string;
  /** What the file will carry: the mapped user, or the owner as it is. */
  readonly user: string;
  /** Rows. */
  readonly count: number;
  /** The file will carry an e-mail address, the one name of a user that every target understands. */
  readonly clear: boolean;
}

/** Owners listed; the rest come up as these get their user. */
export const MOST_OWNERS = 1_000;
const USERS = /^(?:users?|systemuser|owner)$/i;

/** Whether a field names a user of the target system. */
export function isUserField(field: TargetField): boolean {
  return field.references?.objects.some((name) => USERS.test(name)) ?? false;
}

/** Whether the loader finds the user a field names by e-mail address. */
export function isFoundByAddress(field: TargetField): boolean {
  const { references } = field;
  return /\.email$/i.test(references?.header ?? '') || (references?.objects.includes('owner') ?? false);
}

/**
 * The legacy owners of a field that names users, after its transforms, most rows first, at most 1,000; none for other
 * fields, for fields that are not mapped, and where the user is looked up in a table.
 */
export function ownerValues(
  table: Table,
  mapping: TableMapping,
  field: TargetField,
  dialect: FileDialect = PLAIN_DIALECT,
): OwnerValue[] {
  const item = mappingOf(mapping, field.api);
  if (!item || item.from.kind === 'reference' || !isUserField(field)) return [];
  const column = sourceColumn(table, mapping, item.from, field);
  const become = transformer(item.transforms, { type: field.type, dialect });
  const rows = new Map<string, number>();
  for (const [code, count] of countCodes(column).entries()) {
    const owner = count === 0 ? '' : become(column.values[code]!);
    if (owner !== '') rows.set(owner, (rows.get(owner) ?? 0) + count);
  }
  const users = new Map(Object.entries(item.valueMap));
  return [...rows]
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .slice(0, MOST_OWNERS)
    .map(([owner, count]) => {
      const user = users.get(owner) ?? owner;
      return { owner, user, count, clear: isEmail(user) };
    });
}

/** The user most owners were sent to, where at least two were: who takes what leavers leave behind. */
export function fallbackUser(valueMap: Readonly<Record<string, string>>): string {
  const counts = new Map<string, number>();
  for (const user of Object.values(valueMap)) if (user !== '') counts.set(user, (counts.get(user) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return best && best[1] > 1 ? best[0] : '';
}

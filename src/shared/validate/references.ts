import { isFoundByAddress, isUserField } from '../mapping/owners';
import { ORPHAN } from '../mapping/types';
import { isEmail } from '../profile/values';
import { type Column, EMPTY } from '../table/types';
import { pointsInside } from '../target/catalogue';
import type { TargetField } from '../target/types';
import { isAuditField } from './audit-fields';
import type { FieldContext } from './field-context';
import { type Findings, recordsWhere } from './findings';
import { nameKey } from './outside';

/**
 * Orphans, and parents a loader that links by name would mistake. A reference inside the catalogue that was never linked
 * (no table fills the parent object) has no parents at all; references to users are held against the list of them.
 */
export function checkReference(
  field: TargetField,
  column: Column,
  found: Findings,
  context: FieldContext,
): void {
  const { records, system } = context;
  const linked = records.references.filter((item) => item.field === field.api);
  if (linked.length > 0) {
    found.add(
      'reference',
      recordsWhere(records.count, (record) => linked.some((item) => item.target[record] === ORPHAN)),
    );
    checkParentNames(field, found, context);
  } else if (pointsInside(system, field)) {
    found.add(
      'reference',
      recordsWhere(records.count, (record) => column.codes[record] !== EMPTY),
    );
  } else checkUsers(field, column, found, context);
}

/** Links by name to a parent whose name another parent has. */
function checkParentNames(field: TargetField, found: Findings, { records, outside }: FieldContext): void {
  const byName = field.references?.byName;
  if (!byName) return;
  const shared = records.references.flatMap((item) => {
    const names = item.field === field.api ? outside.sharedNames(item.object, byName.field) : null;
    return names ? [{ target: item.target, names }] : [];
  });
  found.add(
    'parentName',
    recordsWhere(records.count, (record) => shared.some(({ target, names }) => names[target[record]!] === 1)),
  );
}

/** Users the target does not know, or no longer lets own anything; without a list only the form of an address is known. */
function checkUsers(field: TargetField, column: Column, found: Findings, context: FieldContext): void {
  const { records, outside } = context;
  const byAddress = isFoundByAddress(field);
  const listed = isUserField(field) && outside.users.size > 0 ? outside.users : null;
  if (!byAddress && listed === null) return;
  const rules = column.values.map((value, code) => {
    if (code === EMPTY) return null;
    if (byAddress && !isEmail(value)) return 'owner';
    const active = listed?.get(nameKey(value));
    if (listed === null || active === true) return null;
    if (active === undefined) return 'ownerUnknown';
    return isAuditField(field) ? null : 'ownerInactive';
  });
  for (const rule of ['owner', 'ownerUnknown', 'ownerInactive'] as const)
    if (rules.includes(rule))
      found.add(
        rule,
        recordsWhere(records.count, (record) => rules[column.codes[record]!] === rule),
      );
}

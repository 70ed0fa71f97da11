import type { TargetField } from '../target/types';

/** Who made a record and when: Salesforce takes them only with a permission of their own, and only on creation. */
const AUDIT_FIELDS: ReadonlySet<string> = new Set([
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
]);

/** True for a field that says who made or changed a record, or when, by the names Salesforce has for them. */
export function isAuditField(field: TargetField): boolean {
  return AUDIT_FIELDS.has(field.api);
}

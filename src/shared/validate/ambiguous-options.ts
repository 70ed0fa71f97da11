import type { TargetField } from '../target/types';

/**
 * Values of a list that HubSpot could take for two options: it knows options by value and by label, and this value is
 * also the label of another option.
 */
export function ambiguousOptions(field: TargetField): ReadonlySet<string> {
  const labels = field.optionLabels ?? [];
  const optionOf = new Map<string, number>();
  for (const [at, label] of labels.entries()) if (label !== field.picklist[at]) optionOf.set(label, at);
  return new Set(field.picklist.filter((value, at) => optionOf.has(value) && optionOf.get(value) !== at));
}

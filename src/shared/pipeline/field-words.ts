/** The name a field has in the target's files and the one people know. */
export interface FieldName {
  readonly api: string;
  readonly label: string;
}

/**
 * A sentence about fields with the names people know: "same LastName" → "same Last Name". Longer names are taken first,
 * only whole words are replaced, and nothing is replaced twice.
 */
export function withFieldLabels(text: string, names: readonly FieldName[]): string {
  const labels = new Map(
    names.filter(({ api, label }) => api !== label).map(({ api, label }) => [api, label]),
  );
  if (labels.size === 0) return text;
  const any = [...labels.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((api) => api.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'gu'),
    (api) => labels.get(api) ?? api,
  );
}

/** Objects of Salesforce that hold settings, events or foreign records, which no loader fills. */
export function isNoRecordObject(name: string): boolean {
  return /__(?:mdt|e|x|xo|b|kav|chn|dlm|dll|Share|History|Feed|Tag|ChangeEvent)$/.test(name);
}

/** One sentence about objects that were left out; null when there are none. */
export function objectsLeftOut(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const some = names.slice(0, 5).join(', ');
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `Left out because no loader fills ${names.length === 1 ? 'it' : 'them'}: ${some}${more} (settings, events, histories).`;
}

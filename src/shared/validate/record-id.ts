const LETTERS_OF_CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * Ids given out by Salesforce: 15 letters and digits in which case counts, or 18 with three signs that say which of them
 * are capitals (Object Reference, "ID Field Type"); numbers elsewhere. An id of 18 whose case was lost is none.
 */
export function isRecordId(value: string): boolean {
  if (/^(?:[A-Za-z0-9]{15}|\d{1,14})$/.test(value)) return true;
  return /^[A-Za-z0-9]{18}$/.test(value) && value.slice(15).toUpperCase() === caseSigns(value);
}

/** One sign per five characters: bit n is set where the nth of them is a capital. */
function caseSigns(id: string): string {
  let signs = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(id.charAt(start + at))) bits |= 1 << at;
    signs += LETTERS_OF_CHECK.charAt(bits);
  }
  return signs;
}

/** Words of file names that say what is in the table, not where it comes from. */
const CONTENT =
  /^(accounts?|companies|company|customers?|clients?|contacts?|people|persons?|leads?|opportunities|opportunity|deals?|orders?|invoices?|products?|list|export|extract|dump|data|table|final|new|copy|kunden|kontakte|firmen|v?\d[\d.]*|\d{4}-?\d{2}-?\d{2})$/i;

/** Short forms people write in capitals. */
const SHORT_FORMS: ReadonlySet<string> = new Set(['crm', 'erp', 'hr', 'dms', 'sap', 'pos', 'it']);

/** Words that make a table a list to look up rather than records to migrate. */
const LOOKED_UP =
  /erasure|erase|l(ö|oe)sch|suppress|opt-?out|do-?not|unsubscrib|blacklist|blocklist|robinson|sperrliste/i;

/** Whether a file or table of this name is rather a list that rules look values up in. */
export function looksLikeList(name: string): boolean {
  return LOOKED_UP.test(name);
}

/**
 * A name for the source a file comes from: the words of the file name without dates, versions and words that only say
 * which table it is: `old-crm-accounts.csv` → `Old crm`. Files of one system so come together.
 */
export function sourceNameOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]{1,5}$/, '');
  const words = stem.split(/[\s_.()-]+/).filter((word) => word !== '');
  const kept = words.filter((word) => !CONTENT.test(word));
  const name = (kept.length > 0 ? kept : words)
    .map((word) => (SHORT_FORMS.has(word.toLowerCase()) ? word.toUpperCase() : word))
    .join(' ');
  return name === '' ? 'Source' : name[0]!.toUpperCase() + name.slice(1);
}

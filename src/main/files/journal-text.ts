import { refused } from './archive-rules';

/**
 * Checks the shape of a journal from outside: every line is a JSON object and they are numbered from 1 without gaps. A
 * last line without its line feed is left to opening, which keeps it aside. Whether the chain holds and the payloads are
 * right is judged by the session that opens the project. Throws `ARCHIVE_REFUSED`.
 */
export function checkJournalText(text: string): void {
  let seq = 0;
  for (let start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
    seq++;
    if (seqOf(text.slice(start, end)) !== seq) throw refused(`line ${seq} of its journal is damaged`);
  }
}

function seqOf(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'seq') : null;
  } catch {
    return null;
  }
}

import { pastedSource } from '@shared/ingest/paste';

/** Longest text taken from the clipboard, in characters; more belongs in a file. */
const MAX_PASTED = 200_000_000;

/**
 * What lies on a clipboard as files: files themselves, the table in its HTML, or its text. Pasted text becomes a file of
 * its own, so that the project reads it again like any other. `taken` are names not to be used again.
 */
export async function pastedFiles(
  data: Pick<DataTransfer, 'files' | 'getData'>,
  taken: readonly string[],
): Promise<readonly File[]> {
  if (data.files.length > 0) return [...data.files];
  const html = data.getData('text/html');
  const text = /<table[\s>]/i.test(html) ? html : data.getData('text/plain');
  if (text.trim() === '' || text.length > MAX_PASTED) return [];
  const { file, name } = pastedSource(text);
  return [new File([await file.arrayBuffer()], freeName(name, taken))];
}

/** `Pasted table.tsv`, `Pasted table 2.tsv`, … */
function freeName(name: string, taken: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name.slice(0, dot)} ${number}${name.slice(dot)}`;
    if (!taken.includes(free)) return free;
  }
}

import type { ByteSource } from './types';

/** A file made of pasted text. */
export interface PastedFile {
  readonly file: ByteSource;
  /** A name with the fitting ending, e.g. `Pasted table.tsv`. */
  readonly name: string;
}

/**
 * What lies on the clipboard as a file that `inspectFile` reads: tab-separated text as spreadsheets put it there, any
 * other delimited text, or the HTML of a table. Markup is only taken for a table when it holds one.
 */
export function pastedSource(text: string): PastedFile {
  const isHtml = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<[a-z!][^>]*>/i.test(text) && /<table[\s>]/i.test(text);
  const ending = isHtml ? 'html' : text.includes('\t') ? 'tsv' : 'csv';
  const marked = isHtml ? `<meta charset="utf-8">${text}` : text;
  return { file: new Blob([marked]), name: `Pasted table.${ending}` };
}

import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { pastedSource } from '@shared/ingest/paste';
import { describe, expect, it } from 'vitest';

async function opened(text: string) {
  const { file, name } = pastedSource(text);
  return { name, table: unwrap(await inspectFile(file, name, quietTask)).tables[0]! };
}

describe('pasting from the clipboard', () => {
  it('reads what a spreadsheet copies: tabs, and quotes around cells with line breaks', async () => {
    const { name, table } = await opened('Name\tNote\nAnn\t"two\nlines"\nBob\t"he said ""hi"""\n');
    expect(name).toBe('Pasted table.tsv');
    expect(table.name).toBe('Pasted table');
    expect(table.preview).toEqual([
      ['Ann', 'two\nlines'],
      ['Bob', 'he said "hi"'],
    ]);
  });

  it('reads other delimited text', async () => {
    const { name, table } = await opened('Name;City\nAnn;Rome\nBob;Oslo\n');
    expect(name).toBe('Pasted table.csv');
    expect(table.preview).toEqual([
      ['Ann', 'Rome'],
      ['Bob', 'Oslo'],
    ]);
  });
});

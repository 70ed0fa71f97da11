import { describe, expect, it } from 'vitest';
import {
  droppedFiles,
  type Entry,
  skippedSentence,
} from '../../../src/renderer/screens/sources/import/dropped-files';
import { pastedFiles } from '../../../src/renderer/screens/sources/import/pasted-files';

const fileEntry = (fullPath: string): Entry => {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  return Object.assign(
    { isFile: true, isDirectory: false, name, fullPath },
    { file: (done: (file: File) => void) => done(new File(['x'], name)) },
  );
};
/** Hands its entries over two at a time, as browsers do with many. */
const folder = (fullPath: string, ...inside: Entry[]): Entry => {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  const createReader = () => {
    let at = 0;
    return {
      readEntries: (done: (entries: readonly Entry[]) => void) => {
        done(inside.slice(at, at + 2));
        at += 2;
      },
    };
  };
  return Object.assign({ isFile: false, isDirectory: true, name, fullPath }, { createReader });
};

describe('a drop of files and folders', () => {
  it('takes the tables of folders within folders in order, and names the rest', async () => {
    const dropped = await droppedFiles(
      [
        folder(
          '/old',
          fileEntry('/old/b.csv'),
          fileEntry('/old/notes.docx'),
          fileEntry('/old/a.XLSX'),
          folder('/old/2019', fileEntry('/old/2019/c.ods')),
          fileEntry('/old/.DS_Store'),
          folder('/old/.git', fileEntry('/old/.git/d.csv')),
        ),
      ],
      [],
    );
    expect(dropped.files.map(({ name }) => name)).toEqual(['c.ods', 'a.XLSX', 'b.csv']);
    expect(dropped.skipped).toEqual(['old/notes.docx']);
    expect(skippedSentence(dropped)).toMatch(/^old\/notes.docx was left out: Winnow reads CSV/);
  });
  it('takes a single file whatever its ending: reading decides', async () => {
    const dropped = await droppedFiles([fileEntry('/export.bak')], []);
    expect(dropped.files.map(({ name }) => name)).toEqual(['export.bak']);
    expect(skippedSentence(dropped)).toBeNull();
  });
  it('stops at five hundred and says so', async () => {
    const many = Array.from({ length: 520 }, (_, at) => fileEntry(`/all/${String(at).padStart(3, '0')}.csv`));
    const dropped = await droppedFiles([folder('/all', ...many)], []);
    expect(dropped.files).toHaveLength(500);
    expect(skippedSentence(dropped)).toBe('Only the first 500 files were taken: drop the rest afterwards.');
  });
});

describe('what lies on the clipboard', () => {
  const clipboard = (texts: Record<string, string>) => ({
    // A FileList cannot be made outside of a browser; an empty list has a length and nothing else.
    files: [] as unknown as FileList,
    getData: (type: string) => texts[type] ?? '',
  });
  it('becomes a file of its own, cells with tabs between them', async () => {
    const [file] = await pastedFiles(clipboard({ 'text/plain': 'No\tName\n1\tAda\n' }), []);
    expect(file?.name).toBe('Pasted table.tsv');
    expect(await file?.text()).toBe('No\tName\n1\tAda\n');
  });
  it('is the HTML where that holds a table, else the text', async () => {
    const html = '<table><tr><td>No</td></tr></table>';
    const [table] = await pastedFiles(clipboard({ 'text/html': html, 'text/plain': 'No' }), []);
    expect(table?.name).toBe('Pasted table.html');
    const [text] = await pastedFiles(clipboard({ 'text/html': '<b>No</b>', 'text/plain': 'No,Name' }), []);
    expect(text?.name).toBe('Pasted table.csv');
  });
  it('gets another name each time, and none when there is nothing', async () => {
    const [file] = await pastedFiles(clipboard({ 'text/plain': 'a,b' }), ['Pasted table.csv']);
    expect(file?.name).toBe('Pasted table 2.csv');
    expect(await pastedFiles(clipboard({ 'text/plain': '  ' }), [])).toEqual([]);
  });
});

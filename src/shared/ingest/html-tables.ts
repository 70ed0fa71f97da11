import { MAX_COLUMNS } from './limits';

/** A table of a web page: its rows from the top, cells as a person sees them. */
export interface HtmlTable {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** Rows a cell may span, and tables of a page at most. */
const MAX_SPAN = 1000;
const MAX_TABLES = 500;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['euro', '€'],
  ['pound', '£'],
  ['copy', '©'],
  ['reg', '®'],
  ['deg', '°'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['bull', '•'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
]);

/**
 * The tables of a page, as far as their cells are text: spanning cells are filled at their first place only, tables inside
 * cells become text of the cell, scripts and styles are left out. Forgives what browsers forgive: missing end tags above
 * all. Linear in the text.
 */
export function htmlTables(page: string): readonly HtmlTable[] {
  const reader = new TableReader();
  let at = 0;
  while (at < page.length && reader.tables.length < MAX_TABLES) {
    const tag = page.indexOf('<', at);
    if (tag < 0) {
      reader.text(page.slice(at));
      break;
    }
    if (tag > at) reader.text(page.slice(at, tag));
    at = afterTag(page, tag, reader);
  }
  return reader.finish();
}

function afterTag(page: string, tag: number, reader: TableReader): number {
  if (page.startsWith('<!--', tag)) return after(page, '-->', tag + 4);
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9:-]{0,30})/.exec(page.slice(tag, tag + 40));
  if (!match) {
    const end = page.charAt(tag + 1);
    if (end === '!' || end === '?') return after(page, '>', tag);
    reader.text('<');
    return tag + 1;
  }
  const [start, slash, name = ''] = match;
  const end = endOfTag(page, tag + start.length);
  const lower = name.toLowerCase();
  if (slash) reader.close(lower);
  else {
    reader.open(lower, page.slice(tag + start.length, Math.min(end - 1, tag + 4096)));
    if (lower === 'script' || lower === 'style') {
      const close = new RegExp(`</${lower}`, 'gi');
      close.lastIndex = end;
      const found = close.exec(page);
      return found ? after(page, '>', found.index) : page.length;
    }
  }
  return end;
}

function after(page: string, mark: string, from: number): number {
  const at = page.indexOf(mark, from);
  return at < 0 ? page.length : at + mark.length;
}

/** Behind the `>` of a tag, quoted attribute values aside. */
function endOfTag(page: string, from: number): number {
  for (let at = from; at < page.length; at++) {
    const char = page.charAt(at);
    if (char === '>') return at + 1;
    if (char === '"' || char === "'") {
      const quote = page.indexOf(char, at + 1);
      if (quote < 0) return after(page, '>', at);
      at = quote;
    }
  }
  return page.length;
}

interface OpenTable {
  caption: string;
  readonly rows: string[][];
  /** How many more rows each column is taken by a cell from above. */
  readonly taken: number[];
}

class TableReader {
  readonly tables: HtmlTable[] = [];
  #depth = 0;
  #table: OpenTable | null = null;
  #row: string[] | null = null;
  #cell: string | null = null;
  #span: readonly [columns: number, rows: number] = [1, 1];
  #inCaption = false;

  text(piece: string): void {
    if (this.#cell !== null) this.#cell += piece.replace(/\s+/g, ' ');
    else if (this.#inCaption && this.#table) this.#table.caption += piece;
  }

  open(name: string, attributes: string): void {
    if (name === 'table') this.#openTable();
    else if (this.#depth > 1) this.#break(name);
    else if (name === 'tr') this.#openRow();
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (name === 'caption') this.#inCaption = true;
    else this.#break(name);
  }

  close(name: string): void {
    if (name === 'table') this.#closeTable();
    else if (this.#depth > 1) return;
    else if (name === 'tr') this.#closeRow();
    else if (name === 'td' || name === 'th') this.#closeCell();
    else if (name === 'caption') this.#inCaption = false;
    else if (name === 'p' || name === 'div') this.#break('p');
  }

  finish(): readonly HtmlTable[] {
    this.#depth = Math.min(this.#depth, 1);
    this.#closeTable();
    return this.tables.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  }

  #openTable(): void {
    this.#depth++;
    if (this.#depth === 1) this.#table = { caption: '', rows: [], taken: [] };
  }

  #closeTable(): void {
    if (this.#depth === 0) return;
    if (--this.#depth > 0) return;
    this.#closeRow();
    const table = this.#table;
    this.#table = null;
    if (table) this.tables.push({ caption: cellText(table.caption), rows: table.rows });
  }

  #openRow(): void {
    this.#closeRow();
    if (this.#table) this.#row = [];
  }

  #closeRow(): void {
    this.#closeCell();
    const row = this.#row;
    const table = this.#table;
    this.#row = null;
    if (!row || !table) return;
    for (let column = 0; column < table.taken.length; column++) {
      if (table.taken[column]! > 0) table.taken[column]!--;
    }
    table.rows.push(row);
  }

  #openCell(attributes: string): void {
    this.#closeCell();
    if (!this.#row) this.#openRow();
    this.#cell = '';
    this.#span = [spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan')];
  }

  #closeCell(): void {
    const text = this.#cell;
    const row = this.#row;
    const table = this.#table;
    this.#cell = null;
    if (text === null || !row || !table) return;
    while ((table.taken[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) row.push('');
    const [columns, rows] = this.#span;
    for (let i = 0; i < columns && row.length < MAX_COLUMNS; i++) {
      if (rows > 1) {
        while (table.taken.length <= row.length) table.taken.push(0);
        table.taken[row.length] = rows;
      }
      row.push(i === 0 ? cellText(text) : '');
    }
  }

  /** A line break inside a cell. */
  #break(name: string): void {
    if (this.#cell !== null && /^(?:br|p|div|li|tr)$/.test(name)) this.#cell += '\n';
  }
}

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes)?.[1];
  return Math.max(1, Math.min(MAX_SPAN, Number(found ?? 1)));
}

/** Text with its entities resolved, blanks evened out, and no line breaks at its ends. */
function cellText(raw: string): string {
  const text = raw.includes('&')
    ? raw.replace(
        /&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi,
        (whole, name: string) => entity(name) ?? whole,
      )
    : raw;
  return text
    .replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase());
  const code =
    name.startsWith('#x') || name.startsWith('#X')
      ? Number.parseInt(name.slice(2), 16)
      : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

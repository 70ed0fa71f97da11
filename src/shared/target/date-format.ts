import { isoDate } from '../profile/calendar';

/**
 * Dates as a target's load file wants them: patterns of `yyyy MM dd HH mm ss SSS`, literals in single quotes, other
 * punctuation as it stands (the tokens of date-fns that are used here).
 */

const TOKENS = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2, SSS: 3 } as const;
type Token = keyof typeof TOKENS;

interface Part {
  readonly token: Token | null;
  readonly text: string;
}

const PART = /'((?:[^']|'')*)'|(yyyy|MM|dd|HH|mm|ss|SSS)|([^A-Za-z'])/y;

interface Compiled {
  readonly parts: readonly Part[];
  readonly matcher: RegExp;
  readonly tokens: readonly Token[];
}

const compiledFormats = new Map<string, Compiled | null>();

/** True for a pattern this module can write and read back: known tokens only, none twice, year, month and day present. */
export function isDateFormat(format: string): boolean {
  return compile(format) !== null;
}

/**
 * An ISO date or date-time (`2024-03-05`, `2024-03-05T10:20:30.000`) in the pattern. A missing time is midnight; zones
 * are not converted. Throws on a pattern `isDateFormat` refuses: catalogues are checked when they are read.
 */
export function formatIso(iso: string, format: string): string {
  const compiled = compile(format);
  if (!compiled) throw new Error(`Not a date format: ${format}`);
  const pieces: Record<Token, string> = {
    yyyy: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    dd: iso.slice(8, 10),
    HH: iso.slice(11, 13) || '00',
    mm: iso.slice(14, 16) || '00',
    ss: iso.slice(17, 19) || '00',
    SSS: iso.slice(20, 23).padEnd(3, '0'),
  };
  return compiled.parts.map((part) => (part.token === null ? part.text : pieces[part.token])).join('');
}

/** The ISO date (`yyyy-MM-dd`) in a text that has exactly the pattern and names a day of the calendar, else null. */
export function readIso(text: string, format: string): string | null {
  const value = readParts(text, format);
  return value && isoDate(value.yyyy, value.MM, value.dd);
}

/** Seconds since midnight in a text that has exactly the pattern, else null; 0 where the pattern has no time. */
export function readSeconds(text: string, format: string): number | null {
  const value = readParts(text, format);
  return value && value.HH * 3600 + value.mm * 60 + value.ss;
}

function readParts(text: string, format: string): Readonly<Record<Token, number>> | null {
  const compiled = compile(format);
  const match = compiled?.matcher.exec(text);
  if (!compiled || !match) return null;
  const value: Record<Token, number> = { yyyy: 0, MM: 0, dd: 0, HH: 0, mm: 0, ss: 0, SSS: 0 };
  for (const [index, token] of compiled.tokens.entries()) value[token] = Number(match[index + 1]);
  return value.HH > 23 || value.mm > 59 || value.ss > 59 ? null : value;
}

function compile(format: string): Compiled | null {
  const known = compiledFormats.get(format);
  if (known !== undefined) return known;
  const compiled = parseFormat(format);
  if (compiledFormats.size < 100) compiledFormats.set(format, compiled);
  return compiled;
}

function parseFormat(format: string): Compiled | null {
  const parts: Part[] = [];
  let position = 0;
  while (position < format.length) {
    PART.lastIndex = position;
    const match = PART.exec(format);
    if (!match) return null;
    const [whole, quoted, token, other] = match;
    if (token !== undefined) parts.push({ token: token as Token, text: '' });
    else
      parts.push({ token: null, text: quoted !== undefined ? quoted.replaceAll("''", "'") : (other ?? '') });
    position += whole.length;
  }
  const tokens = parts.flatMap((part) => (part.token === null ? [] : [part.token]));
  if (new Set(tokens).size !== tokens.length) return null;
  if (!tokens.includes('yyyy') || !tokens.includes('MM') || !tokens.includes('dd')) return null;
  const source = parts.map((part) =>
    part.token === null ? escapeText(part.text) : `(\\d{${TOKENS[part.token]}})`,
  );
  return { parts, tokens, matcher: new RegExp(`^${source.join('')}$`) };
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

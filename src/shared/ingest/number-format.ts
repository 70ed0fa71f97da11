import { serialDate, serialDuration, serialTime } from './serial-date';

/** What a number format makes of a number, as far as it matters for the value. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'percent' }
  /** Whole numbers filled up with leading zeros to this many digits, as for postcodes. */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };

/** The built-in formats of Excel that do not show a plain number; some of them are never written into the file. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id >= 18 && id <= 21) return { kind: 'time' };
  if (id === 45 || id === 47) return { kind: 'time' };
  if (id === 46) return { kind: 'duration' };
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return { kind: 'date' };
  return PLAIN;
}

/** Reads a format code such as `dd/mm/yyyy`, `[h]:mm`, `0.0%`, `00000`. Only the section for positive numbers counts. */
export function parseFormat(code: string): NumberFormat {
  const section = firstSection(code);
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return { kind: 'duration' };
  const bare = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/AM\/PM|A\/P/gi, 'h');
  const hasTime = /[hs]/i.test(bare);
  if (/[ydg]/i.test(bare) || (/m/i.test(bare) && !hasTime)) return { kind: 'date' };
  if (hasTime) return { kind: 'time' };
  if (bare.includes('%')) return { kind: 'percent' };
  const zeros = /^0{2,}$/.exec(bare.trim());
  return zeros ? { kind: 'padded', digits: zeros[0].length } : PLAIN;
}

/** The first section without literals: quoted text, escaped characters, fills and blanks of a character's width. */
function firstSection(code: string): string {
  let section = '';
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '"') {
      const end = code.indexOf('"', at + 1);
      if (end < 0) break;
      at = end;
    } else if (char === '\\' || char === '_' || char === '*') at++;
    else if (char === ';') break;
    else section += char;
  }
  return section;
}

/** A number as text under a format: dates as ISO, everything else without grouping or currency signs. */
export function formatNumber(value: number, format: NumberFormat, date1904: boolean): string {
  switch (format.kind) {
    case 'plain':
      return numberText(value);
    case 'date':
      return serialDate(value, date1904) ?? numberText(value);
    case 'time':
      return serialTime(value) ?? serialDate(value, date1904) ?? numberText(value);
    case 'duration':
      return serialDuration(value);
    case 'percent':
      return `${numberText(value * 100)}%`;
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? String(value).padStart(format.digits, '0')
        : numberText(value);
  }
}

/** The 15 significant digits spreadsheets show: `0.1 + 0.2` is `0.3`. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15)));
}

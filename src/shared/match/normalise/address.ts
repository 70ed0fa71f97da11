import { countryCode } from '../../profile/countries';
import { isRegionCode } from './regions';

/** An address written in one cell, in its parts as written; '' where there is none. */
export interface AddressParts {
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly country: string;
}

/** Longer cells are cut: addresses end long before, and hostile ones stay cheap. */
const LONGEST = 300;

/** Postal codes as they stand at the end of an address: British, Canadian, five or six digits (ZIP+4 included). */
const POSTCODE_LAST =
  /(?:^|\s)([A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z]\s?\d[A-Za-z]\d|\d{5}(?:-\d{4})?|\d{6})$/;
/** … and before a town: "10115 Berlin", "FL-2198 Triesen". */
const POSTCODE_FIRST = /^(?:[A-Z]{1,3}-)?(\d{4,6})\s+(\p{L}.*)$/u;
/** A flat, a floor, a box: within a building, not a street. */
const UNIT =
  /^(?:#\s?[\w-]+|(?:suite|ste|apt|apartment|unit|floor|fl|room|rm|bldg|bld|building|appt|penthouse|po box|p\.?\s?o\.?\s?box)\b.*)$/i;
const STREET_WORD =
  /\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|place|pl|boulevard|blvd|way|highway|hwy|parkway|pkwy|terrace|circle|cir|square|sq|close|crescent|rise|plaza)\b\.?/gi;
const STREET_IN_ANY_TONGUE =
  /(?:\b(?:street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|court|ct|place|pl|boulevard|blvd|bd|way|highway|hwy|square|sq|rise|rue|via|viale|piazza|calle|avenida|rua|ul|ulica|weg|allee|platz|straat|laan|plein|jalan|jln)\b|(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|plein|gracht)(?:\s|$))/i;
const DIRECTION = /^(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.?$/i;

/** Up to three words, the last of letters or a short number: no postal code, and too few for a state behind a street. */
const PLAIN_LINE = /^(?:[\w.'/-]+ ){0,2}(?:[A-Za-z.']+|\d{1,4})$/;

/**
 * Takes an address in one cell apart: "123 Main Street, Las Vegas NV 89132". Null unless a postal code, a state or a
 * country says that more than a street stands there: a plain street line is left to `street`.
 */
export function splitAddress(text: string): AddressParts | null {
  if (text.length <= LONGEST && PLAIN_LINE.test(text)) return null;
  const segments = text
    .slice(0, LONGEST)
    .split(/[,;\n]+/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  if (segments.length === 0) return null;
  const country = takeCountry(segments);
  let postcode = '';
  let region = '';
  let city = '';
  // Postcode, region and city may stand in one of the last segments or in several.
  const from = segments.length === 1 ? 0 : Math.max(1, segments.length - 3);
  for (let at = segments.length - 1; at >= from; at--) {
    let rest = segments[at]!;
    if (postcode === '') {
      const last = POSTCODE_LAST.exec(rest);
      const first = at > 0 && !STREET_IN_ANY_TONGUE.test(rest) ? POSTCODE_FIRST.exec(rest) : null;
      if (last && (at > 0 || isBehindStreet(rest, last.index))) {
        postcode = last[1]!;
        rest = rest.slice(0, last.index).trim();
      } else if (first) {
        postcode = first[1]!;
        rest = first[2]!;
      }
      if (postcode !== '' && at > 0) city = rest;
    }
    const words = rest.split(' ');
    if (region === '' && isRegionCode(words[words.length - 1]!) && (at > 0 || words.length > 3)) {
      region = words.pop()!;
      rest = words.join(' ');
      if (at > 0) city = rest;
    }
    segments[at] = rest;
  }
  if (postcode === '' && region === '' && country === '') return null;
  const filled = segments.filter((part) => part !== '');
  const line = streetSegment(filled);
  let street = filled[line] ?? '';
  if (UNIT.test(city) || city === street) city = '';
  if (city === '') city = filled.slice(line + 1).find((part) => !UNIT.test(part)) ?? '';
  if (city === '') {
    const cut = endOfStreet(street);
    city = street.slice(cut).trim();
    street = street.slice(0, cut).trim();
    if (UNIT.test(city)) city = '';
  }
  return { street, city, region, postcode, country };
}

/** Takes a country off the last two segments. Two letters may be a state: only written-out names count. */
function takeCountry(segments: string[]): string {
  for (let at = segments.length - 1; at > 0 && at >= segments.length - 2; at--) {
    const text = segments[at]!;
    if (text.length < 4 || /\d/.test(text) || countryCode(text) === null) continue;
    segments.splice(at, 1);
    return text;
  }
  return '';
}

/** In a cell without commas a number at the end is a postal code only when another number stands before it. */
function isBehindStreet(text: string, index: number): boolean {
  return /\d/.test(text.slice(0, index)) && /\p{L}{2}/u.test(text.slice(0, index));
}

/** Which segment is the street: a number and a street word, else a number at an end, else a street word, else the first. */
function streetSegment(segments: readonly string[]): number {
  const usable = segments.map((part) => !UNIT.test(part));
  const tests: ((part: string) => boolean)[] = [
    (part) => /\d/.test(part) && STREET_IN_ANY_TONGUE.test(part),
    (part) => /^\d|\d[a-z]?$/i.test(part) && /\p{L}{2}/u.test(part),
    (part) => STREET_IN_ANY_TONGUE.test(part),
    () => true,
  ];
  for (const test of tests) {
    const at = segments.findIndex((part, i) => usable[i]! && test(part));
    if (at >= 0) return at;
  }
  return 0;
}

/** Where the street ends in "9304 W. 15th St La Blanca": behind its last street word and a direction. */
function endOfStreet(line: string): number {
  if (!/^\d/.test(line)) return line.length;
  let end = line.length;
  for (const match of line.matchAll(STREET_WORD)) {
    // "12 St Marys Road": a saint, not a street.
    if (/^\S+\s*$/.test(line.slice(0, match.index))) continue;
    end = match.index + match[0].length;
  }
  const behind = /^\s+(\S+)/.exec(line.slice(end));
  return behind && DIRECTION.test(behind[1]!) ? end + behind[0].length : end;
}

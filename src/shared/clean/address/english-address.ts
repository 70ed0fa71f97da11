import { canonicalPostcode } from '../../profile/postcodes';
import { BOX, DIRECTIONS, FLOORS, LONE_UNITS, NUMBERED_ROADS, STREET_TYPES, UNITS } from './address-words';
import { subdivisionCode } from './subdivision';
import { type AddressParts, NO_ADDRESS } from './types';

/** House number, street and unit of one line. */
interface Line {
  readonly houseNumber: string;
  readonly street: string;
  readonly unit: string;
}

const HOUSE_NUMBER = /^#?\d+[A-Za-z]?(?:[-–/]\d*[A-Za-z]?)?$|^[NSEW]\d+(?:[NSEW]\d+)?$/i;
const ORDINAL =
  /^(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|ground|lower|upper)$/i;
/** Cities that begin with Saint, where `St` would look like a street. */
const SAINTS = new Set([
  'louis',
  'paul',
  'petersburg',
  'joseph',
  'charles',
  'cloud',
  'augustine',
  'george',
  'albans',
]);
/** Counties and countries of the United Kingdom; towns that are districts of their own stay towns. */
const COUNTY =
  /(?:shire|shire county|land|lothian)$|^(?:kent|essex|surrey|(?:east|west) sussex|sussex|norfolk|suffolk|devon|cornwall|cumbria|dorset|somerset|merseyside|middlesex|greater (?:london|manchester)|west midlands|tyne (?:and|&) wear|(?:co\.?|county) \p{L}+|isle of (?:wight|man|anglesey)|fife|highland|gwynedd|gwent|powys|dyfed|clwyd|(?:south|west|mid) glamorgan|wales|moray|angus)$/iu;
/** Boxes along a road: the whole line is the street. */
const RURAL = /^(?:rr|r\.r\.|rt|rte|route|rural route|hc|star rt|star rte|star route|cmr|psc)\b.*\bbox\b/i;
const GB_POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/i;
const CA_POSTCODE = /\b([A-Z]\d[A-Z])[\s-]*(\d[A-Z]\d)$/i;
const ZIP = /(?:^|[\s,])(\d{5}(?:-\d{4}|\d{4})?)$/;
/** Nine or five digits; four after a state have lost their zero in a spreadsheet. */
const SHORT_ZIP = /(?<=[\s,][A-Z]{2},?)\s(\d{4})$/;
const FOUR_DIGITS = /(?:^|[\s,])(\d{4})$/;

/**
 * An address as written in English: number and street, unit, city, region and postcode. Commas are taken as borders where
 * they are; without them the type of the street (`St`, `Ave`) ends it and the rest is the city.
 */
export function englishAddress(text: string, country: string): AddressParts | null {
  let rest = text;
  let postcode = '';
  const found = postcodeAtEnd(rest, country);
  if (found) {
    postcode = found.postcode;
    rest = found.rest;
  }
  const region = regionAtEnd(rest, country, postcode !== '');
  rest = region.rest;
  const located = postcode !== '' || region.region !== '';
  const segments = segmentsOf(rest);
  if (segments.length === 0) return located ? { ...NO_ADDRESS, postcode, region: region.region } : null;
  const { city, lines } = cityOf(segments, located, country === 'GB' || country === 'IE');
  const line = lineOf(lines);
  return { ...NO_ADDRESS, ...line, city, postcode, region: region.region };
}

/** The pieces between commas; a lone direction (`Main St., SE`) goes with the piece before it. */
function segmentsOf(text: string): readonly string[] {
  const segments: string[] = [];
  for (const piece of text.split(/[,;]/)) {
    const segment = piece.trim();
    if (segment === '') continue;
    const direction = segment.replace(/[.\s]/g, '').toLowerCase();
    if (segments.length > 0 && DIRECTIONS.has(direction) && direction.length <= 2)
      segments.push(`${segments.pop() ?? ''} ${segment}`);
    else segments.push(segment);
  }
  return segments;
}

function postcodeAtEnd(text: string, country: string): { postcode: string; rest: string } | null {
  const pattern =
    country === 'GB'
      ? GB_POSTCODE
      : country === 'CA'
        ? CA_POSTCODE
        : country === 'AU' || country === 'NZ'
          ? FOUR_DIGITS
          : ZIP;
  const match = pattern.exec(text) ?? (country === 'US' ? SHORT_ZIP : GB_POSTCODE).exec(text);
  if (!match) return null;
  const rest = text.slice(0, match.index).replace(/[\s,]+$/, '');
  const before = bare(rest.split(/[\s,]+/).at(-1) ?? '');
  if (rest === '' && country === 'US') return { postcode: match[0].trim(), rest };
  if (
    country === 'US' &&
    ((UNITS.has(before) && before !== 'fl') ||
      BOX.test(before) ||
      before === 'code' ||
      (NUMBERED_ROADS.has(before) && before !== 'co'))
  )
    return null;
  const written = match[0].replace(/^[\s,]+/, '');
  return { postcode: canonicalPostcode(written, country) ?? written, rest };
}

function regionAtEnd(text: string, country: string, hasPostcode: boolean): { region: string; rest: string } {
  const tokens = text.split(' ').filter((token) => token !== '');
  const last = bare(tokens.at(-1) ?? '');
  const coded = last.length === 2 && subdivisionCode(last, country) !== null;
  for (const count of coded ? [1] : [3, 2, 1]) {
    if (count > tokens.length) continue;
    const written = tokens.slice(-count).join(' ');
    const plain = written.replace(/,/g, '').trim();
    if (/\d/.test(plain) || /,.*,/.test(written)) continue;
    const lead = tokens.slice(0, -count).join(' ');
    const afterComma = lead === '' || lead.endsWith(',');
    const short = plain.replace(/\./g, '').length <= 2;
    const word = plain.replace(/\./g, '');
    if (
      country === 'GB'
        ? !(
            afterComma &&
            !written.slice(0, -1).includes(',') &&
            lead.slice(0, -1).includes(',') &&
            COUNTY.test(plain)
          )
        : subdivisionCode(short ? word : plain, country) === null
    )
      continue;
    const doubtful = DIRECTIONS.has(word.toLowerCase()) || STREET_TYPES.has(word.toLowerCase());
    if (
      short &&
      !hasPostcode &&
      !afterComma &&
      (doubtful || tokens.length < 4 || !(word === word.toUpperCase() || text === text.toLowerCase()))
    )
      continue;
    // A state named in full is as well a city or street: it needs a postcode or a comma.
    if (!short && !hasPostcode && !afterComma) continue;
    if (!short && lead === '' && !hasPostcode) continue;
    return { region: plain, rest: lead.replace(/[\s,]+$/, '') };
  }
  return { region: '', rest: text };
}

function cityOf(
  segments: readonly string[],
  located: boolean,
  british: boolean,
): { city: string; lines: readonly string[] } {
  const last = segments.at(-1) ?? '';
  if (segments.length > 1 && isCity(last)) return { city: last, lines: segments.slice(0, -1) };
  if (segments.length === 1 && located && !/\d/.test(last) && !BOX.test(last) && !endsInStreet(last))
    return { city: last, lines: [] };
  if (!located || british) return { city: '', lines: segments };
  const cut = cityCut(last);
  return { city: cut.city, lines: [...segments.slice(0, -1), cut.line].filter((line) => line !== '') };
}

function isCity(segment: string): boolean {
  const tokens = segment.split(' ');
  const [first = ''] = tokens;
  if (/\d/.test(segment) || segment.includes('#')) return false;
  if (UNITS.has(bare(first)) && (tokens.length <= 2 || bare(tokens[1] ?? '').length === 1)) return false;
  if (ORDINAL.test(first) && FLOORS.has(bare(tokens.at(-1) ?? ''))) return false;
  if (tokens.length === 1 && (DIRECTIONS.has(bare(first)) || LONE_UNITS.has(bare(first)))) return false;
  return !BOX.test(segment);
}

function endsInStreet(segment: string): boolean {
  const tokens = segment.split(' ');
  return tokens.length > 1 && STREET_TYPES.has(bare(tokens.at(-1) ?? ''));
}

/** Street and city in one segment: the city follows the street's type, direction and unit, or a box. */
function cityCut(segment: string): { line: string; city: string } {
  const tokens = segment.split(' ');
  let end = streetEnd(tokens);
  if (end === 0 && unitEnd(tokens, 0) === 0) {
    const numbered = tokens.findLastIndex((token) => /\d/.test(token));
    if (numbered === tokens.length - 1) return { line: segment, city: '' };
    end = numbered >= 2 ? numbered + 1 : tokens.length - 1;
  }
  end = unitEnd(tokens, end);
  return { line: tokens.slice(0, end).join(' '), city: tokens.slice(end).join(' ') };
}

/** Tokens up to the end of the street: its first type (and those that follow it), a numbered road, a box. */
function streetEnd(tokens: readonly string[]): number {
  for (let at = 0; at < tokens.length; at++) {
    const word = bare(tokens[at]!);
    const next = tokens[at + 1] ?? '';
    if (BOX.test(tokens.slice(at, at + 3).join(' '))) {
      const number = tokens.findIndex((token, index) => index > at && /\d/.test(token));
      return number < 0 ? 0 : number + 1;
    }
    if (NUMBERED_ROADS.has(word) && /^\d+[A-Za-z]?$/.test(next)) return afterDirection(tokens, at + 2);
    if (word === 'st' && SAINTS.has(bare(next))) continue;
    if (at >= 1 && STREET_TYPES.has(word) && (at >= 2 || !HOUSE_NUMBER.test(tokens[0]!))) {
      let end = at + 1;
      while (end < tokens.length - 1 && STREET_TYPES.has(bare(tokens[end]!)) && !isSaint(tokens, end)) end++;
      return afterDirection(tokens, end);
    }
  }
  return 0;
}

/** `St.` before another word, after a street that has its type: a city such as St. Louis. */
function isSaint(tokens: readonly string[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    bare(tokens[at]!) === 'st' && next !== undefined && /^\p{L}{3,}/u.test(next) && !UNITS.has(bare(next))
  );
}

/** One or two letters after a street are its direction; a full word belongs to the city. */
function afterDirection(tokens: readonly string[], end: number): number {
  const word = bare(tokens[end] ?? '');
  return DIRECTIONS.has(word) && word.length <= 2 && end < tokens.length - 1 ? end + 1 : end;
}

function unitEnd(tokens: readonly string[], from: number): number {
  let end = from;
  while (end < tokens.length - 1) {
    const word = bare(tokens[end]!);
    const next = tokens[end + 1] ?? '';
    if (ORDINAL.test(tokens[end]!) && FLOORS.has(bare(next))) end += 2;
    else if (/^#.+/.test(tokens[end]!)) end += 1;
    else if (word === '#' && UNITS.has(bare(next))) end += 1;
    else if (BOX.test(tokens[end]!) || UNITS.has(word)) end += bare(next) === '#' ? 3 : 2;
    else if (/^[a-z]$/.test(word) && !DIRECTIONS.has(word) && end > 0) end += 1;
    else break;
  }
  return Math.min(end, tokens.length);
}

/** The lines before the city: the one with a house number or a box is the street, others are units and buildings. */
function lineOf(written: readonly string[]): Line {
  const lines = written.flatMap(withoutLeadingUnit);
  const main = lines.findIndex((line) => HOUSE_NUMBER.test(line.split(' ')[0] ?? '') && !isUnit(line));
  const typed = lines.findIndex((line) => endsInStreet(line));
  const at = main >= 0 ? main : typed >= 0 ? typed : lines.findIndex((line) => !isUnit(line));
  const line = lines[at] ?? '';
  const tokens = line.split(' ').filter((token) => token !== '');
  const numbered = HOUSE_NUMBER.test(tokens[0] ?? '') && tokens.length > 1 && !ORDINAL.test(tokens[0] ?? '');
  const numberLength = !numbered ? 0 : /^\d\/\d$|^[½¼¾]$/.test(tokens[1] ?? '') ? 2 : 1;
  const all = tokens.slice(numberLength);
  const boxAt = numberLength === 0 && !RURAL.test(line) ? boxStart(all) : 0;
  const body = all.slice(boxAt);
  const cut = RURAL.test(line) ? body.length : unitStart(body);
  const units = [
    ...lines.slice(0, Math.max(0, at)),
    all.slice(0, boxAt).join(' '),
    body.slice(cut).join(' '),
    ...(at < 0 ? lines : lines.slice(at + 1)),
  ].filter((unit) => unit !== '');
  return {
    houseNumber: tokens.slice(0, numberLength).join(' '),
    street: body.slice(0, cut).join(' '),
    unit: units.join(', '),
  };
}

/** `Unit 111 501 South Mill St` is a unit and a street. */
function withoutLeadingUnit(line: string): readonly string[] {
  const tokens = line.split(' ');
  if (!UNITS.has(bare(tokens[0] ?? '')) || !/\d/.test(tokens[1] ?? '')) return [line];
  const end = unitEnd(tokens, 0);
  return end > 0 && end < tokens.length - 1
    ? [tokens.slice(0, end).join(' '), tokens.slice(end).join(' ')]
    : [line];
}

/** Where a post box begins behind words that are no street (`Mail code 55083 P.O. Box 10`); 0 where there is none. */
function boxStart(tokens: readonly string[]): number {
  if (BOX.test(tokens.slice(0, 3).join(' '))) return 0;
  const at = tokens.findIndex((_, index) => index > 0 && BOX.test(tokens.slice(index, index + 3).join(' ')));
  return at > 0 && !tokens.slice(0, at).some((token) => STREET_TYPES.has(bare(token))) ? at : 0;
}

function isUnit(line: string): boolean {
  const tokens = line.split(' ');
  const first = bare(tokens[0] ?? '');
  if (line.startsWith('#') || UNITS.has(first)) return true;
  if (tokens.length === 1 && LONE_UNITS.has(first)) return true;
  return tokens.length <= 3 && FLOORS.has(bare(tokens.at(-1) ?? '')) && ORDINAL.test(tokens[0] ?? '');
}

/** Where the unit begins in the words after the house number; their count where there is none. */
function unitStart(body: readonly string[]): number {
  for (let at = 1; at < body.length; at++) {
    const token = body[at]!;
    const word = bare(token);
    const next = body[at + 1];
    const previous = bare(body[at - 1]!);
    if (BOX.test(token) || BOX.test(previous) || (word === 'no' && NUMBERED_ROADS.has(previous))) {
      if (BOX.test(token)) at++;
      continue;
    }
    if (token.startsWith('#') || token.startsWith('(')) return at;
    if (FLOORS.has(word) && at > 1 && ORDINAL.test(body[at - 1]!)) return at - 1;
    if (/^(?:ste|apt|suite|unit|rm)\.?\d/i.test(token)) return at;
    if (UNITS.has(word) && next !== undefined && /[\d#]|^[A-Za-z]$/.test(next)) return at;
    if (ORDINAL.test(token) && next !== undefined && FLOORS.has(bare(next))) return at;
    if (LONE_UNITS.has(word) && at === body.length - 1 && STREET_TYPES.has(previous)) return at;
    if (!STREET_TYPES.has(previous) || at < 2 || NUMBERED_ROADS.has(previous)) continue;
    if (/^(?:\d+[A-Za-z]?|[A-Za-z]\d+|[A-Z]\d*-\d+)$/.test(token)) return at;
    if (at === body.length - 1 && /^[A-Za-z]{1,2}$/.test(token) && !DIRECTIONS.has(word)) return at;
  }
  return body.length;
}

function bare(token: string): string {
  return token.toLowerCase().replace(/[.,;()]/g, '');
}

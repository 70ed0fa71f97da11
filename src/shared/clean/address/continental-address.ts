import { canonicalPostcode } from '../../profile/postcodes';
import { type AddressParts, NO_ADDRESS } from './types';

/** A postcode with the town after it, at the end of an address; country letters before it are dropped. */
const TOWN =
  /(?:^|[\s,])(?:(?:[A-Z]{1,2}|FIN)[-–]\s?)?(\d{4}\s?[A-Z]{2}(?=[\s,])|\d{4}-\d{3}(?=[\s,])|\d{2}-\d{3}(?=[\s,])|\d{3}\s\d{2}(?=[\s,])|\d{4,5}(?=[\s,]))[\s,]+(\D{2,80}?(?:\s(?:CEDEX|Cedex|cedex)(?:\s\d{1,2})?|\s\d{1,2})?)$/u;
/** Province or canton after a town: `Milano (MI)`, `Milano MI`, `Lausanne VD`. */
const PROVINCE = /^(.+?)(?:\s*\(([^()]{2,40})\)|\s([A-Z]{2}))$/u;
const WITH_PROVINCE = new Set(['IT', 'ES', 'CH']);

const NUMBER = String.raw`\d{1,5}(?:\s?\/?[a-zA-Z](?![\p{L}\d]))?(?:\s?[-–+]\s?\d{1,5}(?:\s?[a-zA-Z](?![\p{L}\d]))?)?`;
const NUMBER_FIRST = new RegExp(
  String.raw`^(${NUMBER}(?:\s?(?:bis|ter|quater)\b)?)[,]?\s+(?=\p{L})(?!(?:er|ème|eme|de|di|del|janvier|mai|juin|juillet|septiembre|settembre|aprile|maggio)\b)(.+)$`,
  'iu',
);
const NUMBER_LAST = new RegExp(
  String.raw`^(.*[\p{L}.)].*?|.*[\p{L}.)])[\s,]+(?:(?:n[º°ro]*\.?|nr\.?|núm\.?|no\.?|č\.)\s?)?(${NUMBER}(?:\s?(?:bis|ter)\b)?)(?:\s?[/,-]\s?(.+)|\s+(.+))?$`,
  'iu',
);
const NUMBER_ALONE = new RegExp(
  String.raw`^(?:(?:n[º°ro]*\.?|nr\.?|núm\.?)\s?)?(${NUMBER}|s\/n|snc|s\.n\.)$`,
  'iu',
);

const BOX =
  /^(?:postfach|pf\.?|bp|b\.p\.|boîte postale|postbus|apartado(?: de correos)?|apdo\.?|casella postale|c\.p\.|case postale|cs|skr\.? poczt\.?)\s?\d*/iu;
const STREET =
  /(?:stra(?:ß|ss)e|str\.?|weg|gasse|platz|allee|ring|damm|ufer|chaussee|promenade|steig|straat|laan|plein|gracht|kade|dijk|singel|steeg|vägen|gatan|gade|vej|veien|katu|tie|utca)(?=\s|$|\d)|^(?:rue|r\.|avenue|av\.?|boulevard|bd\.?|bvd|place|pl\.|allées?|chemin|route|quai|impasse|cours|square|faubourg|via|viale|v\.le|piazza|p\.zza|corso|c\.so|largo|vicolo|strada|calle|c\/|cl\.?|avenida|avda\.?|paseo|pº|plaza|pza\.?|ronda|carretera|ctra\.?|camino|rua|praça|ul\.?|aleja|al\.|am|an der|im|in der|auf|zum|zur|unter den)(?=\s)/iu;
const UNIT =
  /^(?:\d{1,3}\.?\s?(?:og|ug|eg|stock|etage|étage|ème|piso|planta|º|ª|°)|og|eg|erdgeschoss|hinterhaus|hh|vorderhaus|whg|wohnung|app(?:artement)?\.?|apt\.?|top|tür|stiege|haus|gebäude|geb\.?|bât(?:iment)?\.?|bat\.?|esc(?:alier|alera)?\.?|étage|porte|piso|planta|puerta|pta\.?|izq|dcha|bajo|int(?:erno)?\.?|scala|sc\.?|palazzina|bus|c\/o|z\.?\s?hd\.?)(?=[\s.\d]|$)|^\d{1,3}[ºª°]/iu;

/**
 * An address as written on the continent: street and number (or number and street), postcode and town. Lines that are
 * neither street nor town (floor, door, building, care of) are the unit. Null where there is neither street nor postcode.
 */
export function continentalAddress(text: string, country: string): AddressParts | null {
  const town = TOWN.exec(text);
  const place = town ? placeOf(town[2] ?? '', country) : { city: '', region: '' };
  const written = (town?.[1] ?? '').trim();
  const postcode = canonicalPostcode(written, country) ?? written;
  const lead = town ? text.slice(0, town.index) : text;
  const lines = lead
    .split(/[,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const numbers = lines.map(numberedLine);
  let at = lines.findIndex((line, index) => numbers[index] !== null && STREET.test(line));
  if (at < 0) at = lines.findIndex((line) => STREET.test(line) && !UNIT.test(line));
  if (at < 0) at = lines.findIndex((line, index) => numbers[index] !== null && !UNIT.test(line));
  if (at < 0) at = lines.findIndex((line) => BOX.test(line));
  if (at < 0 && town && lines.length > 0) at = lines.findIndex((line) => !UNIT.test(line));
  if (at < 0 && !town) return null;
  return { ...NO_ADDRESS, ...streetOf(lines, at, country, town === null), ...place, postcode };
}

interface Numbered {
  readonly street: string;
  readonly houseNumber: string;
  readonly unit: string;
}

function numberedLine(line: string): Numbered | null {
  if (BOX.test(line)) return null;
  const first = NUMBER_FIRST.exec(line);
  if (first && !UNIT.test(line)) return { street: first[2] ?? '', houseNumber: first[1] ?? '', unit: '' };
  const last = NUMBER_LAST.exec(line);
  if (!last) return null;
  return { street: last[1] ?? '', houseNumber: last[2] ?? '', unit: (last[3] ?? last[4] ?? '').trim() };
}

function streetOf(
  lines: readonly string[],
  at: number,
  country: string,
  townMissing: boolean,
): { street: string; houseNumber: string; unit: string; city?: string } {
  if (at < 0) return { street: '', houseNumber: '', unit: lines.join(', ') };
  const line = lines[at] ?? '';
  const numbered = numberedLine(line);
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  const street = numbered?.street ?? line;
  let houseNumber = numbered?.houseNumber ?? '';
  let unit = numbered?.unit ?? '';
  if (houseNumber === '') {
    const alone = NUMBER_ALONE.exec(after[0] ?? '');
    if (alone) {
      houseNumber = alone[1] ?? '';
      after.shift();
    } else if (NUMBER_ALONE.test(before.at(-1) ?? '')) houseNumber = before.pop() ?? '';
  }
  if (country === 'NL' && unit === '') {
    const addition = /^(\d+)\s?[-–]\s?(\d+|[a-z]{1,3})$/iu.exec(houseNumber);
    if (addition) [houseNumber, unit] = [addition[1] ?? '', addition[2] ?? ''];
  }
  const last = after.at(-1) ?? '';
  const city = townMissing && last !== '' && !UNIT.test(last) && !/\d/.test(last) ? last : '';
  if (city !== '') after.pop();
  const units = [...before, unit, ...after].filter((part) => part !== '').join(', ');
  return {
    street: street.replace(/(?:[\s,]+(?:n[º°ro]*\.?|nr\.?|núm\.?))?[\s,]*$/iu, ''),
    houseNumber,
    unit: units,
    ...(city === '' ? {} : { city }),
  };
}

function placeOf(town: string, country: string): { city: string; region: string } {
  const [first = '', ...more] = town.split(',').map((part) => part.trim());
  if (more.length > 0) return { city: first, region: more.join(', ') };
  const match = WITH_PROVINCE.has(country) || /\(/.test(first) ? PROVINCE.exec(first) : null;
  if (!match) return { city: first, region: '' };
  return { city: match[1] ?? first, region: match[2] ?? match[3] ?? '' };
}

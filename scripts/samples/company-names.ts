import type { Random } from '../../src/shared/base/random';
import { chance } from './chance';
import type { Address, Company } from './model';
import { accentNoise, accentsDropped, carelessCase, shout, streetShort, typo } from './text-errors';

/** The name as it stands in the register, with the word that tells the site. */
export function registeredName(company: Company): string {
  const { core, form } = company.name;
  const name = form === '' ? core : `${core} ${form}`;
  return company.site === '' ? name : `${name}, ${company.site}`;
}

/**
 * The name as somebody typed it a second time: other legal form or none, abbreviated, a typing slip, umlauts spelled
 * out. `care` 1 changes little, 0 changes a lot.
 */
export function retypedName(random: Random, company: Company, care: number): string {
  const { name } = company;
  const sloppy = 1 - care;
  let core = name.core;
  if (name.short !== '' && chance(random, 0.25 * sloppy)) core = name.short;
  if (chance(random, 0.25 * sloppy)) {
    core = core
      .replace('Gebr.', 'Gebrüder')
      .replace('Fratelli', 'F.lli')
      .replace('Établissements', 'Ets')
      .replace('Brothers', 'Bros.')
      .replace('Gebroeders', 'Gebr.');
  }
  if (chance(random, 0.4 * sloppy)) core = core.replace(' & ', random.pick([' u. ', ' und ', '+', ' and ']));
  if (chance(random, 0.4 * sloppy)) core = accentNoise(random, core);
  if (chance(random, 0.28 * sloppy)) core = typo(random, core);
  const form = chance(random, 0.55 * sloppy)
    ? company.name.formVariants.length > 0
      ? random.pick(company.name.formVariants)
      : name.form
    : name.form;
  let text = form === '' ? core : `${core} ${form}`;
  if (company.site !== '' && chance(random, 0.5 + 0.5 * care)) {
    text = chance(random, 0.5) ? `${text} - ${company.site}` : `${text}, ${company.site}`;
  }
  return chance(random, 0.2 * sloppy) ? carelessCase(random, text) : text;
}

/** What people say instead of the full name: the core, often shortened to its first word, sometimes in native script. */
export function spokenName(random: Random, company: Company): string {
  const { name } = company;
  if (name.native !== '' && chance(random, 0.55)) {
    return chance(random, 0.3)
      ? name.native.replace('株式会社', '(株)').replace(' 주식회사', '(주)')
      : name.native;
  }
  if (chance(random, 0.3)) return retypedName(random, company, 0.3);
  const core = chance(random, 0.12) ? typo(random, name.core) : name.core;
  const said = chance(random, 0.25) ? accentNoise(random, core) : core;
  return carelessCase(random, company.site !== '' && chance(random, 0.5) ? `${said} ${company.site}` : said);
}

/** Capital letters in the two name lines of 35 characters that accounting allows. */
export function ledgerName(random: Random, company: Company): readonly [string, string] {
  const full = chance(random, 0.7) ? registeredName(company) : retypedName(random, company, 0.5);
  const text = chance(random, 0.6) ? shout(chance(random, 0.5) ? accentNoise(random, full) : full) : full;
  if (text.length <= 35) return [text, ''];
  const cut = text.lastIndexOf(' ', 35);
  const at = cut > 12 ? cut : 35;
  return [text.slice(0, at).trim(), text.slice(at).trim().slice(0, 35)];
}

/** Street, postcode and city as typed; a field may be missing or hold a slip. */
export function retypedAddress(
  random: Random,
  address: Address,
  care: number,
): { street: string; postcode: string; city: string } {
  const sloppy = 1 - care;
  let { street, postcode, city } = address;
  if (chance(random, 0.5 * sloppy)) street = streetShort(street);
  if (chance(random, 0.12 * sloppy)) street = typo(random, street);
  if (chance(random, 0.2 * sloppy)) street = accentNoise(random, street);
  if (chance(random, 0.1 * sloppy)) street = '';
  if (chance(random, 0.1 * sloppy)) postcode = '';
  else if (chance(random, 0.05 * sloppy)) postcode = swapDigits(random, postcode);
  if (address.cityAlso.length > 0 && chance(random, 0.45 * sloppy)) city = random.pick(address.cityAlso);
  if (chance(random, 0.08 * sloppy)) city = typo(random, city);
  if (chance(random, 0.1 * sloppy)) city = shout(city);
  return { street: accentsAllowed(street), postcode, city };
}

/** Macrons have no place in the old code page; they are written as plain letters. */
function accentsAllowed(text: string): string {
  return /[ōūāŌ]/.test(text) ? accentsDropped(text) : text;
}

function swapDigits(random: Random, text: string): string {
  if (text.length < 3) return text;
  const at = 1 + random.int(text.length - 2);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}

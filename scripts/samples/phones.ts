import type { Random } from '../../src/shared/base/random';
import { fillPattern } from './chance';
import type { Phone } from './model';
import type { Locale } from './words/locale';

/** Tries before a number may repeat: some fictional ranges hold only a hundred numbers. */
const TRIES = 40;

/** Hands out phone numbers, each of them once while its range lasts. */
export class PhoneBook {
  private readonly taken = new Set<string>();

  /** A new number from a pattern such as `711 55####`. */
  make(random: Random, locale: Locale, pattern: string): Phone {
    for (let tries = 1; ; tries++) {
      const [area = '', line = ''] = fillPattern(random, pattern).split(' ');
      const key = `${locale.callingCode}${area}${line}`;
      if (this.taken.has(key) && tries < TRIES) continue;
      this.taken.add(key);
      return { callingCode: locale.callingCode, trunk: locale.trunk, area, line };
    }
  }

  /** A direct line: an extension behind the switchboard in Germany, a number of its own elsewhere. */
  directLine(random: Random, locale: Locale, switchboard: Phone): Phone {
    if (locale.country === 'DE') return { ...switchboard, line: `${switchboard.line}${random.int(90) + 10}` };
    const city = locale.cities.find(({ phone }) => phone.startsWith(`${switchboard.area} `));
    return city === undefined ? switchboard : this.make(random, locale, city.phone);
  }
}

export type PhoneStyle =
  | 'plus'
  | 'tight'
  | 'classic'
  | 'slash'
  | 'national'
  | 'double-zero'
  | 'pairs'
  | 'loose';

/** A phone number as one system or one person writes it. */
export function writePhone(phone: Phone | null, style: PhoneStyle): string {
  if (phone === null) return '';
  const { callingCode, trunk, area, line } = phone;
  switch (style) {
    case 'plus':
      return `+${callingCode} ${area} ${line}`;
    case 'tight':
      return `+${callingCode}${area}${line}`;
    case 'classic':
      return trunk === ''
        ? `+${callingCode} (${area}) ${line}`
        : `+${callingCode} (${trunk})${area} / ${line}`;
    case 'slash':
      return `${trunk}${area}/${line}`;
    case 'national':
      return `${trunk}${area} ${line}`;
    case 'double-zero':
      return `00${callingCode}${area}${line}`;
    case 'pairs':
      return `${trunk}${area} ${(line.match(/.{1,2}/g) ?? []).join(' ')}`;
    case 'loose':
      return `(${trunk}${area}) ${line.slice(0, 3)}-${line.slice(3)}`;
  }
}

const STYLES: readonly PhoneStyle[] = [
  'plus',
  'tight',
  'classic',
  'slash',
  'national',
  'double-zero',
  'pairs',
  'loose',
];

/** A phone number in a style picked by chance; foreign numbers keep their prefix. */
export function writePhoneSomehow(random: Random, phone: Phone | null, home: string): string {
  if (phone === null) return '';
  const style = random.pick(STYLES);
  const foreign = phone.callingCode !== home;
  const national = style === 'slash' || style === 'national' || style === 'pairs' || style === 'loose';
  return writePhone(phone, foreign && national ? 'plus' : style);
}

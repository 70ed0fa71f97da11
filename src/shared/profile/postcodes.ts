import isPostalCode, { locales } from 'validator/es/lib/isPostalCode';

/** How the postcodes of a country are written: the parts of the pattern joined by `join`. */
interface PostcodeForm {
  readonly pattern: RegExp;
  readonly join: string;
  /** Digits of the whole, where a lost leading zero can be put back; 0 = not. */
  readonly padTo: number;
}

const form = (pattern: RegExp, join = '', padTo = 0): PostcodeForm => ({ pattern, join, padTo });

/** Read without blanks and hyphens, in capitals. */
const FORMS: ReadonlyMap<string, PostcodeForm> = new Map([
  ['US', form(/^(\d{5})(\d{4})?$/, '-', 5)],
  ['PR', form(/^(00[679]\d{2})(\d{4})?$/, '-')],
  ['CA', form(/^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/, ' ')],
  ['GB', form(/^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[ABD-HJLNP-UW-Z]{2})$/, ' ')],
  ['IE', form(/^([AC-FHKNPRTV-Y]\d[0-9W])([0-9AC-FHKNPRTV-Y]{4})$/, ' ')],
  ['NL', form(/^([1-9]\d{3})(?!S[ADS])([A-Z]{2})$/, ' ')],
  ['DE', form(/^(\d{5})$/, '', 5)],
  ['FR', form(/^((?:0[1-9]|[1-8]\d|9[0-8])\d{3})$/, '', 5)],
  ['ES', form(/^((?:0[1-9]|[1-4]\d|5[0-2])\d{3})$/, '', 5)],
  ['IT', form(/^(\d{5})$/)],
  ['AT', form(/^([1-9]\d{3})$/)],
  ['CH', form(/^([1-9]\d{3})$/)],
  ['LI', form(/^(94(?:8[5-9]|9[0-8]))$/)],
  ['BE', form(/^([1-9]\d{3})$/)],
  ['LU', form(/^(\d{4})$/)],
  ['DK', form(/^(\d{4})$/)],
  ['NO', form(/^(\d{4})$/)],
  ['SE', form(/^([1-9]\d{2})(\d{2})$/, ' ')],
  ['FI', form(/^(\d{5})$/)],
  ['PL', form(/^(\d{2})(\d{3})$/, '-')],
  ['CZ', form(/^([1-7]\d{2})(\d{2})$/, ' ')],
  ['SK', form(/^([089]\d{2})(\d{2})$/, ' ')],
  ['GR', form(/^(\d{3})(\d{2})$/, ' ')],
  ['PT', form(/^(\d{4})(\d{3})$/, '-')],
  ['BR', form(/^(\d{5})(\d{3})$/, '-')],
  ['JP', form(/^(\d{3})(\d{4})$/, '-')],
  ['KR', form(/^(\d{5})$/)],
  ['CN', form(/^(\d{6})$/)],
  ['IN', form(/^([1-9]\d{5})$/)],
  ['AU', form(/^(\d{4})$/)],
  ['NZ', form(/^(\d{4})$/)],
  ['MX', form(/^(\d{5})$/)],
]);

/** Country letters people put before a postcode. */
const PREFIX =
  /^(?:D|DE|A|AT|CH|F|FR|NL|B|BE|L|LU|LT|LV|I|IT|E|ES|S|SE|DK|N|NO|FIN|FI|PL|CZ|SK|P|PT|GR|FL|LI|H|HU|〒|ZIP|PLZ)[\s\-–.:]*(?=\d)/;

/**
 * The postcode as its country writes it: `sw1a1aa` → `SW1A 1AA`, `1234ab` → `1234 AB`, `D-10115` → `10115`, `021341234` →
 * `02134-1234`; a leading zero lost in a spreadsheet is put back where the country's codes have five digits (`2134` →
 * `02134` in the US, DE, FR and ES). Null when it is none of that country, or the country is not known.
 */
export function canonicalPostcode(text: string, country: string): string | null {
  if (text.length > 30) return null;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[−‐‑–—]/gu, '-')
    .trim();
  const whole = plain.replace(/[\s-]/g, '');
  const own = FORMS.get(country);
  // A prefix is one only where the code is none with it: B34 4LB is in Birmingham, not in Belgium.
  const bare = own?.pattern.test(whole) ? whole : plain.replace(PREFIX, '').replace(/[\s-]/g, '');
  if (own) {
    const padded = own.padTo > 0 && /^\d+$/.test(bare) && bare.length === own.padTo - 1 ? `0${bare}` : bare;
    const match = own.pattern.exec(padded);
    return match
      ? match
          .slice(1)
          .filter((part) => part !== undefined)
          .join(own.join)
      : null;
  }
  const known = locales.find((locale) => locale === country);
  if (known === undefined) return null;
  if (isPostalCode(plain, known)) return plain;
  return isPostalCode(bare, known) ? bare : null;
}

/** True where the form of a country's postcodes is known, so that a wrong one can be told. */
export function knowsPostcodes(country: string): boolean {
  return FORMS.has(country) || locales.some((locale) => locale === country);
}

import { euVat } from 'stdnum';
import isIBAN from 'validator/es/lib/isIBAN';
import { fieldConcepts } from '../mapping/field-words';
import type { TargetField } from '../target/types';

/** Numbers with check digits of their own, by what a field is called. */
type OfficialNumber = 'iban' | 'vat' | 'lei';

/** Letters before a VAT number where they are not the country's code. */
const VAT_PREFIXES: Readonly<Record<string, string>> = { EL: 'GR' };

/** Tests by country (`python-stdnum`, ported): the EU, Andorra and Switzerland. */
const VAT_TESTS = new Map(Object.entries(euVat));

/**
 * A test of check digits for fields that hold IBANs (ISO 13616), VAT numbers of the EU, or LEIs
 * (ISO 17442); null for other fields. A number without the letters of its country cannot be judged and passes.
 */
export function officialNumberTest(field: TargetField): ((value: string) => boolean) | null {
  switch (officialNumberOf(field)) {
    case 'iban':
      return (value) => isIBAN(squeezed(value));
    case 'vat':
      return isVat;
    case 'lei':
      return isLei;
    case null:
      return null;
  }
}

/** Which number with check digits a field holds, by its names; null for other fields. */
export function officialNumberOf(field: TargetField): OfficialNumber | null {
  if (/\biban\b/i.test(`${field.api} ${field.label}`)) return 'iban';
  const concepts = fieldConcepts(field);
  if (concepts.includes('lei')) return 'lei';
  return concepts.includes('taxId') ? 'vat' : null;
}

function squeezed(value: string): string {
  return value.replace(/[\s.\-/]/g, '').toUpperCase();
}

function isVat(value: string): boolean {
  const plain = squeezed(value);
  const letters = plain.slice(0, 2);
  const tests = VAT_TESTS.get(VAT_PREFIXES[letters] ?? letters);
  return !tests || tests.some((test) => test.validate(plain).isValid);
}

/** Twenty letters and digits whose number modulo 97 is 1 (ISO 7064 MOD 97-10). */
function isLei(value: string): boolean {
  const plain = squeezed(value);
  if (!/^[A-Z0-9]{18}\d{2}$/.test(plain)) return false;
  let rest = 0;
  for (const char of plain) rest = Number(`${rest}${Number.parseInt(char, 36)}`) % 97;
  return rest === 1;
}

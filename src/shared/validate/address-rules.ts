import { subdivisionText } from '../clean/address/subdivision';
import { countryCode } from '../profile/countries';
import { canonicalPostcode, knowsPostcodes } from '../profile/postcodes';
import { type Column, EMPTY } from '../table/types';
import type { TargetField } from '../target/types';
import type { FieldContext } from './field-context';
import { type Findings, recordsWhere } from './findings';

/** Parts of an address that are held against each other, by the API names catalogues use. */
const COUNTRY = /country(?:_?code|_region)?$/i;
const REGION = /(?:state|region|province|stateorprovince)(?:_?code)?$/i;
const POSTCODE = /(?:zip(?:_?code)?|postal_?code|post_?code|(?:billing|shipping|mailing|other)_code)$/i;

/** Countries whose regions are written in addresses and are all known by name and abbreviation. */
const WITH_REGIONS: ReadonlySet<string> = new Set('US CA AU MX BR IN IT DE AT CH ES NL'.split(' '));

/**
 * An address held together: its country is one, its region and postcode are of that country. Salesforce also wants a
 * country with every region, where its country lists are on.
 */
export function checkAddress(
  field: TargetField,
  column: Column,
  found: Findings,
  context: FieldContext,
): void {
  if (field.group === null || (field.type !== 'text' && field.type !== 'picklist')) return;
  const { records, object, columns, system } = context;
  if (COUNTRY.test(field.api)) {
    if (field.type === 'picklist') return;
    const known = Uint8Array.from(column.values, (value) => (value === '' || countryCode(value) ? 1 : 0));
    found.add(
      'country',
      recordsWhere(records.count, (record) => known[column.codes[record]!] === 0),
    );
    return;
  }
  const region = REGION.test(field.api);
  if (!region && !POSTCODE.test(field.api)) return;
  const countryField = object.fields.find(
    (other) => other.group === field.group && COUNTRY.test(other.api) && columns.has(other.api),
  );
  const countries = countryField && columns.get(countryField.api);
  if (region && system.system === 'salesforce')
    found.add(
      'stateWithoutCountry',
      recordsWhere(
        records.count,
        (record) => column.codes[record] !== EMPTY && (!countries || countries.codes[record] === EMPTY),
      ),
    );
  if (countries) found.add(region ? 'region' : 'postcode', misplaced(column, countries, region));
}

/** The records whose region or postcode is none of their country; asked once per country and value. */
function misplaced(column: Column, countries: Column, region: boolean): Uint32Array {
  const fits = region
    ? (value: string, country: string) =>
        !WITH_REGIONS.has(country) || subdivisionText(value, country, 'code') !== null
    : (value: string, country: string) =>
        !knowsPostcodes(country) || canonicalPostcode(value, country) !== null;
  const codeOf = countries.values.map((name) => countryCode(name));
  const asked = new Map<number, boolean>();
  return recordsWhere(column.codes.length, (record) => {
    const value = column.codes[record]!;
    const at = countries.codes[record]!;
    const country = codeOf[at];
    if (value === EMPTY || country == null) return false;
    const pair = at * column.values.length + value;
    let wrong = asked.get(pair);
    if (wrong === undefined) {
      wrong = !fits(column.values[value]!, country);
      asked.set(pair, wrong);
    }
    return wrong;
  });
}

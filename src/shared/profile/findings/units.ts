import { countCodes } from '../../table/column';
import { compareText } from '../../table/rank';
import { type Column, EMPTY } from '../../table/types';
import { plural } from '../text';
import type { ColumnProfile } from '../types';
import { checkId } from './check-id';
import type { MixFinding } from './types';

type Kind = MixFinding['kind'];

/** Signs and words of currencies, each under the ISO 4217 code people mean by it; `$` says no more than `$`. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...'EUR USD GBP CHF JPY KRW CNY SEK NOK DKK PLN CZK HUF CAD AUD NZD BRL MXN INR SGD HKD ZAR TRY RUB AED SAR'
    .split(' ')
    .map((code): [string, string] => [code.toLowerCase(), code]),
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['¥', '¥'],
  ['円', 'JPY'],
  ['₩', 'KRW'],
  ['원', 'KRW'],
  ['$', '$'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['₹', 'INR'],
  ['rs', 'INR'],
  ['₺', 'TRY'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['fr', 'CHF'],
  ['sfr', 'CHF'],
]);

/** Units people write behind a number, each in one spelling. */
const UNITS: ReadonlyMap<string, string> = new Map(
  (
    'kg:kg kgs:kg kilo:kg g:g mg:mg t:t lb:lb lbs:lb oz:oz km:km m:m cm:cm mm:mm mi:mi mile:mi miles:mi ft:ft in:in inch:in ' +
    'm²:m² m2:m² qm:m² sqm:m² ft²:ft² sqft:ft² ha:ha l:l ml:ml gal:gal h:h hr:h hrs:h hour:h hours:h std:h min:min mins:min ' +
    'minutes:min s:s sec:s day:days days:days tage:days week:weeks weeks:weeks wochen:weeks month:months months:months monate:months ' +
    'year:years years:years jahre:years k:thousands tsd:thousands mio:millions mn:millions million:millions bn:billions mrd:billions ' +
    '%:% percent:% prozent:% pcs:pieces pc:pieces st:pieces stk:pieces stück:pieces kwh:kWh mwh:MWh kw:kW mw:MW °c:°C °f:°F'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);

const LONGEST = 40;
const AMOUNT = /^\(?[-+]?\s?([^\d\s.,()+-]{0,6})\.?\s?[-+]?\d[\d.,'’ ]*\d?\s?([^\d\s.,()]{0,10})\.?\)?$/u;
/** Amounts needed, as a share of the filled rows, before a column is one of amounts. */
const AMOUNTS = 0.5;
/** Written without any sign. */
export const NO_UNIT = '';

/** The currency or unit an amount is written with; `NO_UNIT` for a bare number, null for no amount. */
export function unitOf(value: string): { readonly kind: Kind; readonly unit: string } | null {
  if (value.length > LONGEST) return null;
  const match = AMOUNT.exec(value.trim());
  if (!match) return null;
  const before = match[1]!.toLowerCase();
  const after = match[2]!.toLowerCase();
  if (before === '' && after === '') return { kind: 'unit', unit: NO_UNIT };
  const currency = CURRENCIES.get(before) ?? CURRENCIES.get(after);
  if (currency !== undefined) return { kind: 'currency', unit: currency };
  const unit = before === '' ? UNITS.get(after) : undefined;
  return unit === undefined ? null : { kind: 'unit', unit };
}

/** Amounts in more than one currency or unit, or partly without. Null when a column is even, or not of amounts. */
export function mixOf(column: Column, profile: ColumnProfile): MixFinding | null {
  if (profile.semantic === 'phone' || profile.semantic === 'identifier' || profile.semantic === 'postcode')
    return null;
  const rows = new Map<string, number>();
  const kinds = new Map<Kind, number>();
  let amounts = 0;
  const counts = countCodes(column);
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    const found = count > 0 && hasDigit(column.values[code]!) ? unitOf(column.values[code]!) : null;
    if (!found) continue;
    amounts += count;
    rows.set(found.unit, (rows.get(found.unit) ?? 0) + count);
    if (found.unit !== NO_UNIT) kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + count);
  }
  if (rows.size < 2 || amounts < profile.filled * AMOUNTS) return null;
  const kind: Kind = (kinds.get('currency') ?? 0) >= (kinds.get('unit') ?? 0) ? 'currency' : 'unit';
  const parts = [...rows]
    .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .map(([unit, count]) => ({ unit, rows: count, check: checkId('unit', unit) }));
  const told = parts.map(
    (part) => `${part.unit === NO_UNIT ? 'none' : part.unit} on ${plural(part.rows, 'row')}`,
  );
  const what = kind === 'currency' ? 'currencies' : 'units';
  const sentence = `Amounts of ${column.name} are written with different ${what}: ${told.join(', ')}.`;
  return { column: column.name, kind, sentence, parts };
}

function hasDigit(value: string): boolean {
  for (let i = 0; i < value.length && i < LONGEST; i++) {
    const unit = value.charCodeAt(i);
    if (unit >= 48 && unit <= 57) return true;
  }
  return false;
}

/** 1 for each row whose amount is written with this unit. */
export function unitRows(column: Column, unit: string): Uint8Array {
  const wanted = Uint8Array.from(column.values, (value) => (unitOf(value)?.unit === unit ? 1 : 0));
  return Uint8Array.from(column.codes, (code) => (code === EMPTY ? 0 : wanted[code]!));
}

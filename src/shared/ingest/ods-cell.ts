import { isCurrencySign } from './currency-signs';
import { amountText, type HeldBack, numberText, roundNumber, type ShownCell } from './number-format';
import { serialDate } from './serial-date';
import { attribute, type XmlAttributes } from './xml';

/** Decimals a shown number is looked at for. */
const MOST_DECIMALS = 12;

/**
 * A cell of an OpenDocument sheet from its typed value and the text it shows: ISO dates, plain numbers, percents with their
 * sign, amounts with their currency, TRUE and FALSE. The text shown decides on decimals and on a time of day.
 */
export function odsCell(attributes: XmlAttributes, text: string): ShownCell {
  const number = Number(attribute(attributes, 'value'));
  switch (attribute(attributes, 'value-type')) {
    case 'float':
      return Number.isFinite(number) ? numberCell(number, text) : plain(text);
    case 'currency':
      return Number.isFinite(number)
        ? currencyCell(number, text, attribute(attributes, 'currency') ?? '')
        : plain(text);
    case 'percentage':
      return Number.isFinite(number) ? rounded(number * 100, text, '%') : plain(text);
    case 'date':
      return dateCell(attribute(attributes, 'date-value') ?? text, text);
    case 'time':
      return plain(durationText(attribute(attributes, 'time-value') ?? '') ?? text);
    case 'boolean':
      return plain(attribute(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE');
    default:
      return plain(attribute(attributes, 'string-value') ?? text);
  }
}

function plain(text: string): ShownCell {
  return { text, held: null };
}

function numberCell(number: number, text: string): ShownCell {
  // Shown with leading zeros, as postcodes are: what is shown is the value.
  if (/^0\d+$/.test(text) && Number(text) === number) return plain(text);
  // Some programs write dates as numbers and show them as dates.
  if (serialDate(number, false) === text) return plain(text);
  return rounded(number, text, '');
}

function rounded(number: number, text: string, unit: string): ShownCell {
  const stored = `${numberText(number)}${unit}`;
  const decimals = decimalsShown(number, text);
  const value = decimals === null ? null : roundNumber(number, decimals);
  const shown = value === null ? stored : `${numberText(value)}${unit}`;
  return shown === stored ? plain(stored) : { text: shown, held: heldBack(stored, { decimals: true }) };
}

function currencyCell(number: number, text: string, code: string): ShownCell {
  const stored = numberText(number);
  const decimals = decimalsShown(number, text);
  const value = decimals === null ? null : roundNumber(number, decimals);
  const literals = /^([^\d]*?)[-+(\d][\d.,'’\s\u00a0\u202f]*(.*)$/su.exec(text.trim());
  const before = literals?.[1]?.replace(/[-+(]/g, '').trim() ?? '';
  const after = literals?.[2]?.replace(/[-)]/g, '').trim() ?? '';
  const leads = isCurrencySign(before);
  const sign = leads ? before : isCurrencySign(after) ? after : isCurrencySign(code) ? code : '';
  if (sign === '') return rounded(number, text, '');
  const digits = value === null ? numberText(Math.abs(number)) : Math.abs(value).toFixed(decimals ?? 0);
  const held = heldBack(stored, {
    decimals: value !== null && numberText(value) !== stored,
    currency: sign,
  });
  return { text: amountText(digits, (value ?? number) < 0, sign, leads || !isCurrencySign(after)), held };
}

/** How many decimals a text shows of a number, whatever its signs of grouping and decimals; null when it is none of its roundings. */
function decimalsShown(number: number, text: string): number | null {
  const digits = text.replace(/\D/g, '');
  if (digits === '' || /[eE]/.test(text)) return null;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const value = roundNumber(number, decimals);
    if (value !== null && Math.abs(value).toFixed(decimals).replace('.', '') === digits) return decimals;
  }
  return null;
}

function dateCell(value: string, text: string): ShownCell {
  const stored = value
    .replace(/(?:\.\d+)?Z?$/, '')
    .replace(/T00:00(?::00)?$/, '')
    .replace('T', ' ');
  if (stored.length <= 10 || text.includes(':') || !/\d/.test(text)) return plain(stored);
  return { text: stored.slice(0, 10), held: heldBack(stored, { time: true }) };
}

function heldBack(stored: string, what: Partial<HeldBack>): HeldBack {
  return { stored, decimals: false, time: false, currency: '', ...what };
}

/** `PT08H30M00S` as `08:30:00`. */
function durationText(value: string): string | null {
  const match = /^(-?)PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(value);
  if (!match) return null;
  return `${match[1]}${match
    .slice(2, 5)
    .map((part) => part.padStart(2, '0'))
    .join(':')}`;
}

import { readPhone } from '../../profile/phones';
import { isPlaceholderPhone } from '../../profile/placeholders';

/**
 * A number as international digits without "+": "0171 / 23 45 67" seen from Germany → "49171234567". What is no possible
 * number keeps its digits without leading zeros; '' with fewer than five digits or an obvious filler (0000000, 123456789).
 */
export function phone(text: string, country: string): string {
  if (isPlaceholderPhone(text)) return '';
  const reading = readPhone(text, country);
  if (reading.e164 !== null) return reading.e164.slice(1);
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5) return '';
  return digits.replace(/^0+/, '');
}

/** The last seven digits: what stays equal when a prefix is missing on one side. */
export function phoneTail(number: string): string {
  return number.length <= 7 ? number : number.slice(-7);
}

/** Signs and words written before or after an amount, in lower case; longer ones first where one begins another. */
export const CURRENCY_SIGNS: readonly string[] = [
  ...['us$', 'nz$', 'hk$', 'c$', 'a$', 'r$', 's$', 'kč', 'zł', 'kr.', 'kr', 'fr.', 'rs.', 'rs'],
  ...'chf eur usd gbp jpy krw cny sek nok dkk pln czk huf cad aud nzd brl mxn inr sgd hkd zar try rub aed sar ron bgn ils thb'.split(
    ' ',
  ),
  ...'円 원 元 $ € £ ¥ ₩ ₹ ₺ ₽ ฿ ₫ ₪ ¢ ￥'.split(' '),
];

const KNOWN: ReadonlySet<string> = new Set(CURRENCY_SIGNS);

/** The alternatives of a pattern that matches any of the signs. */
export const CURRENCY_PATTERN = CURRENCY_SIGNS.map((sign) => sign.replace(/[.$]/g, '\\$&')).join('|');

/** Is the text a currency sign, as it stands, blanks around it aside? */
export function isCurrencySign(text: string): boolean {
  return KNOWN.has(text.trim().toLowerCase());
}

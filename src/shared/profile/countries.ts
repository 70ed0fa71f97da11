import codes from 'i18n-iso-countries/codes.json';
import de from 'i18n-iso-countries/langs/de.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import it from 'i18n-iso-countries/langs/it.json';
import ja from 'i18n-iso-countries/langs/ja.json';
import ko from 'i18n-iso-countries/langs/ko.json';
import nl from 'i18n-iso-countries/langs/nl.json';
import pt from 'i18n-iso-countries/langs/pt.json';
import { foldText } from './text';

/** Names people write that no list has, by ISO 3166-1 alpha-2 code. */
const ALIASES: Readonly<Record<string, string>> = {
  AE: 'UAE|U.A.E.|Emirates|VAE',
  AT: 'Oesterreich|Republik Österreich',
  BA: 'Bosnia|Bosnien',
  CD: 'DR Congo|DRC|Congo-Kinshasa',
  CH: 'Swiss|Schweizerische Eidgenossenschaft|Suisse|Svizzera',
  CI: 'Ivory Coast',
  CN: 'PR China|P.R. China|VR China|PRC|Mainland China|中国|중국',
  CZ: 'Tschechei|Czech Rep.|Czech Rep',
  DE: 'BRD|Bundesrepublik Deutschland|Germany (West)|Federal Republic of Germany|Allemagne|Alemania|D',
  ES: 'Espana',
  FR: 'F',
  GB: 'England|Scotland|Wales|Northern Ireland|U.K.|UK|Britain|Great Britain|Großbritannien|United Kingdom of Great Britain and Northern Ireland|Royaume Uni|영국',
  GR: 'Hellas',
  HK: 'Hong Kong SAR|Hongkong',
  IE: 'Eire|Republic of Ireland|Irland (Republik)',
  IR: 'Iran',
  IT: 'I',
  JP: '日本国|日本|일본',
  KP: 'North Korea|Nordkorea',
  KR: 'Korea|South Korea|Republic of Korea|R.O. Korea|Südkorea|한국|대한민국|韓国',
  LA: 'Laos',
  MK: 'Macedonia|Mazedonien|North Macedonia',
  MM: 'Burma',
  MD: 'Moldova|Moldawien',
  NL: 'Holland|The Netherlands|Pays Bas',
  PS: 'Palestine',
  RU: 'Russia|Russian Fed.',
  SY: 'Syria',
  TR: 'Turkey|Türkei|Turkiye|Türkiye',
  TW: 'Taiwan|台湾|대만',
  TZ: 'Tanzania',
  US: 'USA|U.S.A.|U.S.|United States|America|Vereinigte Staaten von Amerika|Estados Unidos|Etats-Unis|EE.UU.|EEUU|EE. UU.|米国|アメリカ|미국|United States of America (the)',
  VA: 'Vatican',
  VE: 'Venezuela',
  VN: 'Viet Nam|Vietnam',
};

/** English names as CRM country lists have them, where the first ISO name is another. */
const USUAL_NAMES: Readonly<Record<string, string>> = {
  US: 'United States',
  KR: 'South Korea',
  RU: 'Russia',
  CZ: 'Czech Republic',
  IR: 'Iran',
  SY: 'Syria',
  TZ: 'Tanzania',
  LA: 'Laos',
  MD: 'Moldova',
  VE: 'Venezuela',
  BO: 'Bolivia',
  TW: 'Taiwan',
};

const nameByCode = new Map<string, string>();
const codeByText = new Map<string, string>();

for (const locale of [en, de, fr, es, it, nl, pt, ja, ko]) {
  for (const [code, entry] of Object.entries<string | string[]>(locale.countries)) {
    const names = typeof entry === 'string' ? [entry] : entry;
    if (locale === en && names[0] !== undefined) nameByCode.set(code, USUAL_NAMES[code] ?? names[0]);
    for (const name of names) remember(name, code);
  }
}
for (const [alpha2, alpha3] of codes) {
  if (alpha2 === undefined || alpha3 === undefined) continue;
  remember(alpha2, alpha2);
  remember(alpha3, alpha2);
}
for (const [code, names] of Object.entries(ALIASES))
  for (const name of names.split('|')) codeByText.set(foldText(name), code);

function remember(name: string, code: string): void {
  const key = foldText(name);
  if (!codeByText.has(key)) codeByText.set(key, code);
}

/** ISO 3166-1 alpha-2 of a country name in nine languages, a usual alias, or an alpha-2 or alpha-3 code; null if none. */
export function countryCode(text: string): string | null {
  if (text.length > 80) return null;
  const folded = foldText(text);
  return (
    codeByText.get(folded) ??
    codeByText.get(folded.replace(/^(?:the|la|le|les|die|der|el|los) |\.$/g, '')) ??
    null
  );
}

/** The usual English name of a country by its alpha-2 code, or null. */
export function countryName(code: string): string | null {
  return nameByCode.get(code) ?? null;
}

import { iso31662 } from 'iso-3166';
import { foldText } from '../../profile/text';

/** Names and abbreviations in use that ISO 3166-2 does not list, by its code; `|` between them. */
const ALIASES: Readonly<Record<string, string>> = {
  'US-AL': 'Ala',
  'US-AZ': 'Ariz',
  'US-AR': 'Ark',
  'US-CA': 'Calif|Cal|Kalifornien|Californie',
  'US-CO': 'Colo',
  'US-CT': 'Conn',
  'US-DC': 'Washington DC|Washington D.C.|D.C.',
  'US-FL': 'Fla',
  'US-HI': 'Hawaii',
  'US-IL': 'Ill',
  'US-MA': 'Mass',
  'US-MI': 'Mich',
  'US-MN': 'Minn',
  'US-NC': 'N Carolina|North Carolina|Nordkarolina',
  'US-NM': 'N Mexico|Neumexiko',
  'US-NY': 'New York State',
  'US-OR': 'Ore',
  'US-PA': 'Penn|Penna|Pennsylvanien',
  'US-SC': 'S Carolina|Südkarolina',
  'US-TN': 'Tenn',
  'US-TX': 'Tex',
  'US-WA': 'Wash|Washington State',
  'US-WI': 'Wis|Wisc',
  'CA-QC': 'Quebec|PQ',
  'CA-NL': 'Newfoundland|NF|Labrador',
  'DE-BW': 'BaWü|Ba-Wü|Baden Wurttemberg',
  'DE-BY': 'Bavaria|Bavière|Baviera',
  'DE-HE': 'Hesse',
  'DE-MV': 'Mecklenburg Western Pomerania|Meck-Pomm|Mecklenburg-Western Pomerania',
  'DE-NI': 'Lower Saxony|NDS',
  'DE-NW': 'NRW|North Rhine-Westphalia|North Rhine Westphalia',
  'DE-RP': 'RLP|Rhineland-Palatinate|Rhineland Palatinate',
  'DE-SN': 'Saxony',
  'DE-ST': 'Saxony-Anhalt',
  'DE-TH': 'Thuringia',
  'AT-1': 'Bgld',
  'AT-2': 'Ktn|Carinthia',
  'AT-3': 'NÖ|Lower Austria',
  'AT-4': 'OÖ|Upper Austria',
  'AT-5': 'Sbg',
  'AT-6': 'Stmk|Styria',
  'AT-7': 'Tyrol',
  'AT-8': 'Vbg',
  'AT-9': 'Vienna|Vienne',
  'CH-BE': 'Berne|Berna',
  'CH-FR': 'Freiburg',
  'CH-GE': 'Geneva|Genf|Ginevra',
  'CH-GR': 'Grisons|Grigioni',
  'CH-LU': 'Lucerne|Lucerna',
  'CH-NE': 'Neuenburg',
  'CH-SG': 'St Gallen|St. Gallen',
  'CH-TI': 'Tessin',
  'CH-VD': 'Waadt',
  'CH-VS': 'Wallis',
  'CH-ZH': 'Zurich|Zurigo',
  'ES-AN': 'Andalusia',
  'ES-CT': 'Cataluña|Catalonia',
  'ES-IB': 'Islas Baleares|Baleares|Balearic Islands',
  'ES-PV': 'Euskadi|Basque Country',
  'ES-VC': 'Valencia',
  'IT-25': 'Lombardy|Lombardei',
  'IT-21': 'Piedmont',
  'IT-52': 'Tuscany|Toskana',
  'IT-82': 'Sicily',
  'IT-88': 'Sardinia',
  'FR-BRE': 'Brittany',
  'FR-NOR': 'Normandy',
  'FR-IDF': 'Ile de France',
  'FR-PAC': 'PACA|Provence-Alpes-Côte d’Azur',
  'NL-FR': 'Friesland',
  'NL-NB': 'North Brabant|Brabant',
  'NL-NH': 'North Holland',
  'NL-ZH': 'South Holland',
  'NL-ZE': 'Zealand',
  'BE-BRU': 'Brussels|Brussel|Bruxelles',
  'BE-VLG': 'Flanders|Vlaanderen',
  'BE-WAL': 'Wallonia|Wallonie',
  'JP-13': 'Tokyo|東京都|東京',
  'JP-27': 'Osaka|大阪府|大阪',
  'JP-26': 'Kyoto|京都府|京都',
  'JP-14': '神奈川県',
  'JP-40': 'Fukuoka|福岡県',
};

interface Regions {
  /** ISO code by folded name or abbreviation. */
  readonly codeOf: Map<string, string>;
}

let known: {
  byCountry: Map<string, Regions>;
  nameOf: Map<string, string>;
  anywhere: Map<string, string | null>;
} | null = null;

/** The tables, built on first use: 5,070 entries, first level before second so that a name they share is the larger. */
function tables() {
  if (known) return known;
  const byCountry = new Map<string, Regions>();
  const nameOf = new Map<string, string>();
  const anywhere = new Map<string, string | null>();
  const remember = (code: string, name: string): void => {
    const key = foldText(name).replace(/\.$/, '');
    if (key === '') return;
    const country = code.slice(0, 2);
    let regions = byCountry.get(country);
    if (!regions) {
      regions = { codeOf: new Map() };
      byCountry.set(country, regions);
    }
    if (!regions.codeOf.has(key)) regions.codeOf.set(key, code);
    if (key.length > 3) {
      const other = anywhere.get(key);
      anywhere.set(key, other === undefined || other === code ? code : null);
    }
  };
  const ordered = [...iso31662].sort((a, b) => a.parent.length - b.parent.length);
  for (const { code, name } of ordered) {
    nameOf.set(code, name);
    const short = code.slice(3);
    if (/^[A-Z]/.test(short)) remember(code, short);
    for (const spelling of spellings(name)) remember(code, spelling);
  }
  for (const [code, names] of Object.entries(ALIASES))
    for (const name of names.split('|')) remember(code, name);
  known = { byCountry, nameOf, anywhere };
  return known;
}

/** `Madrid, Comunidad de` is also `Comunidad de Madrid` and `Madrid`; names in two languages are two names. */
function spellings(name: string): readonly string[] {
  const plain = name.replace(/\s*\([^)]*\)/g, '').trim();
  const all = [name, plain, ...plain.split(/\s*\/\s*/)];
  const comma = plain.indexOf(', ');
  if (comma > 0) {
    const head = plain.slice(0, comma);
    const tail = plain.slice(comma + 2);
    all.push(head, tail.length > 3 && /^\p{Lu}/u.test(tail) ? `${tail} ${head}` : head);
    if (/ (?:y|d'|dels?) |^Vall|Südtirol|Bozen/u.test(tail)) all.push(tail);
  }
  if (plain.includes('-')) all.push(plain.replaceAll('-', ' '));
  return all;
}

/** The ISO 3166-2 code of a subdivision by name, abbreviation or code; null when not known or, without country, not plain. */
export function subdivisionCode(text: string, country: string): string | null {
  if (text.length > 80) return null;
  const { byCountry, nameOf, anywhere } = tables();
  const whole = text.trim().toUpperCase();
  if (/^[A-Z]{2}-[A-Z\d]{1,3}$/.test(whole) && nameOf.has(whole))
    return country === '' || whole.startsWith(`${country}-`) ? whole : null;
  const key = foldText(text)
    .replace(/\.$/, '')
    .replace(/^(?:state|province|land|kanton|canton|provincia) (?:of |de |di |d')?/, '');
  if (country !== '') return byCountry.get(country)?.codeOf.get(key) ?? null;
  return anywhere.get(key) ?? null;
}

/** The subdivision as its ISO name or code; null when it is not known. */
export function subdivisionText(text: string, country: string, to: 'name' | 'code'): string | null {
  const code = subdivisionCode(text, country);
  if (code === null) return null;
  return to === 'code' ? code : (tables().nameOf.get(code) ?? null);
}

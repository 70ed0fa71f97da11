import { fold } from './fold';

/** States and provinces whose two or three letters are written as often as their names: USA, Canada, Australia. */
const NAMES = `al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware
dc district of columbia|fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky
la louisiana|me maine|md maryland|ma massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana
ne nebraska|nv nevada|nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina|nd north dakota|oh ohio
ok oklahoma|or oregon|pa pennsylvania|ri rhode island|sc south carolina|sd south dakota|tn tennessee|tx texas|ut utah
vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin|wy wyoming|pr puerto rico
ab alberta|bc british columbia|mb manitoba|nb new brunswick|nl newfoundland and labrador|ns nova scotia|on ontario
pe prince edward island|qc quebec|sk saskatchewan
nsw new south wales|qld queensland|sa south australia|tas tasmania|vic victoria|act australian capital territory`;

const codeOf = new Map<string, string>();
for (const entry of NAMES.split(/[|\n]/)) {
  const blank = entry.indexOf(' ');
  codeOf.set(entry.slice(blank + 1), entry.slice(0, blank));
}
const CODES: ReadonlySet<string> = new Set(codeOf.values());

/** A state or province as its code when it is one of the known, else as folded text: "Ohio", "OH" → "oh". */
export function regionCode(text: string): string {
  const plain = fold(text);
  return codeOf.get(plain) ?? plain;
}

/** True for the letters of a known state or province in capitals, as they stand at the end of an address. */
export function isRegionCode(text: string): boolean {
  return /^[A-Z]{2,3}$/.test(text) && CODES.has(text.toLowerCase());
}

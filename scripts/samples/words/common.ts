import { DE } from './de';
import { FR } from './fr';
import { IT } from './it';
import { JP } from './jp';
import { KR } from './kr';
import type { Locale } from './locale';
import { NL } from './nl';
import { UK } from './uk';
import { US } from './us';

/** Where Northgate sells, with the share of companies in each country. */
export const LOCALES: readonly { readonly locale: Locale; readonly share: number }[] = [
  { locale: DE, share: 0.44 },
  { locale: UK, share: 0.12 },
  { locale: FR, share: 0.12 },
  { locale: NL, share: 0.09 },
  { locale: IT, share: 0.08 },
  { locale: US, share: 0.06 },
  { locale: JP, share: 0.05 },
  { locale: KR, share: 0.04 },
];

/** People who own accounts at Northgate; those who left are still named as owners. */
export const OWNERS: readonly { readonly name: string; readonly login: string; readonly left: boolean }[] = [
  { name: 'Kathrin Brandt', login: 'kbrandt', left: false },
  { name: 'Jonas Petersen', login: 'jpetersen', left: false },
  { name: 'Marie Delorme', login: 'mdelorme', left: false },
  { name: 'Oliver Whitcombe', login: 'owhitcombe', left: false },
  { name: 'Sander Kuipers', login: 'skuipers', left: false },
  { name: 'Chiara Bellini', login: 'cbellini', left: false },
  { name: 'Aiko Tanabe', login: 'atanabe', left: false },
  { name: 'Greg Larsen', login: 'glarsen', left: false },
  { name: 'Dieter Hallmann', login: 'dhallmann', left: true },
  { name: 'Ruth Obermaier', login: 'robermaier', left: true },
  { name: 'Colin Stubbs', login: 'cstubbs', left: true },
];

/** What the offers are for. */
export const PRODUCTS: readonly string[] = [
  'Förderband FB 200',
  'Förderband FB 400',
  'Palettierer P12',
  'Palettierer P30',
  'Spare parts kit',
  'Wartungsvertrag',
  'Service contract',
  'Retrofit Steuerung',
  'Conveyor line CL-7',
  'Pumpenstation PS 3',
  'Case packer CP-2',
  'Ersatzteilpaket',
  'Inspection',
  'Hubtisch HT 1500',
];

/** Remarks people left in the old system; quotes and line breaks as they wrote them. */
export const REMARKS: readonly string[] = [
  'Kunde sagt: "bitte nur per Mail"',
  'Rückruf KW 12\nHerr Dr. ist dann wieder im Haus',
  'zahlt schleppend; vor Lieferung Rücksprache mit Buchhaltung',
  'Key account – visit twice a year',
  'Anfahrt über Tor 3; Anmeldung beim Pförtner',
  'Asked for "Palettierer" brochure (English)',
  'Wettbewerb: "die Blauen" sind billiger',
  'Messekontakt Hannover',
  'Messekontakt; Interpack\nKatalog verschickt',
  'moved 2019, old address still on invoices',
  'Lieferadresse weicht von Rechnungsadresse ab',
  'Rahmenvertrag bis 2027',
  'wants offer in EUR',
  'Ansprechpartner wechselt häufig',
  '„Stammkunde“ seit 1994',
];

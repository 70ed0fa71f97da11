import { csv, type Upload } from './estate';

/**
 * Customers with everything a recipe is for: cities in four spellings, stray blanks, full names, words for nothing,
 * dates with the day first.
 */
const LINES = [
  'K1,Hans Müller,Berlin ,Hardware,31.12.2020',
  'K2,Anna Abel,berlin,Hardware,15.01.2021',
  'K3,Ines Jung,BERLIN,n/a,16.01.2021',
  'K4,Nora Quandt,Berlin,Software,17.01.2021',
  'K5,Otto Quandt,Berlin,Software,18.01.2021',
  'K6,Rosa Holl,Hamburg,Hardware,19.01.2021',
  'K7,Tom Farr,Hamburg ,n/a,20.01.2021',
  'K8,Mia Lind,HAMBURG,Services,21.01.2021',
] as const;

const HEADER = 'Number,Name,City,Segment,Since';

export const CUSTOMERS: Upload = csv('customers.csv', [HEADER, ...LINES, ''].join('\n'));

/** A year later: one more spelling of Berlin nobody has seen before, and another customer. */
export const CUSTOMERS_LATER: Upload = csv(
  'customers-later.csv',
  [
    HEADER,
    ...LINES,
    'K9,Eva Wolf,"Berlin,",Hardware,22.01.2021',
    'K10,Jan Kern,Kiel ,Services,23.01.2021',
    '',
  ].join('\n'),
);

import { csv } from './estate';

/** Customers kept in one file a year, as people do: the second file calls a column otherwise and has one more. */
export const CUSTOMERS_2019 = csv(
  'Customers 2019.csv',
  `No,Company,City,Revenue,Since
1,Ada Engines Ltd,Bern,1200,2001-03-01
2,Bell Works AG,Basel,340.5,2004-11-30
3,Curie Glass SA,Paris,99,2010-07-09
4,Da,rwin,Kent,x,10,2012-01-05
5,Euler Paths KG,Basel,n/a,2015-02-17
`,
);

export const CUSTOMERS_2020 = csv(
  'Customers 2020.csv',
  `No,Compny,City,Revenue,Since,Fax
6,Fermi Labs SpA,Roma,780,2018-04-04,
7,Grace & Co,York,55,2019-12-24,555
`,
);

/** A newer extract of the first file: one row changed, one gone, one new, a column renamed; the broken line again. */
export const CUSTOMERS_NEWER = csv(
  'Customers 2019 of March.csv',
  `No,Compny,City,Revenue,Since
1,Ada Engines Ltd,Bern,1200,2001-03-01
3,Curie Glass SA,Lyon,99,2010-07-09
4,Da,rwin,Kent,x,10,2012-01-05
5,Euler Paths KG,Basel,n/a,2015-02-17
8,Hopper Ships BV,Delft,640,2020-06-01
`,
);

/** Every date could be read with the day or the month first. */
export const VISITS = csv('visits.csv', 'Visit,Met on\nA,03/04/2020\nB,05/06/2021\nC,07/08/2022\n');

/** Three rows, and two lines somebody wrote below them. */
export const WITH_NOTES = csv(
  'branches.csv',
  'Branch,City,Staff\nNorth,Kiel,12\nSouth,Ulm,9\nWest,Bonn,7\nas of,May,\nplease ask,Mr Hart,\n',
);

/**
 * A legacy estate small enough to be read whole: two sources that know some of the same companies and people, with the
 * faults every estate has. Days are counted back from today, because "active" is a matter of how long ago.
 */

/** A file as a person would pick it. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A text as a CSV file. */
export function csv(name: string, text: string): Upload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') };
}

/** ISO day so many months ago, always the 10th. */
export function monthsAgo(months: number, today = new Date()): string {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 10))
    .toISOString()
    .slice(0, 10);
}

const recent = monthsAgo(3);
const lastYear = monthsAgo(14);
const long = monthsAgo(70);

/**
 * Companies of the old CRM. Brightwater stands in it twice (1001, 1009), Castell Foods almost (1003, 1010); "Hardware"
 * is no industry the target knows; 1012 is a test record and 1013 has been quiet for years.
 */
export const CRM_ACCOUNTS = csv(
  'crm-accounts.csv',
  `Account ID,Account Name,Website,Phone,Billing Street,Billing City,Billing Postal Code,Billing Country,Industry,Last Modified Date
1001,Brightwater Engineering Ltd,https://brightwater.example,+44 20 7946 0101,14 Mill Lane,Bristol,BS1 4DJ,United Kingdom,Machinery,${recent}
1002,Aldous Shipping,https://aldous.example,+44 20 7946 0102,2 Dock Road,Hull,HU1 2PN,United Kingdom,Shipping,${recent}
1003,Castell Foods GmbH,https://castell.example,+49 30 5550103,Hauptstrasse 9,Berlin,10115,Germany,Food & Beverage,${lastYear}
1004,Dunmore Textiles,https://dunmore.example,+353 1 555 0104,7 Weaver Street,Dublin,D02 X285,Ireland,Apparel,${recent}
1005,Eastgate Clinics,https://eastgate.example,+44 20 7946 0105,88 Station Road,Leeds,LS1 4DY,United Kingdom,Healthcare,${lastYear}
1006,Farrow Tools,https://farrow.example,+44 20 7946 0106,3 Anvil Court,Sheffield,S1 2HE,United Kingdom,Hardware,${recent}
1007,Gellner Chemie AG,https://gellner.example,+49 69 5550107,Industrieweg 21,Frankfurt,60311,Germany,Chemicals,${recent}
1008,Holloway Media,https://holloway.example,+44 20 7946 0108,51 Fleet Place,London,EC4M 7RF,United Kingdom,Media,${lastYear}
1009,Brightwater Engineering Limited,https://brightwater.example,+44 20 7946 0101,14 Mill Lane,Bristol,BS1 4DJ,United Kingdom,Machinery,${lastYear}
1010,Castell Foods,https://castell.example,+49 30 5550103,Hauptstr. 9,Berlin,10115,Germany,Food & Beverage,${recent}
1011,Iverson Hardware,https://iverson.example,+44 20 7946 0111,19 Forge Hill,Dudley,DY1 1HF,United Kingdom,Hardware,${recent}
1012,Test Company,,,,,,,Other,${recent}
1013,Juniper Looms,https://juniper.example,+44 20 7946 0113,6 Spindle Row,Bradford,BD1 1HX,United Kingdom,Apparel,${long}
`,
);

/** Companies of the accounting system; four of them are in the old CRM too, each written a little differently. */
export const BILLING_ACCOUNTS = csv(
  'billing-accounts.csv',
  `Customer Number,Account Name,Website,Phone,Billing Street,Billing City,Billing Postal Code,Billing Country,Industry,Last Modified Date
B-201,BRIGHTWATER ENGINEERING,https://brightwater.example,+44 20 7946 0101,14 Mill Ln,Bristol,BS1 4DJ,United Kingdom,Machinery,${recent}
B-202,Aldous Shipping Co,https://aldous.example,+44 20 7946 0102,2 Dock Rd,Hull,HU1 2PN,United Kingdom,Shipping,${recent}
B-203,Gellner Chemie,https://gellner.example,+49 69 5550107,Industrieweg 21,Frankfurt,60311,Germany,Chemicals,${lastYear}
B-204,Kestrel Optics,https://kestrel.example,+44 20 7946 0204,40 Lens Avenue,Cambridge,CB1 2JB,United Kingdom,Electronics,${recent}
B-205,Lindqvist Papper,https://lindqvist.example,+46 8 555 0205,Bruksgatan 5,Uppsala,753 20,Sweden,Manufacturing,${recent}
B-206,Dunmore Textile Mills,https://dunmore.example,+353 1 555 0199,Unit 4 Quay West,Cork,T12 AB34,Ireland,Apparel,${lastYear}
`,
);

/**
 * People of the old CRM. P01 and P13 are one person, so are P02 and P14, P03 and P15; P16 belongs to a company that is
 * not there; P17's e-mail is none; P18 has no date; P19 has been quiet for years; P05 asked to be erased; "Cllr." is not
 * in the target's list; the line of P11 has more cells than there are columns.
 */
export const CRM_CONTACTS = csv(
  'crm-contacts.csv',
  `Contact ID,Account ID,Salutation,First Name,Last Name,Email,Phone,Mailing City,Title,Last Modified Date
P01,1001,Ms.,Margaret,Osei,margaret.osei@brightwater.example,+44 20 7946 0301,Bristol,Buyer,${recent}
P02,1002,Mr.,Thomas,Aldous,t.aldous@aldous.example,+44 20 7946 0302,Hull,Director,${recent}
P03,1003,Ms.,Katharina,Vogel,k.vogel@castell.example,+49 30 5550303,Berlin,Controller,${lastYear}
P04,1004,Ms.,Niamh,Brennan,n.brennan@dunmore.example,+353 1 555 0304,Dublin,Designer,${recent}
P05,1005,Dr.,Peter,Eastgate,p.eastgate@eastgate.example,+44 20 7946 0305,Leeds,Doctor,${recent}
P06,1006,Mr.,Samuel,Farrow,s.farrow@farrow.example,+44 20 7946 0306,Sheffield,Owner,${recent}
P07,1007,Dr.,Jutta,Gellner,j.gellner@gellner.example,+49 69 5550307,Frankfurt,Chemist,${lastYear}
P08,1008,Cllr.,Rosa,Holloway,r.holloway@holloway.example,+44 20 7946 0308,London,Editor,${recent}
P09,1006,Mr.,Imran,Qureshi,i.qureshi@farrow.example,+44 20 7946 0309,Sheffield,Foreman,${lastYear}
P10,1007,Mr.,Uwe,Brandt,u.brandt@gellner.example,+49 69 5550310,Frankfurt,Buyer,${recent}
P11,1008,Ms.,Claire,Duval,c.duval@holloway.example,+44 20 7946 0311,London,Producer,${recent},cells,that,belong,nowhere
P12,1011,Mr.,Owen,Iverson,o.iverson@iverson.example,+44 20 7946 0312,Dudley,Owner,${recent}
P13,1001,Ms.,Maggie,Osei,margaret.osei@brightwater.example,+44 20 7946 0301,Bristol,Senior Buyer,${lastYear}
P14,1002,Mr.,Tom,Aldous,t.aldous@aldous.example,,Hull,Director,${lastYear}
P15,1003,Ms.,Katarina,Vogel,k.vogel@castell.example,+49 30 5550303,Berlin,Controller,${recent}
P16,9999,Cllr.,Lena,Waise,l.waise@nowhere.example,+49 30 5550316,Potsdam,Clerk,${recent}
P17,1004,Mr.,Fergus,Daly,fergus.daly(at)dunmore.example,+353 1 555 0317,Dublin,Clerk,${recent}
P18,1002,Ms.,Edith,Marsh,e.marsh@aldous.example,+44 20 7946 0318,Hull,Archivist,
P19,1013,Mr.,Basil,Loom,b.loom@juniper.example,+44 20 7946 0319,Bradford,Weaver,${long}
P20,1001,Mr.,Viktor,Hajek,v.hajek@brightwater.example,+44 20 7946 0320,Bristol,Engineer,${recent}
`,
);

/** Whoever asked to be forgotten; the name of the file makes it a list that is looked up. */
export const ERASURE_REQUESTS = csv(
  'erasure-requests.csv',
  `Received,Name,E-mail
${recent},Peter Eastgate,p.eastgate@eastgate.example
${recent},Unknown Person,nobody@elsewhere.example
`,
);

import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

/** Phone numbers use the 555-01xx exchange kept for fiction. */
export const US: Locale = {
  country: 'US',
  countryNames: ['USA', 'US', 'United States', 'Vereinigte Staaten', 'U.S.A.'],
  currency: 'USD',
  callingCode: '1',
  trunk: '',
  mobile: '8## 55501##',
  cities: cities(`
    Cleveland || OH | 441## | 216 55501##
    Milwaukee || WI | 532## | 414 55501##
    Chicago || IL | 606## | 312 55501##
    Pittsburgh | Pittsburg | PA | 152## | 412 55501##
    Houston || TX | 770## | 713 55501##
    Charlotte || NC | 282## | 704 55501##
    Detroit || MI | 482## | 313 55501##
    Saint Louis | St. Louis,St Louis | MO | 631## | 314 55501##
    Grand Rapids || MI | 495## | 616 55501##
    Toledo |  | OH | 436## | 419 55501##
    Dayton |  | OH | 454## | 937 55501##
    Akron |  | OH | 443## | 330 55501##
    Columbus |  | OH | 432## | 614 55501##
    Indianapolis |  | IN | 462## | 317 55501##
    Erie |  | PA | 165## | 814 55501##
    Rockford |  | IL | 611## | 815 55501##
    Green Bay |  | WI | 543## | 920 55501##
    Louisville |  | KY | 402## | 502 55501##
    Birmingham |  | AL | 352## | 205 55501##
    Tulsa |  | OK | 741## | 918 55501##
    Wichita |  | KS | 672## | 316 55501##
    Omaha |  | NE | 681## | 402 55501##
    Des Moines |  | IA | 503## | 515 55501##
    Rochester |  | NY | 146## | 585 55501##
    Buffalo |  | NY | 142## | 716 55501##
  `),
  streets: lines(`
    # Main Street
    # Industrial Boulevard
    # Commerce Drive
    # Lakeshore Avenue
    # Washington Street
    # Enterprise Parkway
    # Foundry Road
    # Oak Avenue
  `),
  maleNames: givenNames(`
    Robert:Bob,Rob William:Bill,Will James:Jim,Jimmy Charles:Chuck,Charlie Joseph:Joe Thomas:Tom Richard:Rick,Dick
    Michael:Mike Christopher:Chris Lawrence:Larry Ronald:Ron Gregory:Greg Jeffrey:Jeff Kevin Brian:Bryan Douglas:Doug
    Raymond:Ray Steven:Steve,Stephen
  `),
  femaleNames: givenNames(`
    Patricia:Pat,Patty Jennifer:Jen,Jenny Barbara:Barb Elizabeth:Liz,Betsy Margaret:Peg,Maggie Deborah:Deb,Debra
    Cynthia:Cindy Kathleen:Kathy,Katie Pamela:Pam Rebecca:Becky Theresa:Teresa,Terry Sandra:Sandy Nicole:Nikki
  `),
  surnames: surnames(`
    Crawford Hughes Patterson:Paterson Sullivan Jenkins Fisher Griffin Wallace Gibson Cole West Jordan Owens Reynolds
    Hamilton Simmons Foster Gonzales:Gonzalez Bryant Alexander Hayes:Hays Myers:Meyers Ford Graham:Grahame Coleman
    Kowalski Schwartz:Schwarz Larsen:Larson
  `),
  brandWords: words(
    'Lakeside Midwest Great_Lakes Keystone Buckeye Liberty Frontier Summit Heartland Pioneer',
  ),
  trades: trades(`
    Machine Works | Mach. Wks | Machinery
    Conveyor || Logistics
    Packaging || Packaging
    Industries | Ind. | Manufacturing
    Tool & Die || Metal
    Plastics || Plastics
    Brewing || Food
    Controls || Electrical
    Pump || Machinery
    Steel || Metal
  `),
  legalForms: [
    ['Inc.', 'Inc', 'Incorporated', 'INC', ''],
    ['LLC', 'L.L.C.', ''],
    ['Corp.', 'Corporation', 'Corp', ''],
    ['Company', 'Co.', 'Co', ''],
  ],
  familyPatterns: ['{s}', '{s} & Sons', '{s} Brothers', '{s}-{o}'],
  vat: '',
  roles: lines(`
    President
    Purchasing Manager
    Maintenance Supervisor
    Plant Manager
    Buyer
    Accounts Payable
    VP Operations
    Project Engineer
  `),
};

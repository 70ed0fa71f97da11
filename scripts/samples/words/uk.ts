import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

/** Phone numbers lie in the ranges the regulator keeps free for drama. */
export const UK: Locale = {
  country: 'GB',
  countryNames: ['United Kingdom', 'UK', 'GB', 'Großbritannien', 'England'],
  currency: 'GBP',
  callingCode: '44',
  trunk: '0',
  mobile: '7700 900###',
  cities: cities(`
    London || Greater London | EC## #@@ | 20 79460###
    Manchester | M'cr | Greater Manchester | M## #@@ | 161 4960###
    Birmingham | B'ham | West Midlands | B## #@@ | 121 4960###
    Sheffield || South Yorkshire | S## #@@ | 114 4960###
    Leeds || West Yorkshire | LS## #@@ | 113 4960###
    Bristol || Bristol | BS## #@@ | 117 4960###
    Glasgow || Scotland | G## #@@ | 141 4960###
    Edinburgh || Scotland | EH## #@@ | 131 4960###
    Nottingham || Nottinghamshire | NG## #@@ | 115 4960###
    Leicester || Leicestershire | LE## #@@ | 116 4960###
    Newcastle upon Tyne | Newcastle,Newcastle-upon-Tyne | Tyne and Wear | NE## #@@ | 191 4980###
    Liverpool || Merseyside | L## #@@ | 151 4960###
    Coventry |  | West Midlands | CV## #@@ | 1632 960###
    Derby |  | Derbyshire | DE## #@@ | 1632 960###
    Stoke-on-Trent | Stoke,Stoke on Trent | Staffordshire | ST## #@@ | 1632 960###
    Bradford |  | West Yorkshire | BD## #@@ | 1632 960###
    Kingston upon Hull | Hull | East Yorkshire | HU## #@@ | 1632 960###
    Sunderland |  | Tyne and Wear | SR## #@@ | 1632 960###
    Wolverhampton | W'ton | West Midlands | WV## #@@ | 1632 960###
    Preston |  | Lancashire | PR## #@@ | 1632 960###
    Swansea |  | Wales | SA## #@@ | 1632 960###
    Cardiff |  | Wales | CF## #@@ | 1632 960###
    Belfast |  | Northern Ireland | BT## #@@ | 1632 960###
    Aberdeen |  | Scotland | AB## #@@ | 1632 960###
    Dundee |  | Scotland | DD## #@@ | 1632 960###
    Norwich |  | Norfolk | NR## #@@ | 1632 960###
    Northampton |  | Northamptonshire | NN## #@@ | 1632 960###
    Peterborough |  | Cambridgeshire | PE## #@@ | 1632 960###
    Swindon |  | Wiltshire | SN## #@@ | 1632 960###
    Telford |  | Shropshire | TF## #@@ | 1632 960###
    Doncaster |  | South Yorkshire | DN## #@@ | 1632 960###
  `),
  streets: lines(`
    # High Street
    # Station Road
    # Foundry Lane
    # Canal Street
    Unit #, Riverside Industrial Estate
    # Mill Road
    # Victoria Road
    Unit #, Ashby Business Park
    # Albert Street
    # Kingsway
    # Wharf Road
    # Church Lane
    # Sheffield Road
    # Park Avenue
  `),
  maleNames: givenNames(`
    William:Bill,Will,Billy Robert:Bob,Rob,Bobby Richard:Dick,Rick,Rich James:Jim,Jamie Thomas:Tom,Tommy
    Michael:Mike,Mick Edward:Ed,Ted,Eddie Andrew:Andy,Drew Christopher:Chris,Kit David:Dave Daniel:Dan,Danny
    Matthew:Matt Anthony:Tony Stephen:Steve,Steven Nicholas:Nick Benjamin:Ben Samuel:Sam Alexander:Alex,Sandy
    Jonathan:Jon,Jonny Gareth Ian:Iain Graham:Graeme Stuart:Stewart,Stu Philip:Phil,Phillip Geoffrey:Geoff,Jeff
    Kenneth:Ken Timothy:Tim Simon Neil:Neal Callum:Calum
  `),
  femaleNames: givenNames(`
    Elizabeth:Liz,Beth,Betty Margaret:Maggie,Peggy,Meg Katherine:Kate,Kathy,Catherine Susan:Sue,Susie Patricia:Pat,Trish
    Jennifer:Jen,Jenny Rebecca:Becky,Bex Victoria:Vicky,Tori Deborah:Debbie,Deb Christine:Chris,Chrissie Sarah:Sara
    Samantha:Sam Helen Joanna:Jo,Joanne Alison:Ali Emily:Em Charlotte:Lottie,Charlie Fiona Eleanor:Ellie,Nell
    Jacqueline:Jackie Amanda:Mandy Philippa:Pippa Gillian:Jill,Gill Hannah:Hanna
  `),
  surnames: surnames(`
    Smith:Smyth Jones Taylor:Tailor Brown:Browne Wilson Johnson:Johnston Davies:Davis Robinson Wright Thompson:Thomson
    Evans Walker White Roberts Green:Greene Hall Wood Jackson Clarke:Clark Harrison Turner Cooper Ward Morris:Morriss
    Hughes Edwards Harris Lewis:Louis Martin Baker Whitmore Ashford Hargreaves Thackeray:Thackery Pemberton Fairclough
    MacDonald:McDonald Campbell Stewart:Stuart Reid:Reed Murray O'Brien:OBrien Shaw Barker Holt Whitaker:Whittaker
    Bradshaw Croft Marsh Ellison
  `),
  brandWords: words(`
    Pennine Northern Thames Albion Severn Mersey Highland Avon Castle Lakeland Border Trent Calder Union Regent Atlas
    Sterling Beacon
  `),
  trades: trades(`
    Engineering | Eng. | Machinery
    Valves || Machinery
    Fabrications | Fabs | Metal
    Conveyors || Logistics
    Hydraulics || Machinery
    Packaging | Pkg. | Packaging
    Foods || Food
    Chemicals | Chem. | Chemicals
    Precision Tools | Prec. Tools | Metal
    Steel || Metal
    Refrigeration | Refrig. | Plant
    Automation || Electrical
    Plastics || Plastics
    Breweries || Food
    Paper Mills || Paper
    Logistics || Logistics
    Castings || Metal
  `),
  legalForms: [
    ['Ltd', 'Limited', 'Ltd.', 'LTD', ''],
    ['Limited', 'Ltd', 'Ltd.', ''],
    ['plc', 'PLC', 'Public Limited Company', ''],
    ['LLP', 'L.L.P.', ''],
  ],
  familyPatterns: ['{s}', '{s} & Sons', '{s} Brothers', '{s} & {o}', '{s}'],
  vat: 'GB#########',
  roles: lines(`
    Managing Director
    Purchasing Manager
    Maintenance Manager
    Works Manager
    Buyer
    Accounts Payable
    Operations Director
    Project Engineer
    Office Manager
    Plant Engineer
  `),
};

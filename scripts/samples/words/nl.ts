import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

export const NL: Locale = {
  country: 'NL',
  countryNames: ['Niederlande', 'NL', 'Netherlands', 'Holland', 'Nederland'],
  currency: 'EUR',
  callingCode: '31',
  trunk: '0',
  mobile: '6 550#####',
  cities: cities(`
    Amsterdam || Noord-Holland | 10## @@ | 20 555####
    Rotterdam || Zuid-Holland | 30## @@ | 10 555####
    Eindhoven || Noord-Brabant | 56## @@ | 40 255####
    Utrecht || Utrecht | 35## @@ | 30 255####
    Den Haag | 's-Gravenhage,The Hague | Zuid-Holland | 25## @@ | 70 355####
    Tilburg || Noord-Brabant | 50## @@ | 13 555####
    Groningen || Groningen | 97## @@ | 50 355####
    Enschede || Overijssel | 75## @@ | 53 455####
    's-Hertogenbosch | Den Bosch,s Hertogenbosch | Noord-Brabant | 52## @@ | 73 655####
    Breda |  | Noord-Brabant | 48## @@ | 76 555####
    Nijmegen | Nimwegen | Gelderland | 65## @@ | 24 355####
    Apeldoorn |  | Gelderland | 73## @@ | 55 355####
    Arnhem |  | Gelderland | 68## @@ | 26 355####
    Haarlem |  | Noord-Holland | 20## @@ | 23 555####
    Zwolle |  | Overijssel | 80## @@ | 38 455####
    Maastricht |  | Limburg | 62## @@ | 43 355####
    Leiden |  | Zuid-Holland | 23## @@ | 71 555####
    Dordrecht |  | Zuid-Holland | 33## @@ | 78 655####
    Venlo |  | Limburg | 59## @@ | 77 355####
    Helmond |  | Noord-Brabant | 57## @@ | 492 55####
    Hengelo |  | Overijssel | 75## @@ | 74 255####
  `),
  streets: lines(`
    Industrieweg #
    Stationsstraat #
    Havenweg #
    Dorpsstraat #
    Ambachtsweg #
    Energieweg #
    Molenstraat #
    Kanaaldijk #
    Handelskade #
    Nijverheidsweg #
  `),
  maleNames: givenNames(`
    Jan:Johan Pieter:Piet,Peter Hendrik:Henk,Henri Cornelis:Kees,Cor Willem:Wim Johannes:Hans,Johan Gerrit:Gert
    Maarten:Martin Jeroen Bas:Sebastiaan Erik:Eric Dirk:Dick Ruud:Rudolf Sander:Alexander Thijs:Matthijs Joost Wouter
    Marcel Koen
  `),
  femaleNames: givenNames(`
    Johanna:Joke,Hanneke Maria:Marijke,Ria Anneke:Anna,Anne Elisabeth:Els,Liesbeth Wilhelmina:Willy,Mina
    Marieke:Maria Sanne:Susanne Ingrid Femke Lotte:Charlotte Esther:Ester Saskia Petra Willemijn
  `),
  surnames: surnames(`
    de_Jong:De_Jong,Jong Jansen:Janssen de_Vries:De_Vries van_den_Berg:Van_den_Berg,v.d._Berg van_Dijk:Van_Dijk,van_Dyk
    Bakker Visser Smit:Smits Meijer:Meyer,Meijers de_Boer:De_Boer Mulder de_Groot:De_Groot Bos Vos Peters Hendriks
    van_Leeuwen:Van_Leeuwen Dekker Brouwer de_Wit:De_Wit Dijkstra:Dykstra van_der_Meer:v.d._Meer Kuiper:Kuijper Postma
    Veenstra Hoekstra
  `),
  brandWords: words('Brabant Maasland Noordzee Twente Zuiderzee Friesche Delta Polder Oranje Rijnmond'),
  trades: trades(`
    Techniek || Machinery
    Machinefabriek | Mach.fabriek | Machinery
    Transportsystemen | Transportsyst. | Logistics
    Verpakkingen || Packaging
    Metaalbewerking || Metal
    Koeltechniek || Plant
    Zuivel || Food
    Kunststoffen || Plastics
    Pompen || Machinery
    Installaties || Plant
  `),
  legalForms: [
    ['B.V.', 'BV', 'b.v.', ''],
    ['N.V.', 'NV', ''],
    ['V.O.F.', 'VOF', ''],
  ],
  familyPatterns: ['{s}', '{s} & Zonen', 'Gebroeders {s}', '{s} & {o}'],
  vat: 'NL#########B##',
  roles: lines(`
    Directeur
    Inkoper
    Hoofd technische dienst
    Bedrijfsleider
    Administratie
    Projectleider
    Hoofd inkoop
  `),
};

import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

export const DE: Locale = {
  country: 'DE',
  countryNames: ['Deutschland', 'D', 'DE', 'Germany', 'BRD'],
  currency: 'EUR',
  callingCode: '49',
  trunk: '0',
  mobile: '15# 55######',
  cities: cities(`
    Stuttgart || Baden-Württemberg | 70### | 711 55####
    München | Muenchen,Munich,Munchen | Bayern | 80### | 89 99998###
    Nürnberg | Nuernberg,Nuremberg,Nurnberg | Bayern | 90### | 911 55####
    Köln | Koeln,Cologne,Koln | Nordrhein-Westfalen | 50### | 221 4710###
    Düsseldorf | Duesseldorf,Dusseldorf,D'dorf | Nordrhein-Westfalen | 40### | 211 55####
    Hamburg | HH | Hamburg | 20### | 40 66969###
    Berlin || Berlin | 10### | 30 23125###
    Frankfurt am Main | Frankfurt,Frankfurt/M.,Frankfurt a.M. | Hessen | 60### | 69 90009###
    Mönchengladbach | Moenchengladbach,M'gladbach | Nordrhein-Westfalen | 41### | 2161 55####
    Würzburg | Wuerzburg | Bayern | 97### | 931 55####
    Heilbronn || Baden-Württemberg | 74### | 7131 55####
    Bielefeld || Nordrhein-Westfalen | 33### | 521 55####
    Gütersloh | Guetersloh | Nordrhein-Westfalen | 33### | 5241 55####
    Osnabrück | Osnabrueck | Niedersachsen | 49### | 541 55####
    Braunschweig | Brunswick | Niedersachsen | 38### | 531 55####
    Chemnitz || Sachsen | 09### | 371 55####
    Leipzig || Sachsen | 04### | 341 55####
    Lübeck | Luebeck | Schleswig-Holstein | 23### | 451 55####
    Saarbrücken | Saarbruecken | Saarland | 66### | 681 55####
    Göppingen | Goeppingen | Baden-Württemberg | 73### | 7161 55####
    Reutlingen || Baden-Württemberg | 72### | 7121 55####
    Ulm | Ulm/Donau | Baden-Württemberg | 89### | 731 55####
    Karlsruhe |  | Baden-Württemberg | 76### | 721 55####
    Mannheim |  | Baden-Württemberg | 68### | 621 55####
    Freiburg im Breisgau | Freiburg,Freiburg/Br. | Baden-Württemberg | 79### | 761 55####
    Pforzheim |  | Baden-Württemberg | 75### | 7231 55####
    Ravensburg |  | Baden-Württemberg | 88### | 751 55####
    Tuttlingen |  | Baden-Württemberg | 78### | 7461 55####
    Villingen-Schwenningen | VS-Schwenningen,Villingen | Baden-Württemberg | 78### | 7721 55####
    Esslingen am Neckar | Esslingen | Baden-Württemberg | 73### | 711 55####
    Aalen |  | Baden-Württemberg | 73### | 7361 55####
    Schwäbisch Hall | Schwaebisch Hall | Baden-Württemberg | 74### | 791 55####
    Augsburg |  | Bayern | 86### | 821 55####
    Regensburg |  | Bayern | 93### | 941 55####
    Ingolstadt |  | Bayern | 85### | 841 55####
    Bamberg |  | Bayern | 96### | 951 55####
    Schweinfurt |  | Bayern | 97### | 9721 55####
    Aschaffenburg | A'burg | Bayern | 63### | 6021 55####
    Erfurt |  | Thüringen | 99### | 361 55####
    Jena |  | Thüringen | 07### | 3641 55####
    Dresden |  | Sachsen | 01### | 351 55####
    Zwickau |  | Sachsen | 08### | 375 55####
    Magdeburg |  | Sachsen-Anhalt | 39### | 391 55####
    Halle (Saale) | Halle,Halle/Saale | Sachsen-Anhalt | 06### | 345 55####
    Potsdam |  | Brandenburg | 14### | 331 55####
    Rostock |  | Mecklenburg-Vorpommern | 18### | 381 55####
    Kiel |  | Schleswig-Holstein | 24### | 431 55####
    Bremen | HB | Bremen | 28### | 421 55####
    Oldenburg |  | Niedersachsen | 26### | 441 55####
    Hannover | Hanover | Niedersachsen | 30### | 511 55####
    Göttingen | Goettingen | Niedersachsen | 37### | 551 55####
    Hildesheim |  | Niedersachsen | 31### | 5121 55####
    Kassel | Cassel | Hessen | 34### | 561 55####
    Gießen | Giessen | Hessen | 35### | 641 55####
    Fulda |  | Hessen | 36### | 661 55####
    Darmstadt |  | Hessen | 64### | 6151 55####
    Wiesbaden |  | Hessen | 65### | 611 55####
    Siegen |  | Nordrhein-Westfalen | 57### | 271 55####
    Hagen |  | Nordrhein-Westfalen | 58### | 2331 55####
    Dortmund |  | Nordrhein-Westfalen | 44### | 231 55####
    Bochum |  | Nordrhein-Westfalen | 44### | 234 55####
    Essen |  | Nordrhein-Westfalen | 45### | 201 55####
    Duisburg |  | Nordrhein-Westfalen | 47### | 203 55####
    Krefeld |  | Nordrhein-Westfalen | 47### | 2151 55####
    Wuppertal | W'tal | Nordrhein-Westfalen | 42### | 202 55####
    Solingen |  | Nordrhein-Westfalen | 42### | 212 55####
    Aachen | Aix-la-Chapelle | Nordrhein-Westfalen | 52### | 241 55####
    Münster | Muenster | Nordrhein-Westfalen | 48### | 251 55####
    Paderborn |  | Nordrhein-Westfalen | 33### | 5251 55####
    Herford |  | Nordrhein-Westfalen | 32### | 5221 55####
    Minden |  | Nordrhein-Westfalen | 32### | 571 55####
    Koblenz | Coblenz | Rheinland-Pfalz | 56### | 261 55####
    Mainz |  | Rheinland-Pfalz | 55### | 6131 55####
    Kaiserslautern | K'lautern | Rheinland-Pfalz | 67### | 631 55####
  `),
  streets: lines(`
    Industriestraße #
    Hauptstraße #
    Gewerbestraße #
    Am Güterbahnhof #
    Daimlerstraße #
    Robert-Bosch-Straße #
    Siemensstraße #
    Bahnhofstraße #
    Lindenallee #
    Carl-Benz-Straße #
    Werkstraße #
    Im Gewerbepark #
    Ziegeleiweg #
    Otto-Hahn-Straße #
    Mühlenweg #
    Rheinstraße #
    Schillerstraße #
    An der Schleuse #
    Hafenstraße #
    Kölner Straße #
    Max-Planck-Straße #
    Lange Straße #
    Ringstraße #
    Steinbruchweg #
    Dieselstraße #
    Heidelberger Weg #
  `),
  maleNames: givenNames(`
    Michael:Micha,Michi Thomas:Tom,Thom Andreas:Andi,Andy Stefan:Stephan,Steff Christian:Chris Markus:Marcus Martin
    Peter:Pit Wolfgang:Wolf Klaus:Claus Jürgen:Juergen,Jürg Uwe Frank Bernd:Bernhard Matthias:Mathias,Matze
    Alexander:Alex,Sascha Daniel:Dani Sebastian:Basti Tobias:Tobi Florian:Flo Jan Hans-Peter:HP,Hans,Hanspeter
    Karl-Heinz:Karlheinz,Kalle Joachim:Jochen,Achim Günter:Günther,Guenter Manfred:Manni Werner Heinrich:Heinz,Heiner
    Friedrich:Fritz,Friedel Johannes:Hannes,Johann Maximilian:Max Benjamin:Ben,Benni Philipp:Philip,Phil Rainer:Reiner
    Ralf:Rolf Dieter:Dietrich Torsten:Thorsten Lars Sven:Swen Jörg:Joerg Oliver:Oli,Olli Christoph:Christof Lukas:Lucas
    Felix Simon Niklas:Nick,Nicklas Eberhard:Ebi Gerhard:Gerd,Gert Ulrich:Uli,Ulli
  `),
  femaleNames: givenNames(`
    Katharina:Kathrin,Kati,Käthe Susanne:Susi,Sanne Sabine:Bine Andrea Petra Claudia Monika:Moni Birgit:Gitte
    Elisabeth:Lisa,Elli,Sissi Stefanie:Stephanie,Steffi Christine:Christina,Tina Martina:Tina Angelika:Geli Nicole:Niki
    Anja Silke Heike Ute Anna-Lena:Anna,Annalena Julia:Jule Franziska:Franzi Johanna:Hanna Magdalena:Lena,Magda
    Alexandra:Alex,Sandra Barbara:Bärbel,Babs Gabriele:Gabi,Gaby Ingrid:Inge Renate Ursula:Uschi,Ulla Brigitte:Gitti
    Kerstin Melanie:Mela Sandra Daniela:Dani Tanja Sonja:Sonia Carolin:Caroline,Karolin Marlene:Leni Theresa:Resi,Teresa
    Jana Verena:Vreni Eva-Maria:Eva,Evi Heidi:Adelheid
  `),
  surnames: surnames(`
    Müller:Mueller,Muller Schmidt:Schmitt,Schmid Schneider:Schnaider Fischer:Vischer Weber:Webber Meyer:Meier,Maier
    Wagner Becker:Bäcker Schulz:Schultz,Schulze Hoffmann:Hofmann Schäfer:Schaefer,Schafer Koch Bauer Richter Klein
    Wolf:Wolff Schröder:Schroeder,Schroder Neumann Schwarz:Schwartz Zimmermann Braun Krüger:Krueger,Kruger Hartmann
    Lange Schmitz Krause:Krauße Werner Lehmann:Lehman Köhler:Koehler,Kohler Herrmann:Hermann König:Koenig,Konig
    Walter:Walther Kaiser:Kayser Huber Fuchs Peters Scholz Möller:Moeller,Moller Weiß:Weiss Jung Hahn Schubert Vogel
    Friedrich Keller Günther:Guenther,Günter Frank Berger Winkler Roth:Rot Beck Lorenz Baumann Franke Albrecht Schuster
    Böhm:Boehm,Bohm Winter Kraus:Krauss Schumacher Krämer:Kraemer,Kramer Vogt:Voigt Stein Jäger:Jaeger,Jager Otto
    Sommer Groß:Gross Seidel Brandt:Brand Haas Schreiber Graf:Graff Dietrich Ziegler Kuhn:Kühn Pohl Engel Horn Busch
    Bergmann Brenner Lindner Hansen Petersen:Pedersen Janßen:Janssen Ebert Strauß:Strauss Thielemann Rössler:Roessler
    Grünewald:Gruenewald Hölscher:Hoelscher Kirchhoff von_Arnim Zöllner:Zoellner
  `),
  brandWords: words(`
    Rheintal Südwest Hanseatische Neckar Weserland Schwarzwald Ruhrtal Bergische Ostsee Alb Donau Sächsische Elbe
    Westfalia Norddeutsche Fränkische Bodensee Isar Saar Vulkan Atlas Merkur Phönix Orion Titan Novatec Duro Ferro
  `),
  trades: trades(`
    Maschinenbau | Masch.bau | Maschinenbau
    Antriebstechnik | Antriebstechn. | Maschinenbau
    Fördertechnik | Fördertechn. | Logistik
    Pumpen || Maschinenbau
    Hydraulik || Maschinenbau
    Werkzeugbau | Werkz.bau | Metall
    Metallbau || Metall
    Anlagenbau || Anlagenbau
    Verpackungstechnik | Verp.technik | Verpackung
    Kältetechnik | Kältetechn. | Anlagenbau
    Stahlbau || Metall
    Elektrotechnik | E-Technik | Elektro
    Automation || Elektro
    Armaturen || Maschinenbau
    Dichtungstechnik | Dichtungstechn. | Kunststoff
    Logistik || Logistik
    Papierfabrik || Papier
    Brauerei || Nahrung
    Molkerei || Nahrung
    Chemie || Chemie
    Kunststofftechnik | Kunstst.techn. | Kunststoff
    Feinmechanik || Metall
    Gießerei || Metall
    Bäckereitechnik || Nahrung
    Umwelttechnik | Umwelttechn. | Umwelt
  `),
  legalForms: [
    ['GmbH', 'G.m.b.H.', 'Gmbh', 'Ges.m.b.H.', ''],
    ['GmbH', 'GMBH', 'GmbH', 'mbH', ''],
    ['GmbH & Co. KG', 'GmbH & Co KG', 'GmbH+Co.KG', 'GmbH und Co. KG', 'GmbH'],
    ['AG', 'Aktiengesellschaft', 'A.G.', ''],
    ['KG', 'Kommanditgesellschaft', 'K.G.', ''],
    ['OHG', 'oHG', ''],
    ['e.K.', 'e. K.', 'eK', ''],
    ['SE', 'S.E.', ''],
  ],
  familyPatterns: ['{s}', '{s} & Söhne', 'Gebr. {s}', '{s} & {o}', '{s}', '{s}'],
  vat: 'DE#########',
  roles: lines(`
    Geschäftsführer
    Einkaufsleiter
    Leiter Instandhaltung
    Technischer Leiter
    Einkauf
    Buchhaltung
    Produktionsleiter
    Projektleiter
    Assistenz der Geschäftsführung
    Werkleiter
    Konstruktion
    Disposition
  `),
};

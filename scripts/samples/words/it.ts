import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

export const IT: Locale = {
  country: 'IT',
  countryNames: ['Italien', 'IT', 'Italy', 'Italia', 'I'],
  currency: 'EUR',
  callingCode: '39',
  trunk: '',
  mobile: '355 #######',
  cities: cities(`
    Milano | Mailand,Milan | MI | 201## | 02 5550####
    Torino | Turin | TO | 101## | 011 555####
    Bologna || BO | 401## | 051 555####
    Brescia || BS | 251## | 030 555####
    Verona || VR | 371## | 045 555####
    Modena || MO | 411## | 059 555###
    Padova | Padua | PD | 351## | 049 555####
    Genova | Genua,Genoa | GE | 161## | 010 555####
    Bergamo || BG | 241## | 035 555###
    Reggio nell'Emilia | Reggio Emilia | RE | 421## | 0522 555###
    Vicenza |  | VI | 361## | 0444 555####
    Treviso |  | TV | 311## | 0422 555####
    Parma |  | PR | 431## | 0521 555####
    Piacenza |  | PC | 291## | 0523 555####
    Monza |  | MB | 209## | 039 555####
    Varese |  | VA | 211## | 0332 555####
    Como |  | CO | 221## | 031 555####
    Cremona |  | CR | 261## | 0372 555####
    Mantova | Mantua | MN | 461## | 0376 555####
    Udine |  | UD | 331## | 0432 555####
    Ravenna |  | RA | 481## | 0544 555####
    Forlì | Forli | FC | 471## | 0543 555####
    Ancona |  | AN | 601## | 071 555####
    Firenze | Florenz,Florence | FI | 501## | 055 555####
    Prato |  | PO | 591## | 0574 555####
  `),
  streets: lines(`
    Via Roma, #
    Via dell'Industria, #
    Corso Garibaldi, #
    Via Galileo Galilei, #
    Viale Europa, #
    Via Giuseppe Verdi, #
    Strada Statale, #
    Via dell'Artigianato, #
    Via Monte Grappa, #
    Piazza della Libertà, #
  `),
  maleNames: givenNames(`
    Giuseppe:Beppe,Pino Francesco:Franco,Ciccio Giovanni:Gianni,Nino Antonio:Toni,Tonino Luigi:Gigi Alessandro:Sandro,Alex
    Roberto:Berto Marco Andrea Stefano Matteo:Teo Lorenzo:Renzo Davide:David Paolo Fabio Riccardo:Ricky Gianluca:Luca
    Nicolò:Nicolo,Nico Enrico
  `),
  femaleNames: givenNames(`
    Maria:Mariuccia Anna:Annina Francesca:Franca Giulia Chiara Elisabetta:Betta,Lisa Valentina:Vale Alessandra:Sandra
    Paola Silvia Laura Federica:Fede Giovanna:Gianna Elena Martina Caterina:Rina Lucia
  `),
  surnames: surnames(`
    Rossi Bianchi Ferrari:Ferraro Russo Romano Colombo Ricci:Rizzi Marino Greco Bruno Gallo Conti:Conte Costa Mancini
    Rizzo Lombardi:Lombardo Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martinelli Leone
    Longo Gentile D'Angelo:DAngelo Dell'Orto:DellOrto De_Luca:Deluca
  `),
  brandWords: words('Padana Alpina Lombarda Emiliana Adriatica Ligure Veneta Tirrenica Orobica Euganea'),
  trades: trades(`
    Officine Meccaniche | Off. Mecc. | Machinery
    Oleodinamica || Machinery
    Imballaggi || Packaging
    Trasporti Industriali | Trasp. Ind. | Logistics
    Carpenteria | Carp. | Metal
    Refrigerazione || Plant
    Caseificio || Food
    Plastica || Plastics
    Valvole || Machinery
    Automazione || Electrical
    Fonderie || Metal
  `),
  legalForms: [
    ['S.r.l.', 'Srl', 'SRL', 's.r.l.', ''],
    ['S.p.A.', 'SpA', 'SPA', ''],
    ['S.n.c.', 'Snc', ''],
  ],
  familyPatterns: ['{s}', 'Fratelli {s}', '{s} & Figli', '{s} & {o}'],
  vat: 'IT###########',
  roles: lines(`
    Amministratore delegato
    Responsabile acquisti
    Responsabile manutenzione
    Direttore tecnico
    Ufficio acquisti
    Amministrazione
    Capo progetto
  `),
};

/** Words inside values, in the languages Winnow reads. All in lower case without accents, as `foldText` leaves them. */

const MONTHS: readonly string[] = [
  // English, German, French, Spanish, Italian, Dutch, Portuguese; long and short
  'january jan januar jaenner janner janvier janv enero ene gennaio gen januari janeiro',
  'february feb februar feber fevrier fevr fev febrero febbraio februari fevereiro',
  'march mar mars marz maerz mrz marzo maart mrt marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag mei maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];

/** Month number 1 to 12 by name. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Words that may stand in a written date and say nothing: weekdays and joining words. */
export const DATE_NOISE: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo ' +
    'lunedi martedi mercoledi giovedi venerdi domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'of the de del di le la den der d am el'
  ).split(' '),
);

const TRUE_WORDS =
  'true yes y t on 1 x ✓ ✔ ☑ ja j wahr oui vrai si s vero sim verdadeiro verdadero waar はい 有 真 예 네 참 enabled active';
const FALSE_WORDS =
  'false no n f off 0 nein falsch non faux falso nao nee onwaar ☐ ✗ ✘ いいえ 無 偽 아니오 아니요 거짓 disabled inactive';

/** Yes and no as people write them. */
export const BOOLEAN_BY_WORD: ReadonlyMap<string, boolean> = new Map([
  ...TRUE_WORDS.split(' ').map((word): [string, boolean] => [word, true]),
  ...FALSE_WORDS.split(' ').map((word): [string, boolean] => [word, false]),
]);

/** Cells that hold a word for "nothing" instead of being empty. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'n/a|na|n.a.|n.a|#n/a|#na|none|null|nil|undefined|unknown|not available|not applicable|no data|not known',
    'not provided|[not provided]|(blank)|(empty)|(none)|(null)|<null>|empty|blank|tbd|t.b.d.|tba|tbc|todo|missing',
    '#ref!|#value!|#name?|#div/0!|#num!|#null!|do not use|dummy|no name|noname|no email|no phone',
    'keine|keine angabe|keine angaben|k.a.|k. a.|unbekannt|nicht bekannt|leer|entfallt|nicht vorhanden|ohne',
    'inconnu|inconnue|non renseigne|neant|aucun|aucune|s/o|n/c',
    'desconocido|desconocida|ninguno|ninguna|sin datos|no aplica|s/d|s/n',
    'sconosciuto|sconosciuta|nessuno|nessuna|non disponibile|n.d.',
    'onbekend|geen|n.v.t.|nvt|niet bekend|desconhecido|desconhecida|nenhum|nenhuma|sem dados|nao informado',
    '不明|なし|未定|未入力|該当なし|없음|미상|모름|해당없음|미정',
  ].flatMap((line) => line.split('|')),
);

/** Local parts of e-mail addresses nobody reads. */
export const EMPTY_MAILBOXES: ReadonlySet<string> = new Set(
  (
    'noemail no-email no_email no.email nomail no-mail no_mail none na n-a no noone nobody unknown unbekannt keine ' +
    'keinemail keine-email kein test dummy xxx xx x aaa asdf fake noaddress notprovided nicht.vorhanden email'
  ).split(' '),
);

/** Domains reserved for examples (RFC 2606, RFC 6761) and others that never receive mail. */
export const EMPTY_DOMAINS: ReadonlySet<string> = new Set(
  'example.com example.org example.net test.com domain.com noemail.com nomail.com none.com email.invalid no.com na.com xxx.com'.split(
    ' ',
  ),
);

/** Days programs write when they have no date. */
export const EMPTY_DATES: ReadonlySet<string> = new Set([
  '0001-01-01',
  '1111-11-11',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1900-01-02',
  '1901-01-01',
  '1904-01-01',
  '1970-01-01',
  '2099-12-31',
  '2999-12-31',
  '9999-12-31',
  '9999-12-30',
]);

/** Ends and parts of company names that name a legal form or a kind of business, folded. */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc pllc gmbh mbh ag kg kgaa ohg ug ev eg se gbr ' +
    'sa sas sarl eurl sasu snc sci sl slu srl spa sapa bv nv vof cv lda ltda sarl oy oyj ab as asa aps kft zrt doo sro spzoo ' +
    'pty pte kk holding holdings group gruppe groupe grupo gruppo industries international enterprises associates partners ' +
    'services solutions systems consulting bank university college school hospital foundation institute church trust ' +
    'household bros sons verlag werke handel technologies trading supplies store stores bikes ' +
    '株式会社 有限会社 合同会社 주식회사 유한회사'
  ).split(' '),
);

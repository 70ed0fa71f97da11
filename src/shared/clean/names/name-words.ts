/** Words that stand in names of persons without being a first or last name. All in lower case and without dots. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words before a name. Any run of them at the beginning is the salutation. */
export const TITLES = words(
  'mr mrs ms miss mx dr drs prof professor sir dame lady lord madam madame mme mlle monsieur mademoiselle master rev reverend ' +
    'fr father sister brother pastor rabbi imam bishop archbishop cardinal hon honorable honourable judge justice magistrate ' +
    'mag-judge magistrate-judge president vice senator sen governor gov lt-gov ltgov representative rep congressman ' +
    'congresswoman councillor ambassador minister secretary chancellor mayor king queen prince princess duke duchess earl count ' +
    'countess baron baroness viscount general gen colonel col major maj captain capt cpt commander cmdr lieutenant lt ltcol ltgen ' +
    'majgen sergeant sgt corporal cpl private pvt admiral adm officer detective det inspector chief coach ' +
    'herr frau hr dipl ing dipl-ing dipl-kfm dipl-kffr dipl-inf mag ddr med jur phil nat rer habil pd ' +
    'm mm sr sra srta señor señora señorita don doña sig sigra signor signora dott dottssa dhr mevr mw heer ' +
    'sheikh shaikh mullah swami shri smt pandit',
);

/** Titles of several words, longest first. */
export const LONG_TITLES: readonly string[] = [
  'lord of the universe and associate supreme queen of the world',
  'cardinal secretary of state',
  'his royal highness',
  'her royal highness',
  'his excellency',
  'her excellency',
  'u s district judge',
  'us district judge',
  'us magistrate judge',
  'us magistrate-judge',
  'secretary of state',
  'chief justice',
  'district judge',
  'the rt hon',
  'rt hon',
  'the right honourable',
  'the honorable',
  'the hon',
  'the reverend',
  'the rev',
  'lt gen',
  'lt col',
  'maj gen',
  'brig gen',
  'vice president',
];

/** Titles that go with a first name when one word follows: `Sir Gerald`, `Queen Elizabeth`. */
export const FIRST_NAME_TITLES = words(
  'sir dame king queen prince princess brother sister father mother pope swami coach master don doña',
);

/** Generations and degrees after a name. */
export const SUFFIXES = words(
  'jr sr jnr snr junior senior i ii iii iv v vi 2nd 3rd 4th ' +
    'phd md mdiv msc ma mba ba bs bsc bed med msced edd jd llb llm llp esq esquire dds dmd dvm do od rn lpn np pa cpa cfa cfp clu chfc ' +
    'lutc pe mp mep qc kc obe mbe cbe kbe frs ret usa usn usaf usmc aia csi realtor dphil dsc pharmd psyd lcsw lmft dipl-ing',
);

/** Suffixes that are as well names or initials: only after a first and a last name. */
export const DOUBTFUL_SUFFIXES = words('i v vi ma ba do pa np med bed od pe ret usa mp bs rn');

/** Small words that belong to the last name that follows. */
export const PARTICLES = words(
  'von van de der den del della delle dello di da du la le los las ter ten te zu zum zur vom vander vonder al el bin bint ibn ben dos ' +
    "das do af av st ste santa mac mc abu ap op 't d l den dal dalla degli dei lo",
);

/** Particles that are first names too: particles only in lower case. */
export const LOWER_CASE_PARTICLES = words('ben do la le al el st te den mac santa abu ap lo bin das op d l');

/** Words between two last names, or two persons. */
export const NAME_LINKS = words('y e i und');
export const PERSON_LINKS = words('& and und et + y e');

/** Korean family names of two syllables. */
export const LONG_KOREAN = words('남궁 황보 제갈 사공 선우 서문 독고 동방');

/** Chinese family names of two characters. */
export const LONG_CHINESE = words(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 皇甫 东方 東方 夏侯 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 长孙 長孫',
);

/** What follows `Mac` in names that capitalise it; elsewhere (`Mack`, `Machado`, `Macedo`) the word is plain. */
export const AFTER_MAC =
  /^mac(?:adam|alister|allister|alpine|arthur|askill|aulay|auley|bain|beth|bride|callum|clellan|coll|conn|cormac|cormack|coy|craw|cullough|dermott|donald|donell|donnell|dougal|dougall|dowell|duff|ewan|ewen|fadyen|farlane|fie|gill|gillivray|ginnis|gowan|gregor|guire|henry|innes|innis|intosh|intyre|isaac|iver|ivor|kay|kellar|kenna|kenzie|kinlay|kinley|kinnon|kintosh|lachlan|laine|laren|lauchlan|laughlin|lean|leay|lehose|leish|lellan|lennan|leod|mahon|manus|master|millan|murray|nab|naghten|nair|namara|naughton|neal|neice|neil|neill|nicol|phail|phee|pherson|quarrie|queen|rae|ritchie|robbie|rory|swain|taggart|tavish|vicar|vittie|vurich|whirter|william)s?$/;

/** Words around names of persons, folded to ASCII. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Forms of address, ranks and offices before a name, in several languages. */
export const TITLES: ReadonlySet<string> = set(`
mr mrs ms miss mx messrs sir dame lady lord dr drs prof professor doctor hon honorable honourable rev reverend fr father
sister brother pastor rabbi imam sheikh shaikh haji qari
herr frau hr fraeulein mag ing dipl univ mme mlle monsieur madame mademoiselle maitre me sr sra srta don dona senor senora
senorita sig signor signora signorina dott dottssa dottore ir mevr meneer mevrouw dhr
president praesident presidente premier chancellor minister ambassador governor gov mayor senator sen congressman
congresswoman representative secretary judge justice magistrate attorney chief
general gen lt lieutenant col colonel maj major capt captain cpt sgt sergeant cmdr commander admiral adm cardinal bishop
archbishop pope king queen prince princess duke duchess count countess baron baroness excellency`);

/** Titles that stand before another word of a title only: "Dr. med. Müller", "the Rt Hon". */
export const TITLE_COMPANIONS: ReadonlySet<string> = set(
  'med phil rer nat jur habil hc h c dent vet pol oec techn theol rt right most the his her and und state us u s district',
);

/** Titles after which one single word is a given name. */
export const FIRST_NAME_TITLES: ReadonlySet<string> = set(
  'sir dame sister brother queen king prince princess',
);

/** What follows a name: generations, degrees, professions. */
export const SUFFIXES: ReadonlySet<string> = set(`
jr sr snr jnr junior senior ii iii iv vi vii viii 2nd 3rd
phd dphil md dds dmd dvm esq esquire cpa rn bsn msn lncc lpn mba msc mdsc bsc beng meng llm llb jd edd psyd pharmd obe mbe
cbe aia csi cfa cfp clu lutc fcca acca frcs frcp gri realtor architect attorney atty san sama`);

/** Suffixes that are names too: taken for suffixes only after a comma, dotted, or in capitals behind small letters. */
export const WEAK_SUFFIXES: ReadonlySet<string> = set('i v x ma ba bs ms do pe mp qc kc ed edm dc od ra ret');

/** Phrases around names that fall away as a whole. */
export const NAME_PHRASES =
  /\b(?:att(?:orne)?y\.? at law|(?:cardinal )?secretary of state|(?:his|her) (?:excellency|holiness|majesty|highness))\b/gi;

/** Particles from which on everything belongs to the family name: "von der Leyen", "de la Cruz". */
export const PARTICLES: ReadonlySet<string> = set(
  `von van vom zu zur zum der den de del dela delos della dello dei degli di da do dos das du des le la les ten ter te op af
av st saint san santa mac mc fitz`,
);

/** Particles of Arabic and Hebrew names: they bind the word behind them, and patronymics may repeat them. */
export const BINDING_PARTICLES: ReadonlySet<string> = set('al el bin ibn ben bint abu');

/** Family names of East Asia as they are spelled in Latin letters. */
export const EAST_ASIAN_FAMILIES: ReadonlySet<string> = set(`
kim lee yi rhee park pak choi choe chung jung jeong cheong kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon
hwang ahn song yoo yu ryu hong jeon jun ko moon mun yang son bae paek baek heo hur nam sim shim noh roh ha kwak sung cha joo
chu woo gu koo min ri
wang li zhang liu chen zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang zheng xie tang feng deng xiao cao peng
zeng tian dong pan yuan cai jiang jin wei lu ye cheng du ding ren xi mao tan fan wen su hou shi qian qin meng bai xue qiu
duan lei hao long tao gu shao wan qiao dai hsi tsai chiang
nguyen tran pham hoang huynh phan vu vo dang bui`);

/** Family names of the list that are Western given names or words too: they need more evidence to come first. */
export const AMBIGUOUS_FAMILIES: ReadonlySet<string> = set(
  'kim lee park cho jo han oh son song jun min long dong van le sun he ma may wan du do gu tan dang son jin ren ha',
);

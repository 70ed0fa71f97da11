import { CITIES_AND_REGIONS, ENDONYMS } from './place-words';
import { TRANSLATIONS } from './word-translations';

/**
 * Words of names that say the same: countries with the adjectives made of them, other names of countries, British and
 * American spelling, usual abbreviations. Folded; one line or entry per meaning, what stands for it first.
 */
const SAME = `
afghanistan afghan|albania albanian|algeria algerian|angola angolan|argentina argentine argentinian|armenia armenian
australia australian|austria austrian|azerbaijan azerbaijani|bahrain bahraini|bangladesh bangladeshi|belarus belarusian
belgium belgian|bolivia bolivian|bosnia bosnian|botswana botswanan|brazil brazilian brasil|bulgaria bulgarian
cambodia cambodian|cameroon cameroonian|canada canadian|chile chilean|china chinese prc|colombia colombian|croatia croatian
cuba cuban|cyprus cypriot|czechia czech|denmark danish|ecuador ecuadorian|egypt egyptian|england english|estonia estonian
ethiopia ethiopian|europe european|fiji fijian|finland finnish|france french|georgia georgian|germany german|ghana ghanaian
greece greek|greenland greenlandic|guatemala guatemalan|haiti haitian|honduras honduran|hungary hungarian
iceland icelandic|india indian|indonesia indonesian|iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian
ivorycoast ivorian|jamaica jamaican|japan japanese|jordan jordanian|kazakhstan kazakh|kenya kenyan|korea korean
kurdistan kurdish|kuwait kuwaiti|laos lao laotian|latvia latvian|lebanon lebanese|liberia liberian|libya libyan
lithuania lithuanian|luxembourg luxemburg luxembourgish|macedonia macedonian|malaysia malaysian|malta maltese
mauritania mauritanian|mexico mexican|moldova moldovan|mongolia mongolian|montenegro montenegrin|morocco moroccan
mozambique mozambican|myanmar burma burmese|namibia namibian|nepal nepalese nepali|netherlands dutch|nicaragua nicaraguan
nigeria nigerian|norway norwegian|pakistan pakistani|palestine palestinian|panama panamanian|paraguay paraguayan
peru peruvian|philippines philippine filipino|poland polish|portugal portuguese|romania romanian|russia russian
rwanda rwandan rwandese|scotland scottish|senegal senegalese|serbia serbian serb|singapore singaporean|slovakia slovak
slovenia slovene slovenian|somalia somali|spain spanish|srilanka|sudan sudanese|sweden swedish|switzerland swiss
syria syrian|taiwan taiwanese|tanzania tanzanian|thailand thai|tunisia tunisian|turkey turkish tuerkiye turkiye
uganda ugandan|ukraine ukrainian|uk british britain|uruguay uruguayan|usa american america|venezuela venezuelan
vietnam vietnamese|wales welsh|yemen yemeni|zambia zambian|zimbabwe zimbabwean
aging ageing|airplane aeroplane|aluminum aluminium|analyze analyse|catalog catalogue|center centre|color colour
defense defence|dialog dialogue|favor favour|favorite favourite|gray grey|harbor harbour|honor honour|humor humour
jewelry jewellery|labor labour|license licence|neighbor neighbour|offense offence|pajamas pyjamas|program programme
tire tyre|traveler traveller|counselor counsellor
administration admin|association assoc assn|avenue ave|board bd|brothers bros|center ctr|college coll
committee cttee|department dept dep|development dev|division div|doctor dr|education educ|engineering engg eng
federation fed|general gen|government govt gov|insurance ins
laboratory lab laboratories|limited ltd|magazine mag|management mgmt mgt|manufacturing mfg
medical med|mister mr|mount mt|organization org organisation|professor prof|saint st
science sci|service svc|services svcs|systems sys|technology tech
television tv|versus vs|and und et y e i och og`;

/** Names of several words, written as one; the longer ones first. */
const PHRASES = `
the united states of america usa|united states of america usa|united states usa|u s a usa|u s usa
united kingdom of great britain and northern ireland uk|united kingdom uk|great britain uk|u k uk
peoples republic of china china|republic of china taiwan|republic of ireland ireland|federal republic of germany germany
russian federation russia|czech republic czechia|cote divoire ivorycoast|ivory coast ivorycoast|south korea southkorea
republic of korea southkorea|south korean southkorea|north korea northkorea|north korean northkorea|hong kong hongkong
new zealand newzealand|sri lanka srilanka|sri lankan srilanka|south africa southafrica|south african southafrica
saudi arabia saudiarabia|saudi arabian saudiarabia|el salvador elsalvador|salvadoran elsalvador|costa rica costarica
costa rican costarica|puerto rico puertorico|puerto rican puertorico|united arab emirates uae|european union eu
new york city nyc|new south wales nsw|british columbia bc|bosnia and herzegovina bosnia
world war ii wwii|world war 2 wwii|world war two wwii|second world war wwii|world war i wwi|world war 1 wwi|world war one wwi
first world war wwi|the hague hague|den haag hague`;

/** Words of one meaning, the one that stands for all of them first. */
export const MEANINGS: readonly (readonly string[])[] = [SAME, CITIES_AND_REGIONS, ENDONYMS, TRANSLATIONS]
  .flatMap((list) => list.trim().split(/[|\n]/))
  .map((entry) => entry.split(' '));

const meaning = new Map<string, string>();
for (const [first = '', ...others] of MEANINGS) {
  for (const other of others) meaning.set(other, first);
}

const phrases = new Map<string, string>();
for (const entry of PHRASES.trim().split(/[|\n]/)) {
  const blank = entry.lastIndexOf(' ');
  phrases.set(entry.slice(0, blank), entry.slice(blank + 1));
}
const PHRASE = new RegExp(
  `(?<![a-z0-9])(?:${[...phrases.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})(?![a-z0-9])`,
  'g',
);

/** Words that initials leave out as often as not. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and at by for from in of on or the to de del della des di do dos du et la le und der die das fuer van y e'.split(
    ' ',
  ),
);

/** Folded words with one word for each meaning: "united kingdom", "british" → "uk"; "labour" → "labor". */
export function sameWords(folded: string): string {
  return folded
    .replace(PHRASE, (phrase) => phrases.get(phrase) ?? phrase)
    .split(' ')
    .map((word) => meaning.get(word) ?? usualEnding(word))
    .join(' ');
}

/** "organisation" → "organization". */
function usualEnding(word: string): string {
  return word.length >= 8 && word.endsWith('isation') ? `${word.slice(0, -7)}ization` : word;
}

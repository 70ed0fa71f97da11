/** Words of addresses in English, in small letters and without dots. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Street types that end a street name; nothing else ends in them often. */
export const STREET_TYPES = words(
  'st street str ave avenue av aven rd road dr drive drv blvd boulevard blv ln lane ct court crt cir circle pl place plz plaza ' +
    'ter terr terrace trl trail way pkwy parkway pky hwy highway fwy freeway expy expressway sq square aly alley loop pike ' +
    'tpke turnpike cv cove xing crossing run path walk row bypass causeway',
);

/** Roads known by a number, put before it: `Highway 19`, `County Road 12`. */
export const NUMBERED_ROADS = words(
  'highway hwy route rte rt road fm cr sr us state county co interstate i business country rd loop',
);

export const DIRECTIONS = words(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest',
);

/** What a part of a building is called, before its number. */
export const UNITS = words(
  'apt apartment ste suite unit rm room bldg building bld dept department lot trlr trailer spc space ph penthouse no number # ' +
    'flat office ofc hangar slip pmb box-no tower twr wing block annex fl flr floor level lvl',
);

/** Unit words whose number may stand before them: `5th Floor`. */
export const FLOORS = words('fl flr floor level lvl');

/** Unit words that say all without a number. */
export const LONE_UNITS = words(
  'basement bsmt front frnt rear lobby lbby upper uppr lower lowr penthouse ph side',
);

export const BOX = /^(?:p\.?\s*o\.?\s*(?:box|drawer)|post\s+office\s+box|pobox|box|lockbox|drawer)\b/i;

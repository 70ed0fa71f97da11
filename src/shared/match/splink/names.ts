import { fold } from '../normalise/fold';

/** Words SQL or Splink give a meaning of their own; a column of that name gets `_value` behind it. */
const RESERVED = new Set(
  `all and any array as asc between by case cast check column constraint create cross current_date default desc
distinct do else end except exists false fetch first for foreign from full grant group having in inner intersect into
is join key lateral left like limit natural not null offset on only or order outer primary references right row rows
select set some sum table then to true union unique using value values view when where window with user
unique_id source_dataset match_weight match_probability match_key`
    .trim()
    .split(/\s+/),
);

/** Prefixes of the columns Splink makes itself. */
const OWN_PREFIX = /^(?:tf|gamma|bf|mw|key|splink)_/;

const MAX_LENGTH = 40;

/**
 * Column names that need no quotes in any engine: lower case, digits, underscores, a letter first, each once. Names
 * follow the headers: "E-Mail (privat)" → `e_mail_privat`.
 */
export function snakeNames(headers: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken);
  return headers.map((header) => {
    const words = fold(header).replace(/ /g, '_').slice(0, MAX_LENGTH).replace(/_+$/, '');
    const named = /^[a-z]/.test(words) && !OWN_PREFIX.test(words) ? words : `field_${words}`;
    const base = (RESERVED.has(named) ? `${named}_value` : named).replace(/_+$/, '');
    let name = base;
    for (let n = 2; used.has(name); n++) name = `${base}_${n}`;
    used.add(name);
    return name;
  });
}

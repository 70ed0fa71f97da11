import { countText, plural } from '../profile/text';
import type {
  AddressPart,
  ClusterMethod,
  NamePart,
  SplitBy,
  StepAction,
  StepCondition,
  ValueTransform,
} from './types';

/** Texts in sentences are cut here. */
const SHOWN = 60;
/** Columns named before "and n more". */
const NAMED = 4;

const ORDERS = { DMY: 'day first', MDY: 'month first', YMD: 'year first' } as const;
const CASES = {
  upper: 'Upper case',
  lower: 'Lower case',
  name: 'Name case',
  sentence: 'Sentence case',
} as const;

export const NAME_PARTS: Readonly<Record<NamePart, string>> = {
  salutation: 'salutation',
  first: 'first name',
  middle: 'middle name',
  last: 'last name',
  suffix: 'suffix',
};

export const ADDRESS_PARTS: Readonly<Record<AddressPart, string>> = {
  street: 'street',
  houseNumber: 'house number',
  unit: 'unit',
  postcode: 'postcode',
  city: 'city',
  region: 'region',
  country: 'country',
};

/** A transform in the words of the menus, without a full stop: `Date, day first`. */
export function transformSentence(transform: ValueTransform): string {
  switch (transform.op) {
    case 'trim':
      return 'Trim blanks';
    case 'squeeze':
      return 'Trim and squeeze blanks';
    case 'unicode':
      return `Unify characters (${transform.form})${transform.controls ? ', drop invisible ones' : ''}`;
    case 'case':
      return CASES[transform.to];
    case 'date':
      return `Date, ${ORDERS[transform.order]}`;
    case 'number':
      return `Number, decimal ${transform.decimal === ',' ? 'comma' : 'point'}`;
    case 'boolean':
      return 'Yes or no';
    case 'phone':
      return transform.country === '' ? 'Phone' : `Phone, ${transform.country}`;
    case 'email':
      return 'E-mail';
    case 'url':
      return 'Web address';
    case 'domain':
      return 'Domain of a web or e-mail address';
    case 'country':
      return transform.to === 'iso2' ? 'Country code' : 'Country name';
    case 'subdivision':
      return `${transform.to === 'code' ? 'Region code' : 'Region name'}${transform.country === '' ? '' : `, ${transform.country}`}`;
    case 'postcode':
      return `Postcode, ${transform.country}`;
    case 'nameFirst':
      return 'First name of a full name';
    case 'nameLast':
      return 'Last name of a full name';
    case 'namePart':
      return `${sentenceStart(NAME_PARTS[transform.part])} out of a full name${orderWords(transform.order)}`;
    case 'replace':
      return `Replace ${quoted(transform.find)} by ${quoted(transform.with)}`;
    case 'replacePattern':
      return `Replace pattern ${quoted(transform.pattern)} by ${quoted(transform.with)}${transform.ignoreCase ? ', any case' : ''}`;
    case 'extract':
      return `Extract ${transform.group === 0 ? '' : `group ${transform.group} of `}${quoted(transform.pattern)}${transform.ignoreCase ? ', any case' : ''}`;
    case 'mojibake':
      return 'Repair text read in the wrong encoding (Ã¼ → ü)';
    case 'lookup':
      return lookupWords(transform);
    case 'formula':
      return `Formula ${cut(transform.expression)}`;
    case 'truncate':
      return `Cut to ${countText(transform.length)} characters`;
    case 'default':
      return `If empty, ${quoted(transform.value)}`;
  }
}

/** Emptied values named in a sentence. */
const EMPTIED = 2;

function lookupWords({ entries, otherwise }: Extract<ValueTransform, { readonly op: 'lookup' }>): string {
  if (otherwise === 'empty')
    return `Look up in a list of ${plural(entries.length, 'value')}, empty where not listed`;
  if (entries.length === 0 || entries.some(({ to }) => to !== ''))
    return `Look up in a list of ${plural(entries.length, 'value')}`;
  const named = entries.slice(0, EMPTIED).map(({ from }) => quoted(from));
  const more = entries.length > EMPTIED ? ` and ${plural(entries.length - EMPTIED, 'more value')}` : '';
  return `Empty ${more === '' ? named.join(' and ') : named.join(', ')}${more}`;
}

/** What a step does, as one sentence: `City: Trim blanks, then Name case.` */
export function stepSentence(action: StepAction): string {
  switch (action.kind) {
    case 'change':
      return `${columnWords(action.columns)}: ${action.transforms.map(transformSentence).join(', then ')}.`;
    case 'merge': {
      const spellings = action.clusters.reduce((sum, cluster) => sum + cluster.from.length, 0);
      return `${column(action.column)}: Merge ${plural(spellings, 'spelling')} into ${plural(action.clusters.length, 'value')} (${methodWords(action.method)}).`;
    }
    case 'split':
      return `Split ${column(action.column)} ${splitWords(action.by)} into ${columnWords(action.into)}${kept(action.keep)}.`;
    case 'join':
      return `Join ${columnWords(action.columns)} with ${quoted(action.separator)} into ${column(action.into)}${action.skipEmpty ? ', leaving out empty ones' : ''}${kept(action.keep)}.`;
    case 'extract':
      return `Extract ${quoted(action.pattern)}${action.ignoreCase ? ', any case,' : ''} from ${column(action.column)} into ${columnWords(action.into)}.`;
    case 'fillDown':
      return `${columnWords(action.columns)}: Fill empty cells with the value above.`;
    case 'formula':
      return `${column(action.into)} = ${cut(action.expression)}.`;
    case 'parseName':
      return `Split the names in ${column(action.column)} into ${partWords(action.into, NAME_PARTS)}${orderWords(action.order)}${kept(action.keep)}.`;
    case 'parseAddress':
      return `Split the addresses in ${column(action.column)} into ${partWords(action.into, ADDRESS_PARTS)}${action.country === '' ? '' : `, ${action.country} where no country is named`}${kept(action.keep)}.`;
    case 'rename':
      return `Rename ${column(action.column)} to ${column(action.to)}.`;
    case 'remove':
      return `Remove ${columnWords(action.columns)}.`;
  }
}

/** A condition as a clause after "where": `City is one of 3 values`. */
export function conditionSentence(condition: StepCondition): string {
  switch (condition.kind) {
    case 'equals': {
      const [first = ''] = condition.values;
      if (condition.values.length === 1)
        return `${column(condition.column)} is ${condition.not ? 'not ' : ''}${first === '' ? 'empty' : quoted(first)}`;
      return `${column(condition.column)} is ${condition.not ? 'none' : 'one'} of ${plural(condition.values.length, 'value')}`;
    }
    case 'contains':
      return `${column(condition.column)} ${condition.not ? 'does not contain' : 'contains'} ${quoted(condition.text)}`;
    case 'blank':
      return `${column(condition.column)} is ${condition.blank ? '' : 'not '}empty`;
    case 'pattern':
      return `${column(condition.column)} looks like ${quoted(condition.mask)}`;
    case 'formula':
      return `${cut(condition.expression)} is true`;
  }
}

/** A cluster method in words: `same fingerprint`. */
export function methodWords(method: ClusterMethod): string {
  switch (method.kind) {
    case 'fingerprint':
      return 'same fingerprint';
    case 'ngram':
      return `same ${method.size}-gram fingerprint`;
    case 'doubleMetaphone':
      return 'same sound, Double Metaphone';
    case 'cologne':
      return 'same sound, Cologne phonetic';
    case 'daitchMokotoff':
      return 'same sound, Daitch-Mokotoff';
    case 'neighbours':
      return `at most ${plural(method.distance, 'character')} apart`;
  }
}

function splitWords(by: SplitBy): string {
  switch (by.kind) {
    case 'separator':
      return `at ${quoted(by.separator)}`;
    case 'pattern':
      return `at the pattern ${quoted(by.pattern)}`;
    case 'lengths':
      return `after ${by.lengths.join(', ')} characters`;
  }
}

function partWords<K extends string>(
  into: Readonly<Partial<Record<K, string>>>,
  words: Readonly<Record<K, string>>,
): string {
  const named: string[] = [];
  for (const part in words) {
    const name = into[part];
    if (name !== undefined) named.push(`${words[part]} (${column(name)})`);
  }
  return listed(named);
}

function orderWords(order: 'auto' | 'western' | 'eastAsian'): string {
  if (order === 'auto') return '';
  return order === 'western' ? ', first name first' : ', family name first';
}

function kept(keep: boolean): string {
  return keep ? '' : ', replacing it';
}

/** Column names in order, the first few by name. */
function columnWords(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map(column);
  return listed(names.length > NAMED ? [...shown, `${countText(names.length - NAMED)} more`] : shown);
}

function column(name: string): string {
  return name.trim() === '' ? '(no name)' : cut(name);
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'nothing';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function quoted(text: string): string {
  return `“${cut(text)}”`;
}

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { transformSentence } from '@shared/clean/step-sentence';
import type { ValueTransform } from '@shared/clean/types';

/** A transform a person can choose, as it begins. */
export interface TransformOffer {
  readonly id: string;
  readonly group: TransformGroup;
  /** In the words of the step it makes. */
  readonly label: string;
  readonly transform: ValueTransform;
  /** Something must be filled in before it does anything. */
  readonly asks: boolean;
}

/** Groups in the order of the menus. */
export const TRANSFORM_GROUPS = [
  'Blanks and characters',
  'Capitals',
  'Read as',
  'Find and replace',
  'Parts',
  'Empty values',
] as const;

export type TransformGroup = (typeof TRANSFORM_GROUPS)[number];

/** A transform that is complete as it stands: the menu has the words of the step. */
const plain = (group: TransformGroup, id: string, transform: ValueTransform): TransformOffer => ({
  id,
  group,
  label: transformSentence(transform),
  transform,
  asks: false,
});

/** A transform that has to be told something first. */
const asking = (
  group: TransformGroup,
  id: string,
  label: string,
  transform: ValueTransform,
): TransformOffer => ({ id, group, label, transform, asks: true });

/** Every transform of single values, parameters at their commonest. */
export const TRANSFORM_OFFERS: readonly TransformOffer[] = [
  plain('Blanks and characters', 'trim', { op: 'trim' }),
  plain('Blanks and characters', 'squeeze', { op: 'squeeze' }),
  plain('Blanks and characters', 'unicode', { op: 'unicode', form: 'NFC', controls: true }),
  plain('Blanks and characters', 'unicode-wide', { op: 'unicode', form: 'NFKC', controls: true }),
  plain('Blanks and characters', 'mojibake', { op: 'mojibake' }),
  plain('Capitals', 'case-name', { op: 'case', to: 'name' }),
  plain('Capitals', 'case-sentence', { op: 'case', to: 'sentence' }),
  plain('Capitals', 'case-upper', { op: 'case', to: 'upper' }),
  plain('Capitals', 'case-lower', { op: 'case', to: 'lower' }),
  asking('Read as', 'date', 'Date', { op: 'date', order: 'DMY' }),
  asking('Read as', 'number', 'Number', { op: 'number', decimal: '.' }),
  plain('Read as', 'boolean', { op: 'boolean' }),
  asking('Read as', 'phone', 'Phone', { op: 'phone', country: '' }),
  plain('Read as', 'email', { op: 'email' }),
  plain('Read as', 'url', { op: 'url' }),
  plain('Read as', 'country-name', { op: 'country', to: 'name' }),
  plain('Read as', 'country-code', { op: 'country', to: 'iso2' }),
  asking('Read as', 'subdivision', 'Region', { op: 'subdivision', country: '', to: 'code' }),
  asking('Read as', 'postcode', 'Postcode', { op: 'postcode', country: '' }),
  asking('Find and replace', 'replace', 'Replace text', { op: 'replace', find: '', with: '' }),
  asking('Find and replace', 'replacePattern', 'Replace a pattern', {
    op: 'replacePattern',
    pattern: '',
    with: '',
    ignoreCase: false,
  }),
  asking('Find and replace', 'lookup', 'Look up in a list', {
    op: 'lookup',
    entries: [],
    otherwise: 'keep',
  }),
  asking('Find and replace', 'formula', 'Formula', { op: 'formula', expression: 'value' }),
  asking('Parts', 'extract', 'Extract a pattern', {
    op: 'extract',
    pattern: '',
    group: 0,
    ignoreCase: false,
  }),
  plain('Parts', 'domain', { op: 'domain' }),
  plain('Parts', 'nameFirst', { op: 'nameFirst' }),
  plain('Parts', 'nameLast', { op: 'nameLast' }),
  asking('Parts', 'namePart', 'Part of a full name', {
    op: 'namePart',
    part: 'salutation',
    order: 'auto',
  }),
  asking('Parts', 'truncate', 'Cut to a length', { op: 'truncate', length: 40 }),
  asking('Empty values', 'default', 'If empty, use', { op: 'default', value: '' }),
];

/** Why a transform cannot be kept as it is, as a sentence; null when it can. Patterns and formulas say so themselves. */
export function transformGap(transform: ValueTransform): string | null {
  switch (transform.op) {
    case 'phone':
    case 'postcode':
    case 'subdivision':
      return /^[A-Z]{2}$/.test(transform.country) ? null : 'Choose the country.';
    case 'replace':
      return transform.find === '' ? 'Say which text to find.' : null;
    case 'replacePattern':
    case 'extract':
      return transform.pattern === '' ? 'Write the pattern to find.' : null;
    case 'lookup':
      return transform.entries.length === 0 ? 'Name at least one value to replace.' : null;
    case 'formula':
      return transform.expression.trim() === '' ? 'Write the formula.' : null;
    case 'default':
      return transform.value === '' ? 'Say what stands in empty cells.' : null;
    case 'truncate':
      return Number.isInteger(transform.length) && transform.length > 0
        ? null
        : 'Give a length of at least one character.';
    default:
      return null;
  }
}

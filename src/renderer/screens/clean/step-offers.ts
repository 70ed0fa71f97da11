import { freeNames } from '@shared/clean/free-names';
import type { StepAction, ValueTransform } from '@shared/clean/types';
import type { ColumnGuess } from '@shared/ingest/types';
import type { Semantic } from '@shared/profile/types';
import {
  TRANSFORM_GROUPS,
  TRANSFORM_OFFERS,
  type TransformOffer,
} from '../../components/transforms/transform-offers';

/** Something that can be done with a column. */
export interface StepOffer {
  readonly id: string;
  readonly label: string;
  readonly action: StepAction;
  /** `apply` = becomes a step at once; `edit` = its editor opens; `clusters` = alike spellings are looked for. */
  readonly opens: 'apply' | 'edit' | 'clusters';
}

export interface OfferGroup {
  readonly label: string;
  readonly offers: readonly StepOffer[];
}

/** What the offers depend on. */
export interface OfferContext {
  readonly column: ColumnGuess;
  /** All columns at that point of the recipe. */
  readonly columns: readonly string[];
  /** What the column means; null while it is not known. */
  readonly semantic: Semantic | null;
}

/** Everything that can be done with one column: what is usual for it first, then all by group. */
export function offersFor(context: OfferContext): readonly OfferGroup[] {
  const { column } = context;
  const all = TRANSFORM_OFFERS.map((offer) => fitted(offer, column));
  const usual = new Set(usualTransforms(context));
  const groups: OfferGroup[] = [
    {
      label: 'Usual here',
      offers: [
        ...all.filter((offer) => usual.has(offer.id)).map((offer) => asStep(offer, column.name)),
        ...structural(context).filter((offer) => usual.has(offer.id)),
        spellings(column.name),
      ],
    },
    ...TRANSFORM_GROUPS.map((group) => ({
      label: group,
      offers: all.filter((offer) => offer.group === group).map((offer) => asStep(offer, column.name)),
    })),
  ];
  return [
    ...groups,
    { label: 'Split and combine', offers: structural(context) },
    { label: 'The column', offers: aboutColumn(context) },
  ];
}

/** Every kind of step on a column, for a new step that is begun without a menu. */
export function stepKinds(name: string, columns: readonly string[]): readonly StepOffer[] {
  const column: ColumnGuess = { name, type: 'text', dateOrder: null, decimalComma: false };
  const context: OfferContext = { column, columns, semantic: null };
  return [
    { id: 'change', label: 'Change the values', action: changeOf([name]), opens: 'edit' },
    spellings(name),
    ...structural(context),
    ...aboutColumn(context).map((offer): StepOffer => ({ ...offer, opens: 'edit' })),
  ];
}

/** The commonest needs by what a column means. */
function usualTransforms({ column, semantic }: OfferContext): readonly string[] {
  const byType: readonly string[] =
    column.type === 'date' || column.type === 'datetime'
      ? ['date']
      : column.type === 'integer' || column.type === 'number'
        ? ['number']
        : column.type === 'boolean'
          ? ['boolean']
          : [];
  switch (semantic) {
    case 'personName':
      return ['squeeze', 'case-name', 'parseName'];
    case 'givenName':
    case 'familyName':
    case 'city':
      return ['squeeze', 'case-name'];
    case 'company':
      return ['squeeze'];
    case 'email':
      return ['email', 'domain'];
    case 'phone':
      return ['phone'];
    case 'street':
      return ['squeeze', 'parseAddress'];
    case 'region':
      return ['subdivision'];
    case 'postcode':
      return ['postcode'];
    case 'country':
      return ['country-name', 'country-code'];
    case 'url':
      return ['url', 'domain'];
    default:
      return byType.length > 0 ? byType : ['squeeze'];
  }
}

/** Begins with what reading the column already told. */
function fitted(offer: TransformOffer, column: ColumnGuess): TransformOffer {
  const { transform } = offer;
  if (transform.op === 'date' && column.dateOrder)
    return { ...offer, transform: { ...transform, order: column.dateOrder } };
  if (transform.op === 'number' && column.decimalComma)
    return { ...offer, transform: { ...transform, decimal: ',' } };
  return offer;
}

function asStep(offer: TransformOffer, column: string): StepOffer {
  return {
    id: offer.id,
    label: offer.label,
    action: changeOf([column], offer.transform),
    opens: offer.asks ? 'edit' : 'apply',
  };
}

function changeOf(columns: readonly string[], ...transforms: readonly ValueTransform[]): StepAction {
  return { kind: 'change', columns, transforms };
}

function spellings(column: string): StepOffer {
  return {
    id: 'merge',
    label: 'Find spellings of one value',
    action: { kind: 'merge', column, method: { kind: 'fingerprint' }, clusters: [] },
    opens: 'clusters',
  };
}

function structural({ column: { name }, columns }: OfferContext): readonly StepOffer[] {
  const free = freeNames(columns);
  return [
    {
      id: 'split',
      label: 'Split into columns',
      opens: 'edit',
      action: {
        kind: 'split',
        column: name,
        by: { kind: 'separator', separator: ',' },
        into: [free(`${name} 1`), free(`${name} 2`)],
        keep: true,
      },
    },
    {
      id: 'join',
      label: 'Join with other columns',
      opens: 'edit',
      action: {
        kind: 'join',
        columns: [name],
        separator: ' ',
        skipEmpty: true,
        into: free(`${name} joined`),
        keep: true,
      },
    },
    {
      id: 'extractColumns',
      label: 'Groups of a pattern into columns',
      opens: 'edit',
      action: { kind: 'extract', column: name, pattern: '', ignoreCase: false, into: [free(`${name} 1`)] },
    },
    {
      id: 'formulaColumn',
      label: 'Compute a column',
      opens: 'edit',
      action: { kind: 'formula', into: free(`${name} computed`), expression: `[${name}]` },
    },
    {
      id: 'parseName',
      label: 'Take full names apart',
      opens: 'edit',
      action: {
        kind: 'parseName',
        column: name,
        order: 'auto',
        into: {
          salutation: free('Salutation'),
          first: free('First name'),
          middle: free('Middle names'),
          last: free('Last name'),
          suffix: free('Suffix'),
        },
        keep: true,
      },
    },
    {
      id: 'parseAddress',
      label: 'Take addresses apart',
      opens: 'edit',
      action: {
        kind: 'parseAddress',
        column: name,
        country: '',
        into: {
          street: free('Street'),
          houseNumber: free('House number'),
          postcode: free('Postcode'),
          city: free('City'),
        },
        keep: true,
      },
    },
  ];
}

function aboutColumn({ column: { name } }: OfferContext): readonly StepOffer[] {
  return [
    {
      id: 'fillDown',
      label: 'Fill empty cells from above',
      opens: 'apply',
      action: { kind: 'fillDown', columns: [name] },
    },
    {
      id: 'rename',
      label: 'Rename',
      opens: 'edit',
      action: { kind: 'rename', column: name, to: name },
    },
    { id: 'remove', label: 'Remove', opens: 'apply', action: { kind: 'remove', columns: [name] } },
  ];
}

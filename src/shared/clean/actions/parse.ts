import type { Table } from '../../table/types';
import { splitAddress } from '../address/split-address';
import { parseName } from '../names/parse-name';
import type { AddressPart, NamePart, StepAction } from '../types';
import { deriveColumns } from './derive';
import type { Worked } from './work';

const NAME_PARTS: readonly NamePart[] = ['salutation', 'first', 'middle', 'last', 'suffix'];
const ADDRESS_PARTS: readonly AddressPart[] = [
  'street',
  'houseNumber',
  'unit',
  'postcode',
  'city',
  'region',
  'country',
];
const NO_PARTS = { broken: 'No column was named for any part. Name at least one.' };

/** Full names into columns for their parts. */
export function runParseName(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'parseName' }>,
): Worked {
  const parts = NAME_PARTS.filter((part) => action.into[part] !== undefined);
  if (parts.length === 0) return NO_PARTS;
  const into = parts.map((part) => action.into[part] ?? '');
  return deriveColumns(table, action.column, into, action.keep, 0, (value) => {
    const name = parseName(value, action.order);
    return parts.map((part) => name[part]);
  });
}

/** Addresses on one line into columns for their parts; one that cannot be read stays whole in the first of them. */
export function runParseAddress(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'parseAddress' }>,
): Worked {
  const parts = ADDRESS_PARTS.filter((part) => action.into[part] !== undefined);
  if (parts.length === 0) return NO_PARTS;
  const into = parts.map((part) => action.into[part] ?? '');
  return deriveColumns(table, action.column, into, action.keep, 0, (value) => {
    const address = splitAddress(value, action.country);
    return address === null ? null : parts.map((part) => address[part]);
  });
}

import type { AddressPart } from '../types';

/** An address in its parts, as written; '' where there is none. */
export type AddressParts = Readonly<Record<AddressPart, string>>;

export const NO_ADDRESS: AddressParts = {
  street: '',
  houseNumber: '',
  unit: '',
  postcode: '',
  city: '',
  region: '',
  country: '',
};
